/** `Flex Renewal`: levers, commitment, tiers, cards and quotes on the same demand, with the money behind each. */
import { RENEWAL_SETTINGS } from '../../engine/renewal/assumptions';
import { brokenLines } from '../model/broken-lines';
import type { Block, ChartSpec, Figure, SheetDocument, TextLine } from '../model/document';
import { moneyFormat, numberFormat, priceFormat } from '../model/formats';
import { SHEETS, TABLES } from '../model/sheet-names';
import { SHEET_COLORS } from '../model/palette';
import { provenanceFigures } from '../model/provenance-figures';
import { inputFigure } from '../model/input-cells';
import { RENEWAL_FIGURES, RENEWAL_NAMES, type RenewalReportInput } from './input';
import {
  cardsTable,
  curveTable,
  flipsTable,
  freezeTable,
  leversTable,
  levelsTable,
  quoteLinesTable,
  quotesTable,
  structuresTable,
  tiersTable,
  tornadoTable,
} from './tables';
import { renewalFinding } from './words';
import { rejectedTable } from '../segments/summary-tables';

const LOW_COLOR = '#E69F00';
const HIGH_COLOR = '#0072B2';
const T = TABLES.renewalLevers;

/** Builds the document. Text from the data stays text. */
export function renewalDocument(report: RenewalReportInput): SheetDocument {
  const { renewal, cards, currency, provenance, quotesRejected, rejected } = report;
  return {
    name: SHEETS.renewal.name,
    mark: SHEETS.renewal.mark,
    blocks: [
      { kind: 'text', lines: headLines(report) },
      { kind: 'figures', heading: 'Key figures', figures: keyFigures(report) },
      {
        kind: 'figures',
        heading:
          'Inputs (change them here: the money of the levers follows; a run reads tokens, price and seats anew)',
        figures: inputFigures(report),
      },
      leversTable(renewal, currency),
      tornadoTable(renewal, currency),
      freezeTable(renewal, currency),
      levelsTable(renewal, currency),
      { kind: 'figures', heading: 'Carry-forward', figures: carryFigures(report) },
      tiersTable(renewal, currency),
      ...(cards === null ? [] : [cardsTable(cards), flipsTable(cards)]),
      ...(renewal.structures.length === 0 ? [] : [structuresTable(renewal, currency)]),
      quotesTable(renewal, currency),
      ...(renewal.quotes === null ? [] : [quoteLinesTable(renewal, currency)]),
      ...quoteLines(report),
      curveTable(renewal, currency),
      { kind: 'figures', heading: 'Where these figures come from', figures: provenanceFigures(provenance) },
      ...(quotesRejected.length === 0
        ? []
        : [
            rejectedTable(quotesRejected, SHEETS.quotes.name, {
              name: TABLES.renewalQuotesRejected,
              heading: 'Rows of quotes left out',
            }),
          ]),
      rejectedTable(rejected, provenance.input, {
        name: TABLES.renewalRejected,
        heading: 'Usage rows left out',
      }),
    ],
    charts: charts(report),
    conditional: [
      {
        table: TABLES.renewalLevels,
        column: 'what',
        test: { kind: 'equals', text: 'recommended' },
        bold: true,
      },
      {
        table: TABLES.renewalLevels,
        column: 'saving',
        test: { kind: 'formula', formula: '={@saving}<0' },
        fontColor: SHEET_COLORS.warning,
      },
      {
        table: TABLES.renewalTiers,
        column: 'verdict',
        test: { kind: 'equals', text: 'trap' },
        fontColor: SHEET_COLORS.warning,
        bold: true,
      },
    ],
    gridlines: false,
    tabColor: SHEET_COLORS.tab,
    print: { orientation: 'landscape', columns: 11 },
    provenance,
  };
}

function headLines(report: RenewalReportInput): readonly TextLine[] {
  const { renewal, currency, window, provenance, growth, estimated, seatsKnown, warnings } = report;
  const unknown = seatsKnown
    ? []
    : ['Nobody can tell who holds which seat, so the spend on seats is taken as 0.'];
  return [
    { text: 'Renewal', style: 'title' },
    {
      text: `Year ${window}, from ${provenance.input}; rate card ${provenance.card}`,
      style: 'subtitle',
    },
    ...brokenLines(renewalFinding(renewal, currency, estimated)).map((text): TextLine => ({
      text,
      style: 'finding',
    })),
    ...brokenLines(growth.text).map((text): TextLine => ({ text, style: 'body' })),
    ...[...unknown, ...warnings].flatMap((text) =>
      brokenLines(text).map((line): TextLine => ({ text: line, style: 'warning' })),
    ),
  ];
}

/** What each quote comes to, in words: whole sentences need the width of the page. */
function quoteLines({ renewal: { quotes } }: RenewalReportInput): readonly Block[] {
  if (quotes === null) return [];
  const lines = quotes.quotes.flatMap(({ text }) => brokenLines(text));
  return [{ kind: 'text', lines: lines.map((text): TextLine => ({ text, style: 'body' })) }];
}

/** All levers together: compounded, each on what the ones before left; additive, all on the list spend. */
function together(column: string): string {
  const { tokenSpend } = RENEWAL_FIGURES;
  const { seatSpend, mode } = RENEWAL_NAMES;
  const left = `IF(MAX(${T}[${column}])>=1,0,EXP(SUMPRODUCT(LN(1-${T}[${column}]))))`;
  return (
    `=${tokenSpend}*IF(${mode}="additive",MIN(1,SUM(${T}[${column}])),1-${left})` +
    `+${seatSpend}*SUMIFS(${T}[${column}],${T}[Lever],"Bundle")`
  );
}

function keyFigures({ renewal, currency }: RenewalReportInput): readonly Figure[] {
  const f = RENEWAL_FIGURES;
  const money = (label: string, name: string, value: number, formula: string, note?: string): Figure => ({
    label,
    name,
    value,
    formula,
    numberFormat: numberFormat('money', currency),
    unit: `${currency} a year`,
    ...(note === undefined ? {} : { note }),
  });
  const { tokens, listPrice } = RENEWAL_NAMES;
  const { low, mid, high, own } = renewal.levers.at(-1)?.cumulativeMoney ?? {
    low: 0,
    mid: 0,
    high: 0,
    own: 0,
  };
  return [
    money('Token spend at list', f.tokenSpend, renewal.tokenSpend, `=${tokens}*${listPrice}`),
    money('All levers, low', f.low, low, together('Low')),
    money('All levers, mid', f.mid, mid, together('Mid')),
    money('All levers, high', f.high, high, together('High')),
    money(
      'All levers as they count',
      f.chosen,
      own,
      together('Counts'),
      'your own value where you typed one, else mid',
    ),
  ];
}

function inputFigures({
  lastYear,
  listPrice,
  seatSpend,
  mode,
  growthUsed,
  growth,
  currency,
}: RenewalReportInput) {
  const input = (
    label: string,
    name: string,
    value: Figure['value'],
    format: string,
    note: string,
  ): Figure => ({
    label,
    name,
    value: value ?? null,
    numberFormat: format,
    note,
    input: true,
  });
  const interval =
    growth.low === null || growth.high === null
      ? 'the data give no interval'
      : `90 % interval ${Math.round(growth.low * 1000) / 10} % to ${Math.round(growth.high * 1000) / 10} %`;
  return [
    input('Tokens of the year', RENEWAL_NAMES.tokens, lastYear, '#,##0', 'of everybody in the usage'),
    input('List price of a token', RENEWAL_NAMES.listPrice, listPrice, priceFormat(currency), currency),
    input(
      'Spend on seats',
      RENEWAL_NAMES.seatSpend,
      seatSpend,
      moneyFormat(currency),
      'a year at list, of the seats held today',
    ),
    inputFigure(RENEWAL_SETTINGS.mode, mode, currency, { run: '', costs: '', figures: '' }),
    {
      label: 'Growth a year',
      name: RENEWAL_FIGURES.growth,
      value: growthUsed,
      numberFormat: numberFormat('share', currency),
      note: `${interval}; change it in the pane and run again`,
    },
  ] satisfies readonly Figure[];
}

function carryFigures({ renewal: { carryForward }, currency }: RenewalReportInput): readonly Figure[] {
  const money = (label: string, value: number | null, note: string): Figure => ({
    label,
    value,
    numberFormat: numberFormat('money', currency),
    unit: `${currency} a year`,
    note,
  });
  const share = (label: string, value: number, note: string): Figure => ({
    label,
    value,
    numberFormat: numberFormat('share', currency),
    note,
  });
  return [
    money('Expected value', carryForward.expected, 'simulated: price × tokens that are left, up to the cap'),
    money('Standard error', carryForward.standardError, 'of the expected value, by simulation'),
    money('The most it can be worth', carryForward.most, 'price × cap × pool'),
    share('Cap', carryForward.capShare, 'share of the pool'),
    share('Chance that any tokens are left', carryForward.chanceUsed, 'at a pool of the expected demand'),
    share('Chance that it is granted', carryForward.chance, "the guide's figure unless changed in the pane"),
  ];
}

function charts({ renewal, currency }: RenewalReportInput): readonly ChartSpec[] {
  const first = renewal.tornado.bars[0];
  return [
    {
      name: 'Flex renewal tornado',
      title: first === undefined ? 'No lever' : `${first.name} matters most`,
      type: 'bar',
      table: TABLES.renewalTornado,
      categoryKey: 'name',
      series: [
        { key: 'outcomeLow', name: 'At low', color: LOW_COLOR },
        { key: 'outcomeHigh', name: 'At high', color: HIGH_COLOR },
      ],
      valueAxisTitle: `${currency} a year, all levers together`,
      valueNumberFormat: moneyFormat(currency),
      placement: 'below',
      width: 560,
      height: 260,
    },
    {
      name: 'Flex renewal price curve',
      title: 'Tokens one would buy at each token price',
      type: 'scatter',
      table: TABLES.renewalCurve,
      categoryKey: 'price',
      series: [{ key: 'tokens', name: 'Tokens', color: HIGH_COLOR }],
      categoryAxisTitle: `${currency} a token`,
      valueAxisTitle: 'Tokens a year',
      valueNumberFormat: '#,##0',
      categoryNumberFormat: priceFormat(currency),
      placement: 'below',
      width: 560,
      height: 260,
    },
  ];
}
