/** `Flex Checks`: two ways to every total of the workbook, the difference between them, and one cell that says whether all agree. */
import { controlChecks, missingGroups, type ControlCheck } from './list';
import type { WorkbookCells, WorkbookParts } from './parts';
import type { Term } from './terms';
import { countOf } from '../model/cells';
import { columnsOf } from '../model/columns';
import type {
  CellValue,
  Computed,
  ConditionalRule,
  Figure,
  SheetDocument,
  TableBlock,
  TableCell,
} from '../model/document';
import { SHEETS, TABLES } from '../model/sheet-names';
import { SHEET_COLORS } from '../model/palette';
import { momentText } from '../model/provenance-figures';

/** Workbook names of the key figures. */
export const CHECK_FIGURES = {
  broken: 'Flex_ChecksBroken',
  compared: 'Flex_ChecksCompared',
} as const;

/** Words of a check's state. */
export const CHECK_STATES = { agrees: 'agrees', broken: 'broken', apart: 'not compared' } as const;
type CheckState = (typeof CHECK_STATES)[keyof typeof CHECK_STATES];

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
  const checks = checksTable(controlChecks(parts), parts.cells);
  const count = countIn(checks, parts.cells !== null);
  return {
    name: SHEETS.checks.name,
    mark: SHEETS.checks.mark,
    blocks: [
      {
        kind: 'text',
        lines: [
          { text: 'Do the figures add up?', style: 'title' },
          {
            text: `Written ${momentText(made.when)} by ${made.product} ${made.version}; native formulas, alive without it.`,
            style: 'subtitle',
          },
        ],
      },
      stateTable(count),
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
      checks,
      { kind: 'figures', heading: 'Key figures', figures: keyFigures(count) },
      sourcesTable(parts),
    ],
    charts: [],
    conditional: conditional(),
    gridlines: false,
    tabColor: SHEET_COLORS.tab,
    print: { orientation: 'landscape', columns: PRINTED },
  };
}

/** Counts of the states; null where only the workbook knows them. */
type Count = (state: CheckState) => Computed;

function countIn(checks: TableBlock, known: boolean): Count {
  return (state) => {
    const { formula, value } = countOf(checks, { state });
    return { formula, value: known ? value : null };
  };
}

function added(a: CellValue, b: CellValue): CellValue {
  return a === null || b === null ? null : Number(a) + Number(b);
}

/** The one cell to look at. */
function stateTable(count: Count): TableBlock {
  const column = columnsOf('USD');
  const [broken, agree] = [count(CHECK_STATES.broken), count(CHECK_STATES.agrees)];
  return {
    kind: 'table',
    name: TABLES.checksState,
    columns: [
      column('verdict', 'All together', 'text', FIRST),
      column('broken', 'Broken', 'integer', 36),
      column('agree', 'Agree', 'integer', 14),
      column('apart', 'Not compared', 'integer', 36),
    ],
    rows: [
      [
        {
          formula:
            '=IF({@broken}>0,"BROKEN: "&{@broken}&" of "&({@broken}+{@agree})&" checks",' +
            'IF({@agree}=0,"Nothing to compare yet","All "&{@agree}&" checks agree"))',
          value: verdict(broken.value, agree.value),
        },
        broken,
        agree,
        count(CHECK_STATES.apart),
      ],
    ],
    filter: false,
  };
}

function verdict(broken: CellValue, agree: CellValue): CellValue {
  if (broken === null || agree === null) return null;
  if (Number(broken) > 0) return `BROKEN: ${broken} of ${added(broken, agree)} checks`;
  return agree === 0 ? 'Nothing to compare yet' : `All ${agree} checks agree`;
}

function checksTable(checks: readonly ControlCheck[], cells: WorkbookCells | null): TableBlock {
  const column = columnsOf('USD');
  const amount = { numberFormat: '#,##0.00##' };
  return {
    kind: 'table',
    name: C,
    heading: 'Checks',
    columns: [
      column('state', 'State', 'flag', FIRST),
      column('what', 'What', 'text', 44),
      column('left', 'First', 'units', NUMBERS, amount),
      column('leftLabel', 'which is', 'text', 36, { wrap: true }),
      column('right', 'Second', 'units', NUMBERS, amount),
      column('rightLabel', 'which is that', 'text', 36, { wrap: true }),
      column('difference', 'Difference', 'units', NUMBERS, {
        numberFormat: '#,##0.00##;[Red]-#,##0.00##;0',
        note: 'First − Second; 0 up to what rounding explains.',
      }),
      column('unit', 'Unit', 'text', 10),
      column('tolerance', 'Rounding', 'units', 12, {
        numberFormat: '0.0###',
        note: 'Up to this a difference is rounding.',
      }),
      column('group', 'Group', 'text', 20),
      column('hint', 'When it is broken', 'text', 60, { wrap: true }),
    ],
    rows: checks.map((check) => checkRow(check, cells)),
    emptyText: 'No sheet of a run is here yet.',
  };
}

function checkRow(check: ControlCheck, cells: WorkbookCells | null): readonly TableCell[] {
  const term = ({ formula, value }: Term): Computed => ({
    formula: `=${formula}`,
    value: cells === null ? null : value(cells),
  });
  const [left, right, tolerance] = [term(check.left), term(check.right), term(check.tolerance)];
  const difference = differenceOf(left.value, right.value, Number(tolerance.value));
  const isText = [left, right].some(({ value }) => typeof value === 'string');
  return [
    {
      formula:
        `=IF(ISNUMBER({@difference}),IF({@difference}=0,"${CHECK_STATES.agrees}","${CHECK_STATES.broken}"),` +
        `IF(OR(ISTEXT({@left}),ISTEXT({@right})),"${CHECK_STATES.apart}","${CHECK_STATES.broken}"))`,
      value:
        cells === null
          ? null
          : difference === 0
            ? CHECK_STATES.agrees
            : isText
              ? CHECK_STATES.apart
              : CHECK_STATES.broken,
    },
    check.what,
    left,
    check.left.label,
    right,
    check.right.label,
    {
      formula:
        '=IF(AND(ISNUMBER({@left}),ISNUMBER({@right})),' +
        'IF(ABS({@left}-{@right})<={@tolerance},0,ROUND({@left}-{@right},4)),"not comparable")',
      value: cells === null ? null : difference,
    },
    check.unit,
    tolerance,
    check.group,
    check.hint,
  ];
}

function differenceOf(left: CellValue, right: CellValue, tolerance: number): number | string {
  if (typeof left !== 'number' || typeof right !== 'number') return 'not comparable';
  return Math.abs(left - right) <= tolerance ? 0 : Math.round((left - right) * 10_000) / 10_000;
}

function keyFigures(count: Count): readonly Figure[] {
  const [broken, agree] = [count(CHECK_STATES.broken), count(CHECK_STATES.agrees)];
  const shared = { numberFormat: '#,##0', unit: 'checks' };
  return [
    { label: 'Broken', name: CHECK_FIGURES.broken, ...broken, ...shared },
    {
      label: 'Compared',
      name: CHECK_FIGURES.compared,
      formula: `${broken.formula}+${agree.formula.slice(1)}`,
      value: added(broken.value, agree.value),
      ...shared,
    },
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
