/** What differs from the last run, person by person. */
import { personKey } from '../../engine/usage';
import type { SegmentRow } from '../../engine/segments/types';
import { type OwnEntry } from '../../report/segments/columns';
import type { GonePerson } from '../../report/segments/summary-tables';
import type { PreviousPerson, PreviousRun } from './previous';

export interface RunChanges {
  /** Texts of the column "Change since last run", by person key; null on a first run. */
  readonly texts: ReadonlyMap<string, string> | null;
  /** The user's own entries, by person key: also those of persons who had been away. */
  readonly own: ReadonlyMap<string, OwnEntry>;
  /** Persons no longer in the data for whom the user had written something, of this and earlier runs. */
  readonly gone: readonly GonePerson[];
  readonly changed: number;
  readonly newPeople: number;
  /** Persons of the last run without a row now, with or without entries. */
  readonly gonePeople: number;
}

/** Compares by person key, so the order of rows never matters. */
export function changesSince(previous: PreviousRun | null, rows: readonly SegmentRow[]): RunChanges {
  const own = new Map<string, OwnEntry>();
  if (previous === null) return { texts: null, own, gone: [], changed: 0, newPeople: 0, gonePeople: 0 };
  const texts = new Map<string, string>();
  const present = new Set<string>();
  let changed = 0;
  let newPeople = 0;
  for (const row of rows) {
    const key = personKey(row.user);
    present.add(key);
    const before = previous.people.get(key);
    const entry = before ?? previous.gone.get(key);
    if (entry !== undefined && hasEntry(entry)) own.set(key, entry);
    const text =
      before === undefined ? (entry === undefined ? 'new' : 'back again') : changeText(before, row);
    if (before === undefined) newPeople += 1;
    else if (text !== '') changed += 1;
    if (text !== '') texts.set(key, text);
  }
  const away = [...previous.people].filter(([key]) => !present.has(key));
  const earlier = [...previous.gone].filter(([key]) => !present.has(key) && !previous.people.has(key));
  const gone = [...away, ...earlier].map(([, person]) => person).filter(hasEntry);
  return { texts, own, gone, changed, newPeople, gonePeople: away.length };
}

function hasEntry({ decision, owner, note }: OwnEntry): boolean {
  return decision !== null || owner !== null || note !== null;
}

function changeText(before: PreviousPerson, row: SegmentRow): string {
  if (before.segment !== row.segment) return `was: ${before.segment}`;
  return before.recommendation === row.recommendation ? '' : `was: ${before.recommendation}`;
}
