/** The control totals: two ways to the same figure each, as native formulas over the sheets of the workbook. */
import { PEOPLE } from '../../engine/assumptions/shared';
import { wordOf } from '../../engine/assumptions/value';
import type { WorkbookCells, WorkbookParts } from './parts';
import { added, labelled, count, fixed, last, named, sum, type Term } from './terms';
import { numbersIn } from '../model/cells';
import { quoteText } from '../model/formula';
import { CAME_BY } from '../monitor/ledger/tables';
import { SHEETS, TABLES } from '../model/sheet-names';
import { CHARGEBACK_FIGURES, LEDGER_FIGURES, MONITOR_FIGURES, MONITOR_NAMES } from '../monitor/input';
import { REJECTED_SHOWN } from '../segments/summary-tables';

export type CheckUnit = 'rows' | 'people' | 'tokens' | 'money';

/** One side of a check, and what it is called. */
export interface Side extends Term {
  readonly label: string;
}

export interface ControlCheck {
  readonly group: string;
  readonly what: string;
  readonly left: Side;
  readonly right: Side;
  readonly unit: CheckUnit;
  /** Up to this a difference is rounding. */
  readonly tolerance: Term;
  /** What to look at when it is broken. */
  readonly hint: string;
  /** Tables (with their headers), sheets and names that both sides need. */
  readonly needs: Needs;
}

interface Needs {
  readonly sheets?: readonly string[];
  readonly tables?: Readonly<Record<string, readonly string[]>>;
  readonly names?: readonly string[];
}

/** Binary fractions add up to less than this. */
const TOKENS_ROUNDING = fixed(0.0005);
const HALF_A_CENT = 0.005;

/** Sheets that show how many rows were read, used and left out, with the table that lists those left out. */
const COUNTED_SHEETS: readonly (readonly [sheet: string, rejected: string | null])[] = [
  [SHEETS.summary.name, TABLES.rejected],
  [SHEETS.usage.name, null],
  [SHEETS.pool.name, TABLES.poolRejected],
  [SHEETS.ledger.name, null],
  [SHEETS.monitor.name, TABLES.monitorRejected],
  [SHEETS.chargeback.name, null],
  [SHEETS.portfolio.name, TABLES.portfolioRejected],
  [SHEETS.renewal.name, TABLES.renewalRejected],
  [SHEETS.compliance.name, TABLES.complianceRejected],
];

/** The checks that this workbook can answer, in the order shown. */
export function controlChecks(parts: WorkbookParts): readonly ControlCheck[] {
  return ALL.filter(({ needs }) => isThere(parts, needs));
}

/** Groups that the workbook cannot answer at all, with what would have to be run. */
export function missingGroups(parts: WorkbookParts): readonly string[] {
  const there = new Set(controlChecks(parts).map(({ group }) => group));
  return Object.entries(MISSING).flatMap(([group, text]) => (there.has(group) ? [] : [text]));
}

const ROWS = 'Rows';
const YEAR = 'Tokens of the year';
const BURN = 'Burn';
const INVOICES = 'Packs and invoices';

const MISSING: Readonly<Record<string, string>> = {
  [ROWS]: 'Rows are not checked: no sheet with a run is here. Run Segment first.',
  [YEAR]: 'Tokens by person, product, segment and month are not checked: run Segment first.',
  [BURN]: 'Burn is not checked against the ledger: run Monitor first.',
  [INVOICES]: 'Packs are not checked against the invoices: run Monitor first.',
};

function isThere(parts: WorkbookParts, { sheets = [], tables = {}, names = [] }: Needs): boolean {
  return (
    sheets.every((sheet) => parts.sheets.has(sheet)) &&
    names.every((name) => parts.names.has(name)) &&
    Object.entries(tables).every(([table, headers]) => {
      const known = parts.tables.get(table)?.map((header) => header.toLowerCase());
      return known !== undefined && headers.every((header) => known.includes(header.toLowerCase()));
    })
  );
}

function rowChecks(): readonly ControlCheck[] {
  return COUNTED_SHEETS.flatMap(([sheet, rejected]): readonly ControlCheck[] => {
    const left = labelled(sheet, 'Rows left out');
    const shared = { group: ROWS, unit: 'rows', tolerance: fixed(0) } as const;
    return [
      {
        ...shared,
        what: `${sheet}: every row is used or left out`,
        left: { label: 'Rows read', ...labelled(sheet, 'Rows read') },
        right: { label: 'Used + left out', ...added(labelled(sheet, 'Rows used'), left) },
        hint: `A figure of ${sheet} was changed by hand: run that step again.`,
        needs: { sheets: [sheet] },
      },
      ...(rejected === null
        ? []
        : [
            {
              ...shared,
              what: `${sheet}: what was left out is listed`,
              left: {
                label: `Left out, at most ${REJECTED_SHOWN}`,
                formula: `MIN(${REJECTED_SHOWN},${left.formula})`,
                value: (cells: WorkbookCells) => Math.min(REJECTED_SHOWN, Number(left.value(cells))),
              },
              right: { label: `Rows of ${rejected}`, ...count(rejected, 'Row') },
              hint: `Rows were deleted from the list on ${sheet}: run that step again.`,
              needs: { sheets: [sheet], tables: { [rejected]: ['Row'] } },
            },
          ]),
    ];
  });
}

const BY_PERSON: Side = { label: 'By person', ...sum(TABLES.segments, 'Tokens') };
const SUMMARY_TOKENS = { [TABLES.summary]: ['Tokens', 'Users'] };
const PERSON_TOKENS = { [TABLES.segments]: ['Tokens'] };

function yearChecks(): readonly ControlCheck[] {
  const shared = { group: YEAR, unit: 'tokens', tolerance: TOKENS_ROUNDING } as const;
  const hint = 'A row of Flex Segments or Flex Summary was changed or deleted: run Segment again.';
  const months = TABLES.usageMonths;
  return [
    {
      ...shared,
      what: 'People in all segments',
      unit: 'people',
      tolerance: fixed(0),
      left: { label: 'People listed', ...count(TABLES.segments, 'Tokens') },
      right: { label: 'By segment', ...sum(TABLES.summary, 'Users') },
      hint,
      needs: { tables: { ...PERSON_TOKENS, ...SUMMARY_TOKENS } },
    },
    {
      ...shared,
      what: 'Tokens by person and by segment',
      left: BY_PERSON,
      right: { label: 'By segment', ...sum(TABLES.summary, 'Tokens') },
      hint,
      needs: { tables: { ...PERSON_TOKENS, ...SUMMARY_TOKENS } },
    },
    {
      ...shared,
      what: 'Tokens by person and by product',
      left: BY_PERSON,
      right: { label: 'By product', ...sum(TABLES.products, 'Tokens') },
      hint,
      needs: { tables: { ...PERSON_TOKENS, [TABLES.products]: ['Tokens'] } },
    },
    {
      ...shared,
      what: 'Tokens by person and by month',
      left: BY_PERSON,
      right: {
        label: 'By month',
        formula: `SUMIFS(${months}[Tokens],${months}[In the year],"yes")`,
        value: (cells) => {
          const inYear = cells.column(months, 'In the year');
          return numbersIn(cells.column(months, 'Tokens').filter((_, row) => inYear[row] === 'yes'));
        },
      },
      hint,
      needs: { tables: { ...PERSON_TOKENS, [months]: ['Tokens', 'In the year'] } },
    },
  ];
}

const LOTS_BURNED: Side = { label: 'Burned from packs', ...sum(TABLES.lots, 'Burned') };
const LOTS = { [TABLES.lots]: ['Burned', 'Balance', 'Cost', 'Came by'] };

function burnChecks(): readonly ControlCheck[] {
  const shared = { group: BURN, unit: 'tokens', tolerance: TOKENS_ROUNDING } as const;
  const hint =
    'A figure of the ledger was changed by hand, or a list since the last review: run Monitor again.';
  const f = LEDGER_FIGURES;
  const burned = (what: string, table: string, header: string): ControlCheck => ({
    ...shared,
    what,
    left: LOTS_BURNED,
    right: { label: `${table}, ${header}`, ...sum(table, header) },
    hint,
    needs: { tables: { ...LOTS, [table]: [header] } },
  });
  const lastDays = (by: string, table: string): ControlCheck => ({
    ...shared,
    what: `Tokens of the last 28 days by ${by}`,
    left: { label: 'Burned in the last 28 days', ...named(MONITOR_FIGURES.lastFourWeeks) },
    right: { label: `By ${by}`, ...sum(table, 'Last 28 days') },
    hint: 'A figure of Flex Monitor was changed by hand: run Monitor again.',
    needs: { names: [MONITOR_FIGURES.lastFourWeeks], tables: { [table]: ['Last 28 days'] } },
  });
  return [
    monthsAgainstLedger(),
    {
      ...shared,
      what: 'What was used was burned from a pack, or had none',
      left: { label: 'Used', ...named(f.used) },
      right: {
        label: 'Burned + without a balance − refunds without a pack',
        formula: `${LOTS_BURNED.formula}+${f.uncovered}-${f.lostRefunds}`,
        value: (cells) =>
          Number(added(LOTS_BURNED, named(f.uncovered)).value(cells)) - Number(cells.named(f.lostRefunds)),
      },
      hint,
      needs: { names: [f.used, f.uncovered, f.lostRefunds], tables: LOTS },
    },
    burned('Burned by pack and by month', TABLES.months, 'Burned tokens'),
    burned('Burned by pack and by team', TABLES.teamMonths, 'Burned tokens'),
    burned('Burned by pack and by cost centre', TABLES.chargeback, 'Tokens'),
    lastDays('product', TABLES.burnByProduct),
    lastDays('team', TABLES.burnByTeam),
    lastDays('segment', TABLES.burnBySegment),
  ];
}

/** Segment and Monitor read usage apart: compared where both read the same cells, all people, up to the last row. */
function monthsAgainstLedger(): ControlCheck {
  const f = LEDGER_FIGURES;
  const months = TABLES.usageMonths;
  const [summary, ledger] = [SHEETS.summary.name, SHEETS.ledger.name];
  const print = 'Fingerprint of the input';
  const [left, right] = [labelled(summary, print), labelled(ledger, print)];
  const same = `${left.formula}=${right.formula}`;
  const everybody = `${MONITOR_NAMES.people}=${quoteText(wordOf(PEOPLE, 'all'))}`;
  const whole = `MAX(${months}[Last day])<=${MONITOR_NAMES.asOf}`;
  return {
    group: BURN,
    unit: 'tokens',
    tolerance: TOKENS_ROUNDING,
    what: 'Tokens by month and the usage of the ledger',
    left: { label: 'By month, without what seats served', ...sum(months, 'Burned') },
    right: {
      label: 'Used, by the ledger',
      formula: `IF(${same},IF(${everybody},IF(${whole},${f.used},"as of an earlier day"),"not all people"),"other usage")`,
      value: (cells) => {
        if (left.value(cells) !== right.value(cells)) return 'other usage';
        if (cells.named(MONITOR_NAMES.people) !== wordOf(PEOPLE, 'all')) return 'not all people';
        const days = cells.column(months, 'Last day').map(Number);
        return Math.max(0, ...days) <= Number(cells.named(MONITOR_NAMES.asOf))
          ? cells.named(f.used)
          : 'as of an earlier day';
      },
    },
    hint: 'Compared when Segment and Monitor were run on the same usage, Monitor for all people and up to the last day.',
    needs: {
      sheets: [summary, ledger],
      names: [f.used, MONITOR_NAMES.people, MONITOR_NAMES.asOf],
      tables: { [months]: ['Burned', 'Last day'] },
    },
  };
}

function invoiceChecks(): readonly ControlCheck[] {
  const shared = { group: INVOICES, unit: 'money', tolerance: fixed(HALF_A_CENT) } as const;
  const f = LEDGER_FIGURES;
  const c = CHARGEBACK_FIGURES;
  const p = TABLES.packs;
  const m = TABLES.months;
  const packs = count(p, 'Quantity');
  const invoices: Side = {
    label: 'Invoices',
    formula: `SUMIFS(${TABLES.lots}[Cost],${TABLES.lots}[Came by],${quoteText(`<>${CAME_BY.transferred}`)})`,
    value: (cells) => {
      const cameBy = cells.column(TABLES.lots, 'Came by');
      return numbersIn(
        cells.column(TABLES.lots, 'Cost').filter((_, row) => cameBy[row] !== CAME_BY.transferred),
      );
    },
  };
  const hint =
    'Packs have changed since the last review, or a figure was changed by hand: run Monitor again.';
  const money = [sum(m, 'Burned money'), sum(m, 'Expired money'), sum(m, 'Adjusted money')] as const;
  const monthMoney = ['Burned money', 'Expired money', 'Adjusted money', 'Closing money'];
  return [
    {
      ...shared,
      what: 'Packs and invoices',
      left: {
        label: 'Quantity × Price of the packs that have started',
        formula: `SUMPRODUCT(${p}[Quantity],${p}[Price],--(${p}[Start]<=${MONITOR_NAMES.asOf}))`,
        value: (cells) => {
          const [prices, starts] = [cells.column(p, 'Price'), cells.column(p, 'Start')];
          const asOf = Number(cells.named(MONITOR_NAMES.asOf));
          return cells
            .column(p, 'Quantity')
            .reduce<number>(
              (total, quantity, row) =>
                Number(starts[row] ?? 0) <= asOf ? total + Number(quantity) * Number(prices[row]) : total,
              0,
            );
        },
      },
      right: invoices,
      tolerance: {
        formula: `${HALF_A_CENT}*(1+${packs.formula})`,
        value: (cells) => HALF_A_CENT * (1 + Number(packs.value(cells))),
      },
      hint: 'A pack was left out (see your rows left out), has text in place of a number or a date, or was changed since: correct it and run Monitor again.',
      needs: {
        tables: { ...LOTS, [p]: ['Quantity', 'Price', 'Start'] },
        names: [MONITOR_NAMES.asOf],
      },
    },
    {
      ...shared,
      what: 'Invoices and money by month',
      left: invoices,
      right: {
        label: 'Burned + expired + adjusted + last closing',
        ...added(...money, last(m, 'Closing money')),
      },
      hint,
      needs: { tables: { ...LOTS, [m]: monthMoney } },
    },
    {
      ...shared,
      what: 'Invoices and chargeback',
      left: invoices,
      right: {
        label: 'Charged + still in the pool',
        ...added(sum(TABLES.chargeback, 'Total'), named(c.stillInPool)),
      },
      hint,
      needs: { tables: { ...LOTS, [TABLES.chargeback]: ['Total'] }, names: [c.stillInPool] },
    },
    {
      ...shared,
      what: 'Balance by pack and by month',
      unit: 'tokens',
      tolerance: TOKENS_ROUNDING,
      left: { label: 'Balance of all packs', ...sum(TABLES.lots, 'Balance') },
      right: { label: 'Last closing', ...last(m, 'Closing tokens') },
      hint,
      needs: { tables: { ...LOTS, [m]: ['Closing tokens'] }, names: [f.balance] },
    },
  ];
}

const ALL: readonly ControlCheck[] = [...rowChecks(), ...yearChecks(), ...burnChecks(), ...invoiceChecks()];
