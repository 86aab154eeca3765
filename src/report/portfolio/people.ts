/** The people of `Flex Portfolio`: who gets what and why, costs as native formulas over list prices and tokens. */
import type { PersonCover, PortfolioPerson, PortfolioPersonInput } from '../../engine/portfolio/types';
import { columnsOf } from '../model/columns';
import type { CellValue, Column, TableBlock } from '../model/document';
import { PRICE_MISSING } from '../model/formats';
import { TABLES } from '../model/sheet-names';
import { PORTFOLIO_SEAT_FACTOR } from './assumptions';
import { PORTFOLIO_FIGURES, type PortfolioReportInput } from './input';
import { changeText, coverText, NOT_KNOWN } from './words';
import { personKey } from '../segments/document';

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

/** One row a person. */
export function peopleTable(report: PortfolioReportInput): TableBlock {
  const { portfolio, input } = report;
  const columns = peopleColumns(portfolio.currency);
  const needs = new Map(input.people.map((person) => [person.user, person]));
  return {
    kind: 'table',
    name: TABLES.portfolio,
    heading: 'People',
    note: 'Who gets what. Those to change stand first, the largest saving first. Decision, Owner and Note are yours and survive a rerun.',
    columns,
    keyColumn: 'user',
    rows: inSheetOrder(portfolio.people).map((person) => {
      const byKey = cellsOf(person, needs.get(person.user), report);
      return columns.map(({ key }) => byKey[key] ?? null);
    }),
    emptyText: 'No person has a usable row.',
    totals: { label: 'Total', sums: ['costToday', 'cost', 'saving'] },
  };
}

function peopleColumns(currency: string): readonly Column[] {
  const column = columnsOf(currency);
  const own = { userOwned: true, note: 'Yours: kept by person when you run again.' } as const;
  const year = `${currency} a year`;
  const money = (seats: string, tokens: string): string =>
    `${seats}*${PORTFOLIO_SEAT_FACTOR}+${tokens}*${PORTFOLIO_FIGURES.pricePaid}`;
  return [
    column('user', 'User', 'text', 30, { note: 'As in the usage data, first spelling.' }),
    column('today', 'Today', 'text', 28, {
      note: 'Seats and Collections held, and what is drawn with tokens beside them.',
    }),
    column('proposed', 'Proposed', 'text', 28),
    column('costToday', 'Cost today', 'money', 14, {
      formula: `=${money('{@seatListToday}', '{@tokensToday}')}`,
      note: `${year}: seats today (list) × (1 − seat discount) + tokens today × price paid.`,
    }),
    column('cost', 'Cost proposed', 'money', 14, {
      formula: `=${money('{@seatList}', '{@tokens}')}`,
      note: `${year}: seats proposed (list) × (1 − seat discount) + tokens proposed × price paid.`,
    }),
    column('saving', 'Saving', 'money', 14, {
      formula: `=${money('({@seatListToday}-{@seatList})', '({@tokensToday}-{@tokens})')}`,
      note: `${year} from the renewal on; below 0 is a premium. A seat whose price is missing and that stays counts for neither side.`,
    }),
    column('savingThisTerm', 'Saving this term, cash', 'money', 14, {
      note: `${currency} by the end of the running terms, as computed: spare seats cost nothing, a seat given up saves nothing until it ends. Blank: an end is not known.`,
    }),
    column('changed', 'Changed?', 'flag', 14),
    column('due', 'From', 'date', 14, { note: 'Day from which giving up seats saves money: their renewal.' }),
    column('name', 'Name', 'text', 18),
    column('team', 'Team', 'text', 14),
    column('blocked', 'In the way', 'text', 24, {
      note: 'What must be there first, or why the person stays as today.',
    }),
    column('reason', 'Reason', 'text', 70, { wrap: false }),
    column('decision', 'Decision', 'text', 18, { ...own, choices: PORTFOLIO_DECISIONS }),
    column('owner', 'Owner', 'text', 18, own),
    column('note', 'Note', 'text', 30, own),
    column('seatListToday', 'Seats today (list)', 'money', 14, {
      note: `${year} before the seat discount, as far as prices are known.`,
    }),
    column('tokensToday', 'Tokens today', 'tokens', 12),
    column('seatList', 'Seats proposed (list)', 'money', 14, {
      note: `${year} before the seat discount, as far as prices are known.`,
    }),
    column('tokens', 'Tokens proposed', 'tokens', 12),
    column('flexSeatList', 'Seats instead of Flex', 'money', 14, {
      note: `${year} before the seat discount: single seats of what is proposed on Flex, for the decision margin.`,
    }),
    column('flexCeiling', 'Of it at own margins', 'money', 14, {
      note: "The same at each product's own decision margin.",
    }),
    column('flexProducts', FLEX_HEADERS.proposed, 'text', 24, {
      note: 'Size pool and Monitor can count these.',
    }),
    column('flexToday', FLEX_HEADERS.today, 'text', 24),
  ];
}

function cellsOf(
  person: PortfolioPerson,
  needs: PortfolioPersonInput | undefined,
  { own, margins }: PortfolioReportInput,
): Readonly<Record<string, CellValue>> {
  const { today, proposed } = person;
  const entry = own.get(personKey(person.user));
  const instead = insteadOfFlex(proposed, needs, margins);
  return {
    user: person.user,
    name: person.displayName === person.user ? null : person.displayName,
    team: person.team,
    today: coverText(today),
    proposed: coverText(proposed),
    // A text stands instead of the formula where a price is missing: an unknown is never 0.
    costToday: today === null ? NOT_KNOWN : person.costToday === null ? PRICE_MISSING : null,
    cost: person.costProposed === null ? PRICE_MISSING : null,
    saving: today === null ? NOT_KNOWN : person.saving === null ? PRICE_MISSING : null,
    savingThisTerm: person.savingThisTerm,
    reason: person.reason,
    changed: changeText(person),
    blocked: person.blocked,
    due: person.due,
    decision: entry?.decision ?? null,
    owner: entry?.owner ?? null,
    note: entry?.note ?? null,
    seatListToday: today?.seatList ?? null,
    tokensToday: today?.tokens ?? null,
    seatList: proposed.seatList,
    tokens: proposed.tokens,
    flexSeatList: instead.list,
    flexCeiling: instead.ceiling,
    flexProducts: listText(proposed),
    flexToday: today === null ? '' : listText(today),
  };
}

/** Products drawn with tokens, told apart by a semicolon as other lists of ours are. */
function listText({ flex }: PersonCover): string {
  return flex.map(({ product }) => product).join('; ');
}

/** List prices of single seats of what is on Flex, as far as known, and the same at each product's margin. */
function insteadOfFlex(
  proposed: PersonCover,
  needs: PortfolioPersonInput | undefined,
  margins: ReadonlyMap<string, number>,
): { readonly list: number; readonly ceiling: number } {
  const lists = proposed.flex.map(({ product }) => ({
    list: needs?.needs.find((need) => need.product === product)?.seatList ?? 0,
    margin: margins.get(product) ?? 1,
  }));
  return {
    list: lists.reduce((sum, { list }) => sum + list, 0),
    ceiling: lists.reduce((sum, { list, margin }) => sum + list * margin, 0),
  };
}
