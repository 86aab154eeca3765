import type { Pack } from './types';

/** Team names are compared ignoring case and outer spaces. */
export function teamKey(name: string): string {
  return name.trim().toLowerCase();
}

/** Whether the packs belong to teams. Where none does, they are one pool for everybody, and teams are not told apart. */
export function namesTeams(packs: readonly Pack[]): boolean {
  return packs.some((pack) => teamKey(pack.team) !== '');
}

/** The team in a sentence. */
export function teamText(name: string): string {
  return name === '' ? 'the pool' : name;
}
