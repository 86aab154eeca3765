/** The companies that every capability is tried on. */
export const SEEDS: readonly number[] = Array.from({ length: 50 }, (_, index) => index + 1);
