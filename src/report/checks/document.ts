/** `Flex Checks`: two ways to every total of the workbook, the difference between them, and one cell that says whether all agree. */
import { controlChecks, missingGroups, type ControlCheck } from './list';
import type { WorkbookParts } from './parts';
import { columnsOf } from '../model/columns';
import type { CellValue, ConditionalRule, Figure, SheetDocument, TableBlock } from '../model/document';
import { SHEETS, TABLES } from '../model/sheet-names';
import { SHEET_COLORS } from '../model/palette';

/** Workbook names of the key figures. */
export const CHECK_FIGURES = {
  broken: 'Flex_ChecksBroken',
  compared: 'Flex_ChecksCompared',
} as const;

/** Words of a check's state. */
export const CHECK_STATES = { agrees: 'agrees', broken: 'broken', apart: 'not compared' } as const;

export interface ChecksMade {
  readonly product: string;
  readonly version: string;
  /** ISO date-time text. */
  readonly when: string;
}

const C = TABLES.checks;
const RED = '#B3261E';
const GREEN = '#CDEDE3';
const FIRST = 34;
const NUMBERS = 16;

/** Columns printed: up to the difference. */
const PRINTED = 7;

/**
 * Builds the document. Every total is a native formula over what stands in the workbook, so the sheet turns red once a figure behind it is
 * changed; nothing of it needs the add-in.
 */
export function checksDocument(parts: WorkbookParts, made: ChecksMade): SheetDocument {
  const checks = controlChecks(parts);
  return {
    name: SHEETS.checks.name,
    mark: SHEETS.checks.mark,
    blocks: [
      {
        kind: 'text',
        lines: [
          { text: 'Do the figures add up?', style: 'title' },
          {
            text: `Written ${made.when.slice(0, 16).replace('T', ' ')} UTC by ${made.product} ${made.version}; native formulas, alive without it.`,
            style: 'subtitle',
          },
        ],
      },
      stateTable(),
      {
        kind: 'text',
        lines: [
          {
            text: 'Every difference must be 0. What is broken names where to look; a check is not compared where its two sides were made from different usage, people or days.',
            style: 'body',
          },
          ...missingGroups(parts).map((text) => ({ text, style: 'warning' as const })),
        ],
      },
      checksTable(checks),
      { kind: 'figures', heading: 'Key figures', figures: keyFigures() },
      sourcesTable(parts),
    ],
    charts: [],
    conditional: conditional(),
    gridlines: false,
    tabColor: SHEET_COLORS.tab,
    print: { orientation: 'landscape', columns: PRINTED },
  };
}

/** The one cell to look at. */
function stateTable(): TableBlock {
  const column = columnsOf('USD');
  const count = (state: string): string => `COUNTIFS(${C}[State],"${state}")`;
  return {
    kind: 'table',
    name: TABLES.checksState,
    columns: [
      column('verdict', 'All together', 'text', FIRST, {
        formula:
          '=IF({@broken}>0,"BROKEN: "&{@broken}&" of "&({@broken}+{@agree})&" checks",' +
          'IF({@agree}=0,"Nothing to compare yet","All "&{@agree}&" checks agree"))',
      }),
      column('broken', 'Broken', 'integer', 36, { formula: `=${count(CHECK_STATES.broken)}` }),
      column('agree', 'Agree', 'integer', 14, { formula: `=${count(CHECK_STATES.agrees)}` }),
      column('apart', 'Not compared', 'integer', 36, { formula: `=${count(CHECK_STATES.apart)}` }),
    ],
    rows: [[null, null, null, null]],
    filter: false,
  };
}

function checksTable(checks: readonly ControlCheck[]): TableBlock {
  const column = columnsOf('USD');
  const side = (key: 'left' | 'right', header: string) =>
    column(key, header, 'units', NUMBERS, {
      numberFormat: '#,##0.00##',
      formulas: checks.map((check) => `=${check[key].formula}`),
    });
  return {
    kind: 'table',
    name: C,
    heading: 'Checks',
    columns: [
      column('state', 'State', 'flag', FIRST, {
        formula:
          `=IF(ISNUMBER({@difference}),IF({@difference}=0,"${CHECK_STATES.agrees}","${CHECK_STATES.broken}"),` +
          `IF(OR(ISTEXT({@left}),ISTEXT({@right})),"${CHECK_STATES.apart}","${CHECK_STATES.broken}"))`,
      }),
      column('what', 'What', 'text', 44),
      side('left', 'First'),
      column('leftLabel', 'which is', 'text', 36, { wrap: true }),
      side('right', 'Second'),
      column('rightLabel', 'which is that', 'text', 36, { wrap: true }),
      column('difference', 'Difference', 'units', NUMBERS, {
        numberFormat: '#,##0.00##;[Red]-#,##0.00##;0',
        formula:
          '=IF(AND(ISNUMBER({@left}),ISNUMBER({@right})),' +
          'IF(ABS({@left}-{@right})<={@tolerance},0,ROUND({@left}-{@right},4)),"not comparable")',
        note: 'First − Second; 0 up to what rounding explains.',
      }),
      column('unit', 'Unit', 'text', 10),
      column('tolerance', 'Rounding', 'units', 12, {
        numberFormat: '0.0###',
        formulas: checks.map(({ tolerance }) => `=${tolerance}`),
        note: 'Up to this a difference is rounding.',
      }),
      column('group', 'Group', 'text', 20),
      column('hint', 'When it is broken', 'text', 60, { wrap: true }),
    ],
    rows: checks.map(({ what, left, right, unit, group, hint }): readonly CellValue[] => [
      null,
      what,
      null,
      left.label,
      null,
      right.label,
      null,
      unit,
      null,
      group,
      hint,
    ]),
    emptyText: 'No sheet of a run is here yet.',
  };
}

function keyFigures(): readonly Figure[] {
  const count = (label: string, name: string, formula: string): Figure => ({
    label,
    name,
    formula,
    numberFormat: '#,##0',
    unit: 'checks',
  });
  const of = (state: string): string => `COUNTIFS(${C}[State],"${state}")`;
  return [
    count('Broken', CHECK_FIGURES.broken, `=${of(CHECK_STATES.broken)}`),
    count('Compared', CHECK_FIGURES.compared, `=${of(CHECK_STATES.broken)}+${of(CHECK_STATES.agrees)}`),
  ];
}

/** Figures that no formula of a workbook can work out, and where they come from. */
const SOURCES: readonly (readonly [figure: string, sheet: string, source: string])[] = [
  [
    'Rows read, used and left out',
    SHEETS.summary.name,
    'Counted while the usage was read; each sheet names its input and a fingerprint of it.',
  ],
  [
    'Tokens of a person',
    SHEETS.segments.name,
    'Hours, days or results of the usage × the rate of the product, or its tokens column.',
  ],
  ['Tokens by product', SHEETS.summary.name, 'The same rows, added up by product by the run.'],
  [
    'Tokens by month',
    SHEETS.summary.name,
    'The same rows, added up by month alone, apart from the sums by person.',
  ],
  [
    'Burned of each pack',
    SHEETS.ledger.name,
    'Played day by day: earliest expiry first, ties smallest first.',
  ],
  ['Used, without a balance, lost refunds', SHEETS.ledger.name, 'Counted by the same play.'],
  [
    'Burned and expired money by month',
    SHEETS.ledger.name,
    'Tokens at the cost of their pack, in whole cents.',
  ],
  ['Still in the pool', SHEETS.chargeback.name, 'What the tokens nobody has used yet cost, in whole cents.'],
  [
    'Tokens of the last 28 days',
    SHEETS.monitor.name,
    'The same rows, added up by product, team and segment by the review.',
  ],
];

function sourcesTable({ sheets }: WorkbookParts): TableBlock {
  const column = columnsOf('USD');
  return {
    kind: 'table',
    name: TABLES.checksSources,
    heading: 'Figures that are no formulas',
    note: 'They come out of the usage itself. Each is compared above with another way to it.',
    columns: [
      column('figure', 'Figure', 'text', FIRST),
      column('source', 'Where it comes from', 'text', 44, { wrap: true }),
      column('sheet', 'On', 'text', NUMBERS),
    ],
    rows: SOURCES.filter(([, sheet]) => sheets.has(sheet)).map(([figure, sheet, source]) => [
      figure,
      source,
      sheet,
    ]),
    emptyText: 'None yet.',
    filter: false,
  };
}

function conditional(): readonly ConditionalRule[] {
  const red = { fill: RED, fontColor: '#FFFFFF', bold: true } as const;
  return [
    {
      table: TABLES.checksState,
      column: 'verdict',
      test: { kind: 'formula', formula: '={@broken}>0' },
      ...red,
    },
    {
      table: TABLES.checksState,
      column: 'verdict',
      test: { kind: 'formula', formula: '=AND({@broken}=0,{@agree}>0)' },
      fill: GREEN,
      bold: true,
    },
    { table: C, column: 'state', test: { kind: 'equals', text: CHECK_STATES.broken }, ...red },
    {
      table: C,
      column: 'difference',
      test: { kind: 'formula', formula: `={@state}="${CHECK_STATES.broken}"` },
      fontColor: RED,
      bold: true,
    },
    {
      table: C,
      column: 'state',
      test: { kind: 'equals', text: CHECK_STATES.apart },
      fontColor: SHEET_COLORS.quiet,
    },
  ];
}
