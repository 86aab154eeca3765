/** What our earlier `Flex Portfolio` and `Flex Actions` still tell: input cells, tiers, the user's own columns, the work list. */
import { PRICE_MISSING } from '../../engine/catalog';
import { personKey } from '../../engine/usage';
import { PORTFOLIO_ASSUMPTIONS } from '../../engine/portfolio/assumptions';
import type { ActionKind, PortfolioAction } from '../../engine/portfolio';
import type { RawCell } from '../../engine/usage/types';
import { LISTED_STATES, type ListedAction } from '../../report/portfolio/actions/list';
import type { CellValue } from '../../report/model/document';
import { SHEETS, TABLES } from '../../report/model/sheet-names';
import type { GoneFromPortfolio } from '../../report/portfolio/input';
import { FLEX_HEADERS } from '../../report/portfolio/people';
import { NOTHING_EARLIER, type EarlierCells } from '../runs/assumptions';
import type { ReadOptions } from '../host/block-reader';
import { sheetStates } from '../host/own-sheets';
import { isBlankCell, readOwnTable, type PlacedRange } from '../host/own-tables';
import { readRecord, RUN_KEYS } from '../runs/record';
import { cellsOf, readEarlierCells } from '../runs/sheet-assumptions';

/** The input cells of `Flex Portfolio`. */
export const PORTFOLIO_CELLS = cellsOf(PORTFOLIO_ASSUMPTIONS);

export interface PreviousPortfolio extends EarlierCells {
  /** The user's tiers: those of `Flex Portfolio`, on a first run those of `Flex Pool`. */
  readonly tiers: PlacedRange | null;
  readonly tiersFrom: 'Flex Portfolio' | 'Flex Pool';
  /** By person key: what stood beside the people of the last run, and beside those who had vanished before. */
  readonly people: ReadonlyMap<string, GoneFromPortfolio>;
  readonly gone: ReadonlyMap<string, GoneFromPortfolio>;
  /** In sheet order, as last checked. */
  readonly actions: readonly ListedAction[];
  /** Run that wrote them (ISO); '' without. */
  readonly actionsFrom: string;
}

export async function readPreviousPortfolio(
  context: Excel.RequestContext,
  options: ReadOptions,
): Promise<PreviousPortfolio> {
  const { portfolio, actions, pool } = SHEETS;
  const states = await sheetStates(context, [portfolio.name, actions.name, pool.name]);
  const isOurs = ({ name, mark }: { readonly name: string; readonly mark: string }): boolean =>
    states.some((state) => state.name === name && state.mark === mark);
  const has = isOurs(portfolio);
  const table = (sheet: string, name: string) => readOwnTable(context, sheet, name, options);
  const listed = isOurs(actions) ? await table(actions.name, TABLES.actions) : null;
  const record = isOurs(actions) ? await readRecord(context, actions.name, [RUN_KEYS.when]) : null;
  return {
    ...(has ? await readEarlierCells(context, portfolio.name, PORTFOLIO_CELLS) : NOTHING_EARLIER),
    tiers: has
      ? await table(portfolio.name, TABLES.portfolioTiers)
      : isOurs(pool)
        ? await table(pool.name, TABLES.poolTiers)
        : null,
    tiersFrom: has ? 'Flex Portfolio' : 'Flex Pool',
    people: peopleOf(has ? await table(portfolio.name, TABLES.portfolio) : null),
    gone: peopleOf(has ? await table(portfolio.name, TABLES.portfolioGone) : null),
    actions: listed === null ? [] : actionsOf(listed),
    actionsFrom: record?.[RUN_KEYS.when] ?? '',
  };
}

/** What a person draws with tokens as proposed and today, and what the user decided. */
export interface PersonOnFlex {
  readonly decision: CellValue;
  readonly proposed: readonly string[];
  readonly today: readonly string[];
}

/** By person key; empty without a `Flex Portfolio` of ours. */
export async function readPortfolioFlex(
  context: Excel.RequestContext,
  options: ReadOptions,
): Promise<ReadonlyMap<string, PersonOnFlex>> {
  const { name, mark } = SHEETS.portfolio;
  const [state] = await sheetStates(context, [name]);
  const people = new Map<string, PersonOnFlex>();
  if (state?.mark !== mark) return people;
  for (const line of linesOf(await readOwnTable(context, name, TABLES.portfolio, options))) {
    const user = line.text('User');
    if (user === '') continue;
    people.set(personKey(user), {
      decision: line.raw('Decision'),
      proposed: listOf(line.text(FLEX_HEADERS.proposed)),
      today: listOf(line.text(FLEX_HEADERS.today)),
    });
  }
  return people;
}

/** Columns are found by header: the user may have moved or added some. */
class Line {
  constructor(
    private readonly header: readonly string[],
    private readonly cells: readonly RawCell[],
  ) {}

  raw(...names: readonly string[]): CellValue {
    const value = this.cells[this.header.findIndex((name) => names.includes(name))];
    return value === undefined || value === '' ? null : value;
  }

  text(...names: readonly string[]): string {
    return String(this.raw(...names) ?? '');
  }

  number(name: string): number | null {
    const value = this.raw(name);
    return typeof value === 'number' && Number.isFinite(value) ? value : null;
  }
}

function linesOf(range: PlacedRange | null): readonly Line[] {
  const [header = [], ...body] = range?.values ?? [];
  const names = header.map((cell) => String(cell ?? ''));
  return body
    .filter((cells) => cells.some((cell) => !isBlankCell(cell)))
    .map((cells) => new Line(names, cells));
}

function peopleOf(range: PlacedRange | null): ReadonlyMap<string, GoneFromPortfolio> {
  const people = new Map<string, GoneFromPortfolio>();
  for (const line of linesOf(range)) {
    const user = line.text('User');
    if (user === '') continue;
    people.set(personKey(user), {
      user,
      proposed: line.text('Proposed', 'Last proposed'),
      decision: line.raw('Decision'),
      owner: line.raw('Owner'),
      note: line.raw('Note'),
    });
  }
  return people;
}

const KINDS: readonly ActionKind[] = [
  'give seat',
  'give Flex',
  'unassign seat',
  'buy seats',
  'let seats end',
];

/** A row whose id or kind was typed over is no action any more and is left out. */
function actionsOf(range: PlacedRange): readonly ListedAction[] {
  return linesOf(range).flatMap((line): readonly ListedAction[] => {
    const kind = KINDS.find((each) => each === line.text('Kind'));
    const id = line.text('Id');
    if (kind === undefined || id === '') return [];
    const products = listOf(line.text('Products of these tokens'));
    const target = line.number('Owned then');
    const until = line.number('Lent until');
    const action: PortfolioAction = {
      id,
      order: line.number('Order') ?? 0,
      kind,
      user: line.text('Who'),
      email: line.text('E-mail'),
      offering: line.text('Product or Collection'),
      quantity: line.number('Seats') ?? 1,
      due: line.number('Due'),
      after: listOf(line.text('Only after')),
      saving: moneyOf(line, 'Saving promised'),
      tokens: line.number('Tokens') ?? 0,
      ...(products.length === 0 ? {} : { products }),
      ...(target === null ? {} : { target }),
      ...(line.text('Spare seat lent') === 'yes' ? { loan: true } : {}),
      ...(until === null ? {} : { until }),
      text: line.text('What to do'),
    };
    return [
      {
        action,
        state: LISTED_STATES.find((state) => state === line.text('State')) ?? 'not done',
        evidence: line.text('What the import shows'),
        realised: moneyOf(line, 'Saving realised'),
        listed: line.number('Listed') ?? 0,
        run: line.text('Run'),
        owner: line.raw('Owner'),
        note: line.raw('Note'),
      },
    ];
  });
}

function moneyOf(line: Line, name: string): number | null {
  return line.raw(name) === PRICE_MISSING ? null : (line.number(name) ?? 0);
}

function listOf(text: string): readonly string[] {
  return text === '' ? [] : text.split('; ');
}
