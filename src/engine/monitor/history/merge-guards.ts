import { formatNumber, isoDate } from '../../numeric';
import { peopleOnOneSide, teamsOnOneSide } from '../errors';
import type { DaySpan } from './types';
import type { History, HistoryColumns } from './history';

/**
 * Refuses to add up a history that names people and an export that does not, or the reverse.
 * @throws FlexError 'value' saying which of the two names nobody
 */
export function requireSamePeople(old: History, incoming: History): void {
  if (old.rows === 0 || incoming.rows === 0) return;
  const named = old.users.length > 0;
  if (named === incoming.users.length > 0) return;
  throw peopleOnOneSide(named ? 'history' : 'export');
}

/**
 * Refuses to add up use that one of the two books on teams and the other on none: the same use would stand twice, with its team and
 * without. Days that only one of them holds are no matter.
 * @param old, incoming with the same codes; team 0 = blank
 * @throws FlexError 'value' with the first such day
 */
export function requireSameTeams(old: HistoryColumns, incoming: HistoryColumns): void {
  const oldTeams = old.team.some((team) => team !== 0);
  if (oldTeams === incoming.team.some((team) => team !== 0)) return;
  const [plain, booked] = oldTeams ? [incoming, old] : [old, incoming];
  let row = 0;
  for (let at = 0; at < plain.rows; at++) {
    while (row < booked.rows && compareUse(booked, row, plain, at) < 0) row++;
    // A blank team comes first: where the group begins with a name, nothing of it is booked on no team.
    if (row >= booked.rows || compareUse(booked, row, plain, at) !== 0 || booked.team[row] === 0) continue;
    throw teamsOnOneSide(oldTeams ? 'history' : 'export', plain.day[at]!);
  }
}

/** Use of one person, product and day that the history holds under other teams than the export does, and that stays beside it. */
export function movedTeams(old: HistoryColumns, incoming: HistoryColumns): number {
  let moved = 0;
  let row = 0;
  for (let at = 0; at < incoming.rows; at++) {
    if (at > 0 && compareUse(incoming, at - 1, incoming, at) === 0) continue;
    const teams = new Set<number>();
    for (let same = at; same < incoming.rows && compareUse(incoming, at, incoming, same) === 0; same++)
      teams.add(incoming.team[same]!);
    while (row < old.rows && compareUse(old, row, incoming, at) < 0) row++;
    let held = false;
    let agreed = false;
    for (let same = row; same < old.rows && compareUse(old, same, incoming, at) === 0; same++) {
      held = true;
      agreed ||= teams.has(old.team[same]!);
    }
    if (held && !agreed) moved += 1;
  }
  return moved;
}

/** The sentence for use that changed its team. */
export function movedNote(moved: number): readonly string[] {
  if (moved === 0) return [];
  const what =
    moved === 1
      ? '1 use of a person, product and day is'
      : `${formatNumber(moved)} uses of a person, product and day are`;
  return [
    `${what} in the history under another team than in this export. Both stay, as one person may draw from two teams on a day; if the team was corrected, the use would count twice: take those days out of the history first.`,
  ];
}

/** What a user should look at before appending; empty when there is nothing to say. */
export function mergeNotes(old: History, incoming: History, overlap: DaySpan | null): readonly string[] {
  if (overlap === null || incoming.users.length === 0) return [];
  const known = new Set(old.users.map(({ key }) => key.toLowerCase()));
  if (incoming.users.some(({ key }) => known.has(key.toLowerCase()))) return [];
  return [
    `Nobody in this export is in the history, though both hold days from ${isoDate(overlap[0])} to ${isoDate(overlap[1])}. If they are the same people under other names (user name, e-mail), their use would count twice: append exports that name people by the same column.`,
  ];
}

function compareUse(a: HistoryColumns, rowA: number, b: HistoryColumns, rowB: number): number {
  return a.day[rowA]! - b.day[rowB]! || a.user[rowA]! - b.user[rowB]! || a.product[rowA]! - b.product[rowB]!;
}
