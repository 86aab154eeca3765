/** Occurrences more than this many days apart are two findings: what was accepted once does not cover what comes much later. */
const QUIET_DAYS = 28;

/** Cuts occurrences into episodes with quiet weeks between them, each in order of time. */
export function episodes<T extends { readonly day: number }>(found: readonly T[]): readonly (readonly T[])[] {
  const all: T[][] = [];
  for (const one of [...found].sort((a, b) => a.day - b.day)) {
    const last = all.at(-1);
    if (last && one.day - last.at(-1)!.day <= QUIET_DAYS) last.push(one);
    else all.push([one]);
  }
  return all;
}

/** Number of different days among occurrences. */
export function dayCount(found: readonly { readonly day: number }[]): number {
  return new Set(found.map(({ day }) => day)).size;
}

/** "on 2026-03-02" or "from 2026-03-02 to 2026-03-09". */
export function spanText(from: string, to: string): string {
  return from === to ? `on ${from}` : `from ${from} to ${to}`;
}
