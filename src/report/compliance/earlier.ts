/** Findings over runs: what an earlier `Flex Compliance` tells, with the state and reason the user gave, held against those of this run. */
import {
  keepStates,
  RULES,
  type ComplianceReport,
  type ComplianceRule,
  type FindingState,
  type KeptFinding,
} from '../../engine/compliance';
import { FlexError } from '../../engine/errors';
import { FINDING_HEADERS } from './document';
import { FINDING_STATES, SEVERITIES } from './input';
import { TABLES } from '../model/sheet-names';
import { placedCell, type PlacedRange } from '../model/placed-range';

type Field = keyof typeof FINDING_HEADERS;

/**
 * States kept over runs; a reason typed beside a finding stays, whatever its state.
 * @param earliest serial of the first row of the data; findings from before it keep their state
 */
export function keptFindings(
  { findings, checks, asOf }: ComplianceReport,
  earlier: readonly KeptFinding[],
  earliest: number | null,
): readonly KeptFinding[] {
  const reasons = new Map(earlier.map(({ id, reason }) => [id, reason]));
  return keepStates(findings, earlier, { asOf, checks, earliest }).map((finding) => ({
    ...finding,
    reason: reasons.get(finding.id) ?? finding.reason,
  }));
}

/**
 * The findings of a sheet. Rows that are none (the sentence of an empty table, notes of the user's) are passed over.
 * @throws FlexError naming the cell of a state that is none, or the column that is gone
 */
export function listedFindings(table: PlacedRange): readonly KeptFinding[] {
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
