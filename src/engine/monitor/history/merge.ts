import { firstRows, historyTokens, newColumns, type History, type HistoryColumns } from './history';
import { compareKeys, copyRow } from './rows';
import { sortedTexts, usedCodes } from './texts';
import { settled } from '../ledger/lots';
import { ChangedKeys } from './changed-keys';
import { mergeNotes, movedNote, movedTeams, requireSamePeople, requireSameTeams } from './merge-guards';
import { mergedUsers } from './merge-users';
import { missingDays } from './missing-days';
import type { DaySpan, MergePreview } from './types';

export interface MergeOptions {
  /** Days off, whole serials: they are not missed. */
  readonly holidays?: ReadonlySet<number>;
}

/**
 * Appends an export to a history (docs/rules.md, "Weekly append"). Keys are user × product × team × day: a key of the export replaces that
 * of the history with all its rows, the others stay. Exports that overlap give one and the same history however the days are cut, and the
 * same export twice changes nothing. Merging neither reads the clock nor changes what it is given; the preview is what a user decides by.
 * @throws FlexError 'value' when one of the two names people, or teams of the same use, and the other does not
 */
export function mergeHistory(
  old: History,
  incoming: History,
  options: MergeOptions = {},
): { readonly history: History; readonly preview: MergePreview } {
  requireSamePeople(old, incoming);
  const { users, codes } = mergedUsers(old, incoming);
  const products = sortedTexts([old.products, incoming.products], [null, null], false);
  const join = (field: keyof History['dictionaries']) =>
    sortedTexts([old.dictionaries[field], incoming.dictionaries[field]], [null, null], true);
  const team = join('team');
  const project = join('project');
  const department = join('department');
  const recoded = (history: History, side: 0 | 1): HistoryColumns => ({
    ...history,
    user: history.user.map((user) => (user < 0 ? user : codes[side]![user]!)),
    product: history.product.map((code) => products.codes[side]![code]!),
    team: history.team.map((code) => team.codes[side]![code]!),
    project: history.project.map((code) => project.codes[side]![code]!),
    department: history.department.map((code) => department.codes[side]![code]!),
  });
  const before = recoded(old, 0);
  const after = recoded(incoming, 1);
  requireSameTeams(before, after);
  const merged = mergedRows(before, after);
  const { columns, changes } = merged;
  const projects = compacted(columns.project, project.texts);
  const departments = compacted(columns.department, department.texts);
  const history: History = {
    ...columns,
    project: projects.codes,
    department: departments.codes,
    users,
    products: products.texts,
    dictionaries: { team: team.texts, project: projects.texts, department: departments.texts },
  };
  const missing = missingDays(history.day, options.holidays);
  const oldDays = daysOf(old);
  const newDays = daysOf(incoming);
  const overlap = overlapOf(oldDays, newDays);
  return {
    history,
    preview: {
      added: merged.added,
      changed: changes.count,
      same: merged.same,
      kept: merged.kept,
      missing: missing.spans,
      missingDays: missing.days,
      oldDays,
      newDays,
      overlap,
      tokensBefore: settled(historyTokens(old)),
      tokensAfter: settled(historyTokens(history)),
      examples: changes.examples({ users, products: products.texts, teams: team.texts }),
      notes: [...mergeNotes(old, incoming, overlap), ...movedNote(movedTeams(before, after))],
    },
  };
}

/** Walks both in key order, side by side. Keys with equal figures keep the rows of the history. */
function mergedRows(old: HistoryColumns, incoming: HistoryColumns) {
  const out = newColumns(old.rows + incoming.rows);
  const changes = new ChangedKeys(old, incoming);
  let rows = 0;
  let added = 0;
  let same = 0;
  let kept = 0;
  const take = (from: HistoryColumns, first: number, end: number): void => {
    for (let row = first; row < end; row++) copyRow(from, row, out, rows++);
  };
  let a = 0;
  let b = 0;
  while (a < old.rows || b < incoming.rows) {
    const order = a >= old.rows ? 1 : b >= incoming.rows ? -1 : compareKeys(old, a, incoming, b);
    const endA = order <= 0 ? endOfKey(old, a) : a;
    const endB = order >= 0 ? endOfKey(incoming, b) : b;
    if (order < 0) kept++;
    else if (order > 0) added++;
    const unchanged = order < 0 || (order === 0 && !changes.offer(a, endA, b, endB));
    if (order === 0 && unchanged) same++;
    if (unchanged) take(old, a, endA);
    else take(incoming, b, endB);
    a = endA;
    b = endB;
  }
  return { columns: firstRows(out, rows), changes, added, same, kept };
}

function endOfKey(columns: HistoryColumns, row: number): number {
  let end = row + 1;
  while (end < columns.rows && compareKeys(columns, row, columns, end) === 0) end++;
  return end;
}

/** Drops the texts that no row holds any more. */
function compacted(codes: Uint32Array, texts: readonly string[]) {
  const kept = sortedTexts([texts], [usedCodes(codes, texts.length)], true);
  return { codes: codes.map((code) => kept.codes[0]![code]!), texts: kept.texts };
}

function daysOf({ rows, day }: HistoryColumns): DaySpan | null {
  return rows === 0 ? null : [day[0]!, day[rows - 1]!];
}

function overlapOf(a: DaySpan | null, b: DaySpan | null): DaySpan | null {
  if (a === null || b === null) return null;
  const first = Math.max(a[0], b[0]);
  const last = Math.min(a[1], b[1]);
  return first <= last ? [first, last] : null;
}
