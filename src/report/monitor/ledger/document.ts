/** `Flex Pool Ledger`: the packs and corrections the user keeps, and what became of the tokens: lots, teams, reconciliation, money by month. */
import { countText } from '../../model/formats';
import type { Block, SheetDocument, TextLine } from '../../model/document';
import { brokenLines } from '../../model/broken-lines';
import { invoiceFigures, ledgerKeyFigures } from './figures';
import { monthsTable, teamMonthsTables } from './months';
import { SAMPLE_PACKS } from './sample';
import { ledgerLotsTable, poolTeamsTable, reconciliationTable, TOTAL } from './tables';
import { SHEETS, TABLES } from '../../model/sheet-names';
import { LEDGER_TABLES, ledgerStaleness } from '../assumptions';
import type { MonitorOwnTables, MonitorReportInput } from '../input';
import { ownTable } from '../own-tables';
import { withOwnRejects } from '../rejects';
import { dayText } from '../words';
import { SHEET_COLORS } from '../../model/palette';
import { provenanceFigures } from '../../model/provenance-figures';

const TITLE = 'The pool as a ledger';
const BROKEN = '#FADFCC';

/** Builds the document. The user's rows are written back as given, with room below. */
export function ledgerDocument(report: MonitorReportInput): SheetDocument {
  const { review, own, ownRejected, provenance } = report;
  const lots = ledgerLotsTable(review);
  const months = monthsTable(review);
  const blocks: readonly Block[] = [
    { kind: 'text', lines: headLines(report) },
    { kind: 'figures', heading: 'Key figures', figures: ledgerKeyFigures(report, lots) },
    ...ownBlocks(own, review.currency),
    lots,
    poolTeamsTable(review),
    reconciliationTable(review),
    months,
    { kind: 'figures', heading: 'Does it add up?', figures: invoiceFigures(report, lots, months) },
    ...teamMonthsTables(review),
    {
      kind: 'figures',
      heading: 'Where these figures come from',
      figures: provenanceFigures(provenance),
    },
  ];
  return withOwnRejects(
    {
      ...sheet(blocks),
      conditional: [
        {
          table: TABLES.poolTeams,
          column: 'team',
          test: { kind: 'equals', text: TOTAL },
          bold: true,
        },
        {
          table: TABLES.lots,
          column: 'expiresIn',
          test: { kind: 'formula', formula: '=AND({@balance}>0,{@expiresIn}<=90)' },
          fill: BROKEN,
        },
        {
          table: TABLES.reconciliation,
          column: 'unexplained',
          test: { kind: 'formula', formula: '=AND(ISNUMBER({@unexplained}),ABS({@unexplained})>=0.5)' },
          fill: BROKEN,
        },
      ],
      provenance,
    },
    ownRejected,
    LEDGER_TABLES,
    { name: TABLES.ledgerRejected, heading: 'Your rows left out' },
  );
}

/**
 * The first `Flex Pool Ledger`, before any review: the user's tables with room to type in.
 * @param samplePacks true = packs that go with the sample usage
 * @param currency ISO code of the rate card
 */
export function emptyLedgerDocument(samplePacks = false, currency = 'USD'): SheetDocument {
  const own: MonitorOwnTables = {
    packs: samplePacks ? SAMPLE_PACKS : null,
    transfers: null,
    adjustments: null,
    shownBalances: null,
    budgets: null,
    holidays: null,
    spareSeats: null,
  };
  const lines: readonly TextLine[] = [
    { text: TITLE, style: 'title' },
    {
      text: samplePacks
        ? 'Packs that go with the sample usage. Run Monitor to see how long they last.'
        : 'Enter the packs you bought, one row each, then run Monitor: it says how long they last, who burns them and what to do.',
      style: 'subtitle',
    },
    {
      text: 'Quantity, price and start of each pack are enough. Transfers, adjustments and shown balances can follow when there are any.',
      style: 'body',
    },
  ];
  return sheet([{ kind: 'text', lines }, ...ownBlocks(own, currency)]);
}

function sheet(blocks: readonly Block[]): SheetDocument {
  return {
    name: SHEETS.ledger.name,
    mark: SHEETS.ledger.mark,
    blocks,
    charts: [],
    conditional: [],
    gridlines: false,
    tabColor: SHEET_COLORS.tab,
    print: { orientation: 'landscape' },
  };
}

function ownBlocks(own: MonitorOwnTables, currency: string): readonly Block[] {
  return LEDGER_TABLES.map((key) => ownTable(key, own[key], currency));
}

function headLines(report: MonitorReportInput): readonly TextLine[] {
  const { review, provenance } = report;
  return [
    { text: TITLE, style: 'title' },
    {
      text: `As of ${dayText(review.asOf)}, usage from ${provenance.input}; rate card ${provenance.card}`,
      style: 'subtitle',
    },
    findingLine(report),
    ledgerStaleness(report),
    ...ledgerWarnings(report).flatMap((text) =>
      brokenLines(text).map((line): TextLine => ({ text: line, style: 'warning' })),
    ),
  ];
}

function findingLine({ review }: MonitorReportInput): TextLine {
  const { ledger, total } = review;
  const { bought, carriedIn, burned, expired } = ledger.total;
  const left = total.balance === ledger.total.balance ? '' : ' by the balance shown';
  const text =
    bought + carriedIn === 0
      ? 'No pack has started yet: there is nothing to account for'
      : `Of ${countText(bought + carriedIn)} tokens that came in, ${countText(burned)} were burned and ${countText(expired)} expired; ${countText(total.balance)} are left${left}`;
  return { text, style: 'finding' };
}

function ledgerWarnings({ review, ownRejected }: MonitorReportInput): readonly string[] {
  const { ledger } = review;
  const left = ownRejected.filter(({ table }) => LEDGER_TABLES.includes(table)).length;
  const { uncovered, lostRefunds } = ledger.total;
  return [
    ...(left === 0
      ? []
      : [`${countText(left)} of your rows could not be used: they are listed at the end of this sheet.`]),
    ...(uncovered < 0.5
      ? []
      : [
          `${countText(uncovered)} tokens were used on days without a balance. Enter the pack they came from, or the balance that Autodesk shows.`,
        ]),
    ...(lostRefunds < 0.5
      ? []
      : [`Refunds of ${countText(lostRefunds)} tokens found no pack to go back to: its tokens had expired.`]),
  ];
}
