/** `Flex Chargeback`: what each cost centre pays, to the cent of the invoices. People are never named here. */
import { UNUSED } from '../../../engine/monitor/ledger/chargeback';
import type { MonitorReview } from '../../../engine/monitor/review-types';
import { formatMoney, counted } from '../../../engine/numeric';
import { sumOf } from '../../model/cells';
import { filled, valuedColumns } from '../../model/columns';
import type { Computed, Figure, SheetDocument, TableBlock } from '../../model/document';
import { centsFormat, roundToCents, countText } from '../../model/formats';
import { SHEETS, TABLES } from '../../model/sheet-names';
import { chargebackStaleness, unusedRuleFigure } from '../assumptions';
import { CHARGEBACK_FIGURES, type MonitorReportInput } from '../input';
import { dayText } from '../words';
import { SHEET_COLORS } from '../../model/palette';
import { provenanceFigures } from '../../model/provenance-figures';

const FIRST = 34;
const OTHERS = 16;

/** Builds the document. */
export function chargebackDocument(report: MonitorReportInput): SheetDocument {
  const { review, provenance } = report;
  const lines = linesTable(review);
  return {
    name: SHEETS.chargeback.name,
    mark: SHEETS.chargeback.mark,
    blocks: [
      {
        kind: 'text',
        lines: [
          { text: 'Who pays for the tokens', style: 'title' },
          {
            text: `All packs up to ${dayText(review.asOf)}, usage from ${provenance.input}; ${review.currency}, at what each pack cost`,
            style: 'subtitle',
          },
          { text: finding(review), style: 'finding' },
          chargebackStaleness(report),
          ...uncoveredLine(review),
        ],
      },
      { kind: 'figures', heading: 'Rule', figures: [unusedRuleFigure(report)] },
      lines,
      { kind: 'figures', heading: 'Does it add up?', figures: sumFigures(review, lines) },
      {
        kind: 'figures',
        heading: 'Where these figures come from',
        figures: provenanceFigures(provenance),
      },
    ],
    charts: [],
    conditional: [],
    gridlines: false,
    tabColor: SHEET_COLORS.tab,
    print: { orientation: 'portrait' },
    provenance,
  };
}

function linesTable({ chargeback, currency }: MonitorReview): TableBlock {
  const column = valuedColumns<MonitorReview['chargeback']['lines'][number]>(currency);
  const money = { numberFormat: centsFormat(currency) };
  const uncovered = chargeback.lines.some((line) => (line.uncovered ?? 0) > 0);
  return {
    kind: 'table',
    name: TABLES.chargeback,
    heading: 'By cost centre',
    ...filled(
      [
        column('costCentre', 'Cost centre', 'text', FIRST, ({ costCentre }) => costCentre, {
          note: 'Of the person, from the people table; the department where it names none.',
        }),
        column('tokens', 'Tokens', 'tokens', OTHERS, ({ tokens }) => tokens, { note: 'Burned from packs.' }),
        column('used', 'Used', 'money', OTHERS, ({ usedCents }) => usedCents / 100, {
          ...money,
          note: `${currency}: tokens at the cost of the packs they came from.`,
        }),
        column('unused', 'Unused', 'money', OTHERS, ({ unusedCents }) => unusedCents / 100, {
          ...money,
          note: `${currency}: share of what expired or was adjusted, by the rule above.`,
        }),
        column('total', 'Total', 'money', OTHERS, ({ totalCents }) => totalCents / 100, {
          ...money,
          formula: '={@used}+{@unused}',
        }),
        ...(uncovered
          ? [
              column('uncovered', 'Without a balance', 'tokens', OTHERS, (line) => line.uncovered ?? 0, {
                note: 'Tokens used on days without a pack to draw on: they cost nothing here.',
              }),
            ]
          : []),
      ],
      chargeback.lines,
    ),
    emptyText: 'Nothing has been burned from a pack yet.',
    filter: false,
    ...(chargeback.lines.length === 0
      ? {}
      : {
          totals: {
            label: 'Total',
            sums: ['tokens', 'used', 'unused', 'total', ...(uncovered ? ['uncovered'] : [])],
          },
        }),
  };
}

function sumFigures({ chargeback, currency }: MonitorReview, lines: TableBlock): readonly Figure[] {
  const n = CHARGEBACK_FIGURES;
  const money = (label: string, name: string, of: number | Computed, note: string): Figure => ({
    label,
    name,
    ...(typeof of === 'number' ? { value: of } : of),
    numberFormat: centsFormat(currency),
    unit: currency,
    note,
  });
  const charged = sumOf(lines, 'total');
  const [stillInPool, invoices] = [chargeback.stillInPoolCents / 100, chargeback.invoicedCents / 100];
  return [
    money('Charged', n.charged, charged, 'all cost centres'),
    money('Still in the pool', n.stillInPool, stillInPool, 'tokens nobody has used yet, at what they cost'),
    money('Invoices', n.invoices, invoices, 'Quantity × Price of every pack that has started'),
    money(
      'Difference',
      n.difference,
      {
        formula: `=ROUND(${n.invoices}-${n.charged}-${n.stillInPool},2)`,
        value: roundToCents(invoices - Number(charged.value) - stillInPool),
      },
      'invoices − charged − still in the pool; must be 0.00',
    ),
  ];
}

function finding({ chargeback, currency }: MonitorReview): string {
  const { lines, invoicedCents, stillInPoolCents } = chargeback;
  if (invoicedCents === 0 && lines.length === 0) return 'No invoice yet: there is nothing to charge';
  const charged = lines.reduce((sum, { totalCents }) => sum + totalCents, 0);
  const centres = lines.filter(({ costCentre }) => costCentre !== UNUSED).length;
  const unused = lines.reduce((sum, { unusedCents }) => sum + unusedCents, 0);
  const money = (cents: number): string => formatMoney(cents / 100, currency);
  return (
    `${money(charged)} of ${money(invoicedCents)} goes to ${counted(centres, 'cost centre')}` +
    `${unused === 0 ? '' : `, ${money(unused)} of it for tokens nobody used`}; ${money(stillInPoolCents)} is still in the pool`
  );
}

function uncoveredLine({
  ledger,
}: MonitorReview): readonly { readonly text: string; readonly style: 'warning' }[] {
  const { uncovered } = ledger.total;
  return uncovered < 0.5
    ? []
    : [
        {
          text: `${countText(uncovered)} tokens were used on days without a balance; no invoice covers them, so nobody pays for them here.`,
          style: 'warning',
        },
      ];
}
