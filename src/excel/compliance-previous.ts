/** What our earlier `Flex Compliance` still tells: its findings with the state and reason the user gave them. */
import { RULES, type ComplianceRule, type FindingState, type KeptFinding } from '../engine/compliance';
import { FlexError } from '../engine/errors';
import { FINDING_HEADERS } from '../report/compliance-document';
import { FINDING_STATES, SEVERITIES } from '../report/compliance-input';
import { SHEETS, TABLES } from '../report/marks';
import type { ReadOptions } from './block-reader';
import { sheetStates } from './own-sheets';
import { placedCell, readOwnTable, type PlacedRange } from './own-tables';

type Field = keyof typeof FINDING_HEADERS;

/** Null without an earlier sheet of ours. @throws FlexError naming the cell of a state that is none */
export async function readPreviousFindings(
  context: Excel.RequestContext,
  options: ReadOptions,
): Promise<readonly KeptFinding[] | null> {
  const { name, mark } = SHEETS.compliance;
  const [state] = await sheetStates(context, [name]);
  if (state?.mark !== mark) return null;
  const table = await readOwnTable(context, name, TABLES.complianceFindings, options);
  return table === null ? [] : keptFindings(table);
}

/** Rows that are no finding (the sentence of an empty table, notes of the user's) are passed over. */
function keptFindings(table: PlacedRange): readonly KeptFinding[] {
  const header = (table.values[0] ?? []).map((cell) => String(cell ?? '').trim());
  const at = (field: Field): number => header.indexOf(FINDING_HEADERS[field]);
  for (const field of ['id', 'state', 'reason'] as const) {
    if (at(field) >= 0) continue;
    throw new FlexError(
      'value',
      `The table ${TABLES.complianceFindings} on ${table.sheet} has no column "${FINDING_HEADERS[field]}" any more. Name it so again, then run again.`,
    );
  }
  return table.values.slice(1).flatMap((cells, index): readonly KeptFinding[] => {
    const text = (field: Field): string => String(cells[at(field)] ?? '').trim();
    const number = (field: Field): number | null => {
      const value = cells[at(field)];
      return typeof value === 'number' && Number.isFinite(value) ? value : null;
    };
    const rule = text('rule');
    if (text('id') === '' || !isRule(rule)) return [];
    const [listed = ''] = text('rows').split(' and ');
    const rows = listed.split(',').flatMap((part) => (Number(part) > 0 ? [Number(part)] : []));
    return [
      {
        id: text('id'),
        rule,
        title: text('title'),
        user: text('user'),
        displayName: text('displayName'),
        product: text('product'),
        from: number('from'),
        to: number('to'),
        evidence: text('evidence'),
        rows,
        rowCount: number('rowCount') ?? rows.length,
        severity: SEVERITIES.find((known) => known === text('severity')) ?? 'low',
        falsePositive: text('falsePositive'),
        action: text('action'),
        state: stateOf(text('state'), placedCell(table, index + 1, at('state'))),
        reason: text('reason'),
        firstSeen: number('firstSeen') ?? 0,
        closedOn: number('closedOn'),
      },
    ];
  });
}

function isRule(text: string): text is ComplianceRule {
  return Object.hasOwn(RULES, text);
}

/** A state that was cleared is open: nobody has taken the finding up. */
function stateOf(word: string, address: string): FindingState {
  if (word === '') return 'open';
  const state = FINDING_STATES.find((known) => known === word.toLowerCase());
  if (state !== undefined) return state;
  throw new FlexError(
    'value',
    `State in ${address} is "${word}". Enter ${FINDING_STATES.join(', ')} there, then run again.`,
  );
}
