/**
 * What was read of the workbook, kept while it cannot have changed, so that several who look at the same cells read them once. Kept only
 * while Excel tells of every change, and never used or filled while we write: a command reads for itself.
 */
import { listen } from './listening';
import { supports } from './session';

/** Of one kind of thing that is read. */
export interface Seen<T> {
  /**
   * What `look` finds, or found before; whoever asks meanwhile waits for the same look. One that fails is nobody else's failure.
   * @param sheetIds of the sheets that it depends on, asked for just now; '' = there is none of that name
   * @param about what it depends on beside their cells, as text
   */
  at(sheetIds: readonly string[], about: string, look: () => Promise<T>): Promise<T>;
}

interface Sighting<T> {
  readonly sheetIds: readonly string[];
  readonly found: Promise<T>;
}

const kept: Map<string, Sighting<unknown>>[] = [];
let watching = 0;
let writing = 0;

/** @param most how many are kept; the oldest goes first */
export function seen<T>(most: number): Seen<T> {
  const sightings = new Map<string, Sighting<T>>();
  kept.push(sightings);
  return {
    async at(sheetIds, about, look) {
      // A sheet that was renamed, replaced, added or deleted is another one, or none.
      const key = JSON.stringify([sheetIds, about]);
      for (;;) {
        if (!isCertain()) return await look();
        const known = sightings.get(key);
        if (known === undefined) return await begin(sightings, most, key, sheetIds, look);
        try {
          return await known.found;
        } catch {
          // It was cancelled, or failed, for whom it was made.
          if (sightings.get(key) === known) sightings.delete(key);
        }
      }
    },
  };
}

function begin<T>(
  sightings: Map<string, Sighting<T>>,
  most: number,
  key: string,
  sheetIds: readonly string[],
  look: () => Promise<T>,
): Promise<T> {
  for (const oldest of sightings.keys()) {
    if (sightings.size < most) break;
    sightings.delete(oldest);
  }
  const sighting = { sheetIds, found: look() };
  sightings.set(key, sighting);
  sighting.found.catch(() => {
    if (sightings.get(key) === sighting) sightings.delete(key);
  });
  return sighting.found;
}

const isCertain = (): boolean => watching > 0 && writing === 0;

/** Drops what depends on a sheet; everything when it is not known which changed. */
export function forget(sheetId?: string): void {
  for (const sightings of kept) {
    for (const [key, { sheetIds }] of sightings)
      if (sheetId === undefined || sheetIds.includes(sheetId)) sightings.delete(key);
  }
}

/** Nothing is taken from before `work` writes, nor kept that was read while it did. */
export async function unseen<T>(work: () => Promise<T>): Promise<T> {
  writing += 1;
  forget();
  try {
    return await work();
  } finally {
    forget();
    writing -= 1;
  }
}

/**
 * Keeps what is read while Excel tells of every change: also of our own, of recalculated formulas and of sorting. Where one of these
 * cannot be had (before ExcelApi 1.10), nothing is kept.
 * @returns how to stop
 */
export function keepSeen(): () => void {
  if (!supports('1.10')) return () => undefined;
  const changed = ({ worksheetId }: { readonly worksheetId: string }): Promise<void> => {
    forget(worksheetId);
    return Promise.resolve();
  };
  const listening = listen(({ worksheets }) => [
    worksheets.onChanged.add(changed),
    worksheets.onCalculated.add(changed),
    worksheets.onRowSorted.add(changed),
    worksheets.onColumnSorted.add(changed),
    worksheets.onDeleted.add(changed),
  ]);
  let stopped = false;
  let counted = false;
  void listening.begun.then((begun) => {
    if (!begun || stopped) return;
    counted = true;
    watching += 1;
  });
  return () => {
    stopped = true;
    if (counted) watching -= 1;
    counted = false;
    forget();
    listening.stop();
  };
}
