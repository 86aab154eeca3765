/** The people of `Flex Portfolio`: who gets what and why, costs as native formulas over list prices and tokens. */
import { PRICE_MISSING } from '../../engine/catalog';
import { personKey } from '../../engine/usage';
import type { PersonCover, PortfolioPerson, PortfolioPersonInput } from '../../engine/portfolio/types';
import { filled, valuedColumns, type ValuedColumn } from '../model/columns';
import type { CellValue, TableBlock } from '../model/document';
import { NOT_KNOWN } from '../model/formats';
import { TABLES } from '../model/sheet-names';
import { PORTFOLIO_SEAT_FACTOR } from './assumptions';
import { PORTFOLIO_FIGURES, type PortfolioReportInput } from './input';
import { changeText, coverText } from './words';
import type { OwnEntry } from '../segments/columns';

/** Decisions offered in the list; anything else may be typed. */
export const PORTFOLIO_DECISIONS = ['Do it', 'Keep as today', 'Later', 'Done'] as const;

/** Whether a decision leaves a person as they are, whatever is proposed. */
export function keepsToday(decision: CellValue): boolean {
  return /^keep as today$/i.test(String(decision ?? '').trim());
}

/** Header of the columns that say which products a person draws with tokens. */
export const FLEX_HEADERS = { proposed: 'Products on Flex', today: 'On Flex today' } as const;

/**
 * The people in sheet order: those to change first, the largest saving first, then everybody else in the order of the usage. Money that
 * is not known comes last.
 */
export function inSheetOrder(people: readonly PortfolioPerson[]): readonly PortfolioPerson[] {
  const isChanging = (person: PortfolioPerson): boolean => person.changed || person.loan !== undefined;
  const changing = people.filter(isChanging);
  const worth = ({ saving, savingThisTerm }: PortfolioPerson): number =>
    saving ?? savingThisTerm ?? -Infinity;
  return [
    ...[...changing].sort((a, b) => worth(b) - worth(a)),
    ...people.filter((person) => !isChanging(person)),
  ];
}

/** A row of the people: who it is, what the user wrote, and what seats would cost instead of the tokens proposed. */
interface PersonLine {
  readonly person: PortfolioPerson;
  readonly own: OwnEntry | undefined;
  readonly instead: SeatsInstead;
}

/** One row a person. */
export function peopleTable({ portfolio, input, own, margins }: PortfolioReportInput): TableBlock {
  const needs = new Map(input.people.map((person) => [person.user, person]));
  const lines = inSheetOrder(portfolio.people).map((person) => ({
    person,
    own: own.get(personKey(person.user)),
    instead: insteadOfFlex(person.proposed, needs.get(person.user), margins),
  }));
  return {
    kind: 'table',
    name: TABLES.portfolio,
    heading: 'People',
    note: 'Who gets what. Those to change stand first, the largest saving first. Decision, Owner and Note are yours and survive a rerun.',
    ...filled(peopleColumns(portfolio.currency), lines),
    keyColumn: 'user',
    emptyText: 'No person has a usable row.',
    totals: { label: 'Total', sums: ['costToday', 'cost', 'saving'] },
  };
}

/** Money that needs today's seats, or the words for what is missing. */
function known({ today }: PortfolioPerson, money: number | null): number | string {
  return today === null ? NOT_KNOWN : (money ?? PRICE_MISSING);
}

function peopleColumns(currency: string): readonly ValuedColumn<PersonLine>[] {
  const column = valuedColumns<PersonLine>(currency);
  const own = { userOwned: true, note: 'Yours: kept by person when you run again.' } as const;
  const year = `${currency} a year`;
  const money = (seats: string, tokens: string): string =>
    `${seats}*${PORTFOLIO_SEAT_FACTOR}+${tokens}*${PORTFOLIO_FIGURES.pricePaid}`;
  return [
    column('user', 'User', 'text', 30, ({ person }) => person.user, {
      note: 'As in the usage data, first spelling.',
    }),
    column('today', 'Today', 'text', 28, ({ person }) => coverText(person.today), {
      note: 'Seats and Collections held, and what is drawn with tokens beside them.',
    }),
    column('proposed', 'Proposed', 'text', 28, ({ person }) => coverText(person.proposed)),
    column('costToday', 'Cost today', 'money', 14, ({ person }) => known(person, person.costToday), {
      formula: `=${money('{@seatListToday}', '{@tokensToday}')}`,
      note: `${year}: seats today (list) × (1 − seat discount) + tokens today × price paid.`,
    }),
    column('cost', 'Cost proposed', 'money', 14, ({ person }) => person.costProposed ?? PRICE_MISSING, {
      formula: `=${money('{@seatList}', '{@tokens}')}`,
      note: `${year}: seats proposed (list) × (1 − seat discount) + tokens proposed × price paid.`,
    }),
    column('saving', 'Saving', 'money', 14, ({ person }) => known(person, person.saving), {
      formula: `=${money('({@seatListToday}-{@seatList})', '({@tokensToday}-{@tokens})')}`,
      note: `${year} from the renewal on; below 0 is a premium. A seat whose price is missing and that stays counts for neither side.`,
    }),
    column('savingThisTerm', 'Saving this term, cash', 'money', 14, ({ person }) => person.savingThisTerm, {
      note: `${currency} by the end of the running terms, as computed: spare seats cost nothing, a seat given up saves nothing until it ends. Blank: an end is not known.`,
    }),
    column('changed', 'Changed?', 'flag', 14, ({ person }) => changeText(person)),
    column('due', 'From', 'date', 14, ({ person }) => person.due, {
      note: 'Day from which giving up seats saves money: their renewal.',
    }),
    column('name', 'Name', 'text', 18, ({ person }) =>
      person.displayName === person.user ? null : person.displayName,
    ),
    column('team', 'Team', 'text', 14, ({ person }) => person.team),
    column('blocked', 'In the way', 'text', 24, ({ person }) => person.blocked, {
      note: 'What must be there first, or why the person stays as today.',
    }),
    column('reason', 'Reason', 'text', 70, ({ person }) => person.reason, { wrap: false }),
    column('decision', 'Decision', 'text', 18, (line) => line.own?.decision ?? null, {
      ...own,
      choices: PORTFOLIO_DECISIONS,
    }),
    column('owner', 'Owner', 'text', 18, (line) => line.own?.owner ?? null, own),
    column('note', 'Note', 'text', 30, (line) => line.own?.note ?? null, own),
    column(
      'seatListToday',
      'Seats today (list)',
      'money',
      14,
      ({ person }) => person.today?.seatList ?? null,
      {
        note: `${year} before the seat discount, as far as prices are known.`,
      },
    ),
    column('tokensToday', 'Tokens today', 'tokens', 12, ({ person }) => person.today?.tokens ?? null),
    column('seatList', 'Seats proposed (list)', 'money', 14, ({ person }) => person.proposed.seatList, {
      note: `${year} before the seat discount, as far as prices are known.`,
    }),
    column('tokens', 'Tokens proposed', 'tokens', 12, ({ person }) => person.proposed.tokens),
    column('flexSeatList', 'Seats instead of Flex', 'money', 14, ({ instead }) => instead.list, {
      note: `${year} before the seat discount: single seats of what is proposed on Flex, for the decision margin.`,
    }),
    column('flexCeiling', 'Of it at own margins', 'money', 14, ({ instead }) => instead.ceiling, {
      note: "The same at each product's own decision margin.",
    }),
    column('flexProducts', FLEX_HEADERS.proposed, 'text', 24, ({ person }) => listText(person.proposed), {
      note: 'Size pool and Monitor can count these.',
    }),
    column('flexToday', FLEX_HEADERS.today, 'text', 24, ({ person }) =>
      person.today === null ? '' : listText(person.today),
    ),
  ];
}

/** Products drawn with tokens, told apart by a semicolon as other lists of ours are. */
function listText({ flex }: PersonCover): string {
  return flex.map(({ product }) => product).join('; ');
}

interface SeatsInstead {
  readonly list: number;
  readonly ceiling: number;
}

/** List prices of single seats of what is on Flex, as far as known, and the same at each product's margin. */
function insteadOfFlex(
  proposed: PersonCover,
  needs: PortfolioPersonInput | undefined,
  margins: ReadonlyMap<string, number>,
): SeatsInstead {
  const lists = proposed.flex.map(({ product }) => ({
    list: needs?.needs.find((need) => need.product === product)?.seatList ?? 0,
    margin: margins.get(product) ?? 1,
  }));
  return {
    list: lists.reduce((sum, { list }) => sum + list, 0),
    ceiling: lists.reduce((sum, { list, margin }) => sum + list * margin, 0),
  };
}
