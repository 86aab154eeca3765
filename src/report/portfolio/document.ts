/** `Flex Portfolio`: the cheapest mix with its certificate, today against proposed, the inputs to change, and one row a person. */
import { isoDate, counted } from '../../engine/numeric';
import { brokenLines } from '../model/broken-lines';
import type { Block, ChartSpec, ConditionalRule, SheetDocument, TextLine } from '../model/document';
import { moneyFormat } from '../model/formats';
import { SHEETS, TABLES } from '../model/sheet-names';
import { SHEET_COLORS } from '../model/palette';
import { withCard } from '../rates/card-changed';
import { portfolioInputFigures, portfolioStaleness } from './assumptions';
import { portfolioKeyFigures } from './figures';
import type { PortfolioReportInput } from './input';
import { peopleTable } from './people';
import { savingLinesTable } from './saving-lines';
import { goneFromPortfolioTable, moneyTable, notesTable, portfolioTiersTable, seatsTable } from './tables';
import { moneyTitle, portfolioFinding } from './words';
import { provenanceFigures } from '../model/provenance-figures';
import { rejectedTable } from '../segments/summary-tables';

/** Columns of the mix: today grey, proposed blue; the legend names them. */
const TODAY_COLOR = '#8C8C8C';
const PROPOSED_COLOR = '#0072B2';

/**
 * Builds the document. Text from the data stays text.
 * @param tierRows body rows the tier table had before, blank ones too
 */
export function portfolioDocument(report: PortfolioReportInput, tierRows = 0): SheetDocument {
  const { portfolio, provenance, gone, listsRejected, rejected } = report;
  const people = peopleTable(report);
  const seats = seatsTable(portfolio);
  const money = moneyTable(portfolio);
  const blocks: Block[] = [
    { kind: 'text', lines: headLines(report) },
    money,
    {
      kind: 'figures',
      heading: 'Key figures',
      figures: portfolioKeyFigures(report, { people, seats, money }),
    },
    ...(portfolio.summary.savingLines.length === 0 ? [] : [savingLinesTable(portfolio)]),
    {
      kind: 'figures',
      heading: 'Inputs (change them here: costs follow, who gets what after another run)',
      figures: portfolioInputFigures(
        report.assumptions,
        portfolio.summary.proposed.tokenPrice,
        portfolio.currency,
      ),
    },
    portfolioTiersTable(portfolio.prices.tiers, tierRows, portfolio.currency),
    seats,
    { kind: 'figures', heading: 'Where these figures come from', figures: provenanceFigures(provenance) },
    people,
    ...(gone.length === 0 ? [] : [goneFromPortfolioTable(gone)]),
    ...(portfolio.notes.length === 0 ? [] : [notesTable(portfolio.notes)]),
    ...(listsRejected.length === 0
      ? []
      : [
          rejectedTable(listsRejected, 'your seats, subscriptions and pins', {
            name: TABLES.portfolioListsRejected,
            heading: 'Rows of seats, subscriptions and pins left out',
          }),
        ]),
    rejectedTable(rejected, provenance.input, {
      name: TABLES.portfolioRejected,
      heading: 'Usage rows left out',
    }),
  ];
  return {
    name: SHEETS.portfolio.name,
    mark: SHEETS.portfolio.mark,
    blocks,
    charts: [moneyChart(report)],
    conditional: conditional(),
    gridlines: false,
    tabColor: SHEET_COLORS.tab,
    // Up to the Reason: more would be too small to read on a page.
    print: { orientation: 'landscape', columns: people.columns.findIndex(({ key }) => key === 'reason') + 1 },
    provenance,
  };
}

function headLines(report: PortfolioReportInput): readonly TextLine[] {
  const { portfolio, assumptions, provenance, seatsFrom, estimated } = report;
  const staleness = withCard(
    portfolioStaleness(assumptions, portfolio.currency, portfolio.prices.tiers),
    report.cardChanged,
    'Build portfolio',
  );
  const known = seatsFrom === '' ? 'who holds which seat today is not known' : `seats from ${seatsFrom}`;
  const { length } = portfolio.notes;
  const followed =
    length === 0
      ? []
      : [
          `${counted(length, 'entry', 'entries')} of your seats, subscriptions or pins could not be followed as written: see the list below the people.`,
        ];
  return [
    { text: 'The cheapest mix of Flex, seats and Collections', style: 'title' },
    {
      text: `Year ${report.window}, as of ${isoDate(assumptions.asOf)}, from ${provenance.input}; ${known}; rate card ${provenance.card}`,
      style: 'subtitle',
    },
    ...brokenLines(portfolioFinding(portfolio, estimated)).map((text): TextLine => ({
      text,
      style: 'finding',
    })),
    ...brokenLines(portfolio.certificate.text).map((text): TextLine => ({ text, style: 'body' })),
    { text: staleness.text, formula: staleness.formula, style: 'body' },
    ...[...followed, ...report.warnings].flatMap((text) =>
      brokenLines(text).map((line): TextLine => ({ text: line, style: 'warning' })),
    ),
  ];
}

function moneyChart({ portfolio }: PortfolioReportInput): ChartSpec {
  const isKnown = portfolio.summary.today !== null;
  return {
    name: 'Flex portfolio today and proposed',
    title: moneyTitle(portfolio),
    type: 'column',
    table: TABLES.portfolioMoney,
    categoryKey: 'part',
    series: [
      ...(isKnown ? [{ key: 'costToday', name: 'Today', color: TODAY_COLOR }] : []),
      { key: 'cost', name: 'Proposed', color: PROPOSED_COLOR },
    ],
    valueAxisTitle: `${portfolio.currency} a year`,
    valueNumberFormat: moneyFormat(portfolio.currency),
    placement: 'below',
    width: 620,
    height: 300,
  };
}

function conditional(): readonly ConditionalRule[] {
  return [
    {
      table: TABLES.portfolio,
      column: 'saving',
      test: { kind: 'formula', formula: '=AND(ISNUMBER({@saving}),{@saving}<0)' },
      fontColor: SHEET_COLORS.warning,
    },
    {
      table: TABLES.portfolio,
      column: 'changed',
      test: { kind: 'formula', formula: '={@changed}<>""' },
      bold: true,
    },
    {
      table: TABLES.portfolio,
      column: 'blocked',
      test: { kind: 'formula', formula: '={@blocked}<>""' },
      fontColor: SHEET_COLORS.warning,
    },
    {
      table: TABLES.portfolioSeats,
      column: 'toBuy',
      test: { kind: 'formula', formula: '={@toBuy}>0' },
      bold: true,
    },
  ];
}
