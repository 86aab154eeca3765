import type { Severity } from '../../engine/compliance/types';
import type {
  ComplianceFindingRow,
  ComplianceInspection,
  ComplianceOutcome,
} from '../../excel/contract/compliance';
import { SEVERITIES } from '../../report/compliance/input';
import { PEOPLE_SHEET, SHEETS } from '../../report/model/sheet-names';
import type { Formats } from '../figures/formats';

/** Who holds what, and where that stands. */
export function seatsSentence({ seats }: ComplianceInspection, formats: Formats): string {
  const count = formats.counted(seats.assignments, 'assignment', 'assignments');
  switch (seats.from) {
    case 'Flex Seats':
      return `${count} entered on ${SHEETS.seats.name}.`;
    case 'usage':
      return `${count}, as the usage report itself says, without dates.`;
    case 'none':
      return `Nobody knows who holds which seat. Enter it on ${SHEETS.seats.name}, which the Portfolio step inserts.`;
  }
}

/** Who left when; without the sheet, how to add it. */
export function peopleSentence({ employment }: ComplianceInspection, formats: Formats): string {
  if (employment === null) {
    return `Nobody knows who left. Add a sheet named ${PEOPLE_SHEET} with the columns Email, User type and End date, and a row for each person: two checks then run.`;
  }
  const ends =
    employment.ended === 0
      ? 'none with an end date, so nobody counts as having left'
      : `${formats.count(employment.ended)} with an end date`;
  return `${formats.counted(employment.people, 'row', 'rows')} on ${PEOPLE_SHEET}, ${ends}.`;
}

/** Who is proposed for Flex, and by what. */
export function movesSentence({ moves }: ComplianceInspection, formats: Formats): string {
  return moves === null
    ? 'Nobody is proposed for Flex yet. Segment the users or build the portfolio first: whether the cloud products of those who move stay covered is then checked.'
    : `${formats.counted(moves.people, 'person', 'people')} proposed for Flex on ${moves.from}.`;
}

type States = NonNullable<ComplianceInspection['earlier']>;

/** "16 open, 1 accepted, 1 closed". */
export function stateCounts(counts: States, formats: Formats): string {
  const { open, accepted, closed } = counts;
  return `${formats.count(open)} open, ${formats.count(accepted)} accepted, ${formats.count(closed)} closed`;
}

export const openIn = (open: Readonly<Record<Severity, number>>): number =>
  SEVERITIES.reduce((sum, severity) => sum + open[severity], 0);

export interface FindingGroup {
  readonly title: string;
  readonly findings: readonly ComplianceFindingRow[];
}

/** Findings by check, in the order in which the first of each stands on the sheet: the gravest first. */
export function groupsOf(findings: readonly ComplianceFindingRow[]): readonly FindingGroup[] {
  const groups = new Map<string, ComplianceFindingRow[]>();
  for (const finding of findings) {
    const known = groups.get(finding.title);
    if (known === undefined) groups.set(finding.title, [finding]);
    else known.push(finding);
  }
  return [...groups].map(([title, own]) => ({ title, findings: own }));
}

/** "3 open, 1 accepted"; states that nothing is in are left out. */
export function groupCounts({ findings }: FindingGroup, formats: Formats): string {
  return (['open', 'accepted', 'closed'] as const)
    .map((state) => ({ state, count: findings.filter((finding) => finding.state === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${formats.count(count)} ${state}`)
    .join(', ');
}

/** "new", "open", "accepted: has two machines", "accepted without a reason", "closed". */
export function stateWords({ state, reason, isNew }: ComplianceFindingRow): string {
  if (state === 'open') return isNew ? 'new' : 'open';
  if (state === 'closed') return 'closed: no longer found';
  return reason === '' ? 'accepted without a reason' : `accepted: ${reason}`;
}

/** What to do with the result. */
export function nextSentence(outcome: ComplianceOutcome, formats: Formats): string {
  const { open, checks } = outcome;
  const skipped = checks.filter(({ ran }) => !ran).length;
  const lacking =
    skipped === 0
      ? ''
      : ` ${formats.counted(skipped, 'check', 'checks')} could not run: add what ${skipped === 1 ? 'it lacks' : 'they lack'}, then check again.`;
  if (open.high > 0) {
    return `Ask about the ${formats.counted(open.high, 'high finding', 'high findings')} first. Enter what you learn in State and Reason on ${SHEETS.compliance.name}; a rerun keeps both.${lacking}`;
  }
  return openIn(open) > 0
    ? `Go through what is open and enter State and Reason on ${SHEETS.compliance.name}; a rerun keeps both.${lacking}`
    : `Nothing is open. Check again after the next import.${lacking}`;
}
