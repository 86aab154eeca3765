import { company } from './company';
import type { Company } from './description';
import { sample } from './sample';

/** The companies that every capability is tried on; 0 is the sample. */
export const SEEDS: readonly number[] = Array.from({ length: 50 }, (_, index) => index + 1);
export const ALL: readonly number[] = [0, ...SEEDS];

export function companyOf(seed: number): Company {
  return seed === 0 ? sample() : company(seed);
}
