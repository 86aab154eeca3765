/** What the pane shows before a check: assignments, end dates and moves as found, what each check needs, what will be written. */
import { RULE_ORDER, RULES } from '../../engine/compliance';
import { monthText } from '../../engine/numeric';
import { SHEETS } from '../../report/model/sheet-names';
import { readCompliance } from './reading';
import type { ComplianceInspection } from '../contract/compliance';
import { sheetStates } from '../host/own-sheets';
import type { Progress, SegmentSettings, SourceChoice } from '../contract/services';

const WRITES = [SHEETS.compliance, SHEETS.itam] as const;

/** Reads the source, the user's sheets and our earlier ones; writes nothing. */
export async function inspectCompliance(
  context: Excel.RequestContext,
  choice: SourceChoice,
  settings: SegmentSettings,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<ComplianceInspection> {
  const found = await readCompliance(context, choice, settings, onProgress, signal);
  const { read, year, lists, moves, earlier, seatsFrom } = found;
  const { table, seats } = read.reading;
  const states = await sheetStates(
    context,
    WRITES.map(({ name }) => name),
  );
  const of = (state: string): number => (earlier ?? []).filter((kept) => kept.state === state).length;
  return {
    address: read.source.address,
    people: table.users.length,
    products: table.products.length,
    window: { first: monthText(year.firstMonth), last: monthText(year.lastMonth) },
    seats: {
      from: seatsFrom,
      address: lists.seats?.address ?? '',
      assignments: lists.seats?.rows.length ?? seats?.filter(({ assigned }) => assigned).length ?? 0,
      rejected: lists.seats?.rejected ?? [],
    },
    employment:
      lists.people === null
        ? null
        : {
            address: lists.people.address,
            people: lists.people.rows.length,
            ended: lists.people.rows.filter(({ end }) => end !== null).length,
            rejected: lists.people.rejected,
          },
    moves: moves === null ? null : { people: moves.moves.length, from: moves.from },
    checks: RULE_ORDER.map((rule) => ({ rule, ...RULES[rule] })),
    earlier: earlier === null ? null : { open: of('open'), accepted: of('accepted'), closed: of('closed') },
    writes: WRITES.map(({ name, mark }) => {
      const state = states.find((each) => each.name === name)?.mark;
      return {
        sheet: name,
        state: state === undefined ? 'new' : state === mark ? 'replaces ours' : 'blocked',
      };
    }),
    messages: found.messages,
    canRun: true,
  };
}
