/** The control totals: two ways to the same figure each, as native formulas over the sheets of the workbook. */
import type { WorkbookParts } from './parts';
import { quotedSheet } from '../model/address';
import { quoteText } from '../model/formula';
import { CAME_BY } from '../monitor/ledger/tables';
import { SHEETS, TABLES } from '../model/sheet-names';
import { CHARGEBACK_FIGURES, LEDGER_FIGURES, MONITOR_FIGURES, MONITOR_NAMES } from '../monitor/input';
import { POOL_PEOPLE } from '../pool/assumptions';
import { REJECTED_SHOWN } from '../segments/summary-tables';

export type CheckUnit = 'rows' | 'people' | 'tokens' | 'money';

/** One side of a check: what it is called, and its formula without the leading =. */
export interface Side {
  readonly label: string;
  readonly formula: string;
}

export interface ControlCheck {
  readonly group: string;
  readonly what: string;
  readonly left: Side;
  readonly right: Side;
  readonly unit: CheckUnit;
  /** Up to this a difference is rounding. */
  readonly tolerance: string;
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
const TOKENS_ROUNDING = '0.0005';
const HALF_A_CENT = '0.005';

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

/** The value beside a label in the first two columns of a sheet. */
function beside(sheet: string, label: string): string {
  const quoted = quotedSheet(sheet);
  return `INDEX(${quoted}!$B:$B,MATCH(${quoteText(label)},${quoted}!$A:$A,0))`;
}

function sum(table: string, header: string): string {
  return `SUM(${table}[${header}])`;
}

function rowChecks(): readonly ControlCheck[] {
  return COUNTED_SHEETS.flatMap(([sheet, rejected]): readonly ControlCheck[] => {
    const left = beside(sheet, 'Rows left out');
    const shared = { group: ROWS, unit: 'rows', tolerance: '0' } as const;
    return [
      {
        ...shared,
        what: `${sheet}: every row is used or left out`,
        left: { label: 'Rows read', formula: beside(sheet, 'Rows read') },
        right: { label: 'Used + left out', formula: `${beside(sheet, 'Rows used')}+${left}` },
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
                formula: `MIN(${REJECTED_SHOWN},${left})`,
              },
              right: { label: `Rows of ${rejected}`, formula: `COUNT(${rejected}[Row])` },
              hint: `Rows were deleted from the list on ${sheet}: run that step again.`,
              needs: { sheets: [sheet], tables: { [rejected]: ['Row'] } },
            },
          ]),
    ];
  });
}

const BY_PERSON: Side = { label: 'By person', formula: sum(TABLES.segments, 'Tokens') };
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
      tolerance: '0',
      left: { label: 'People listed', formula: `COUNT(${TABLES.segments}[Tokens])` },
      right: { label: 'By segment', formula: sum(TABLES.summary, 'Users') },
      hint,
      needs: { tables: { ...PERSON_TOKENS, ...SUMMARY_TOKENS } },
    },
    {
      ...shared,
      what: 'Tokens by person and by segment',
      left: BY_PERSON,
      right: { label: 'By segment', formula: sum(TABLES.summary, 'Tokens') },
      hint,
      needs: { tables: { ...PERSON_TOKENS, ...SUMMARY_TOKENS } },
    },
    {
      ...shared,
      what: 'Tokens by person and by product',
      left: BY_PERSON,
      right: { label: 'By product', formula: sum(TABLES.products, 'Tokens') },
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
      },
      hint,
      needs: { tables: { ...PERSON_TOKENS, [months]: ['Tokens', 'In the year'] } },
    },
  ];
}

const LOTS_BURNED: Side = { label: 'Burned from packs', formula: sum(TABLES.lots, 'Burned') };
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
    right: { label: `${table}, ${header}`, formula: sum(table, header) },
    hint,
    needs: { tables: { ...LOTS, [table]: [header] } },
  });
  const lastDays = (by: string, table: string): ControlCheck => ({
    ...shared,
    what: `Tokens of the last 28 days by ${by}`,
    left: { label: 'Burned in the last 28 days', formula: MONITOR_FIGURES.lastFourWeeks },
    right: { label: `By ${by}`, formula: sum(table, 'Last 28 days') },
    hint: 'A figure of Flex Monitor was changed by hand: run Monitor again.',
    needs: { names: [MONITOR_FIGURES.lastFourWeeks], tables: { [table]: ['Last 28 days'] } },
  });
  return [
    monthsAgainstLedger(),
    {
      ...shared,
      what: 'What was used was burned from a pack, or had none',
      left: { label: 'Used', formula: f.used },
      right: {
        label: 'Burned + without a balance − refunds without a pack',
        formula: `${LOTS_BURNED.formula}+${f.uncovered}-${f.lostRefunds}`,
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
  const same = `${beside(summary, print)}=${beside(ledger, print)}`;
  const everybody = `${MONITOR_NAMES.people}=${quoteText(POOL_PEOPLE.all)}`;
  const whole = `MAX(${months}[Last day])<=${MONITOR_NAMES.asOf}`;
  return {
    group: BURN,
    unit: 'tokens',
    tolerance: TOKENS_ROUNDING,
    what: 'Tokens by month and the usage of the ledger',
    left: { label: 'By month, without what seats served', formula: sum(months, 'Burned') },
    right: {
      label: 'Used, by the ledger',
      formula: `IF(${same},IF(${everybody},IF(${whole},${f.used},"as of an earlier day"),"not all people"),"other usage")`,
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
  const shared = { group: INVOICES, unit: 'money', tolerance: HALF_A_CENT } as const;
  const f = LEDGER_FIGURES;
  const c = CHARGEBACK_FIGURES;
  const p = TABLES.packs;
  const m = TABLES.months;
  const invoices: Side = {
    label: 'Invoices',
    formula: `SUMIFS(${TABLES.lots}[Cost],${TABLES.lots}[Came by],${quoteText(`<>${CAME_BY.transferred}`)})`,
  };
  const last = (header: string): string => `INDEX(${m}[${header}],ROWS(${m}[${header}]))`;
  const hint =
    'Packs have changed since the last review, or a figure was changed by hand: run Monitor again.';
  const monthMoney = ['Burned money', 'Expired money', 'Adjusted money', 'Closing money'];
  return [
    {
      ...shared,
      what: 'Packs and invoices',
      left: {
        label: 'Quantity × Price of the packs that have started',
        formula: `SUMPRODUCT(${p}[Quantity],${p}[Price],--(${p}[Start]<=${MONITOR_NAMES.asOf}))`,
      },
      right: invoices,
      tolerance: `${HALF_A_CENT}*(1+COUNT(${p}[Quantity]))`,
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
        formula: `${monthMoney
          .slice(0, 3)
          .map((header) => sum(m, header))
          .join('+')}+${last('Closing money')}`,
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
        formula: `${sum(TABLES.chargeback, 'Total')}+${c.stillInPool}`,
      },
      hint,
      needs: { tables: { ...LOTS, [TABLES.chargeback]: ['Total'] }, names: [c.stillInPool] },
    },
    {
      ...shared,
      what: 'Balance by pack and by month',
      unit: 'tokens',
      tolerance: TOKENS_ROUNDING,
      left: { label: 'Balance of all packs', formula: sum(TABLES.lots, 'Balance') },
      right: { label: 'Last closing', formula: last('Closing tokens') },
      hint,
      needs: { tables: { ...LOTS, [m]: ['Closing tokens'] }, names: [f.balance] },
    },
  ];
}

const ALL: readonly ControlCheck[] = [...rowChecks(), ...yearChecks(), ...burnChecks(), ...invoiceChecks()];
