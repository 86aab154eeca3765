/** Documents and tables of the cheapest mix and of the changes towards it. */
import { emailLists, portfolioActions, type Portfolio, type PortfolioMoney } from '../../../engine/portfolio';
import { actionsDocument } from '../../../report/portfolio/actions/document';
import { actionTotals, mergeActions } from '../../../report/portfolio/actions/list';
import type { CellValue, Provenance } from '../../../report/model/document';
import { numberFormat, PRICE_MISSING } from '../../../report/model/formats';
import { TABLES } from '../../../report/model/sheet-names';
import { portfolioDocument } from '../../../report/portfolio/document';
import { PORTFOLIO_FIGURES } from '../../../report/portfolio/input';
import { inSheetOrder } from '../../../report/portfolio/people';
import { PARTS } from '../../../report/portfolio/tables';
import { NOT_KNOWN, portfolioFinding } from '../../../report/portfolio/words';
import type { ResultFigure, Results } from '../../program/command';
import { computed, type Computed } from '../../output/computed';
import { hasTable, tableOf } from '../../output/document-table';
import type { UsageFile } from '../../input/usage-file';
import type { PortfolioRequest } from './run';
import { resultTable } from '../../output/result-table';
import { windowText } from '../segments/run';
import { today } from '../../../engine/numeric';

/** @param now the moment of the run: the day on which changes are listed */
export function portfolioResults(
  { reading, card, placed, notes }: UsageFile,
  request: PortfolioRequest,
  portfolio: Portfolio,
  provenance: Provenance,
  now: Date,
): Results {
  const { input, assumptions } = request;
  const proposed = portfolioActions(portfolio, input);
  const listed = mergeActions({
    earlier: [],
    checked: [],
    proposed,
    kept: new Set(),
    today: today(now),
    run: now.toISOString(),
  });
  const mix = portfolioDocument({
    portfolio,
    input,
    margins: new Map(card.rows.map(({ product, margin }) => [product, assumptions.margin ?? margin ?? 1])),
    assumptions,
    window: windowText(request.year),
    provenance,
    seatsFrom: request.seatsFrom,
    own: new Map(),
    gone: [],
    listsRejected: request.listsRejected,
    rejected: placed,
    warnings: [...notes, ...request.notes],
    estimated: reading.estimated,
  });
  const work = actionsDocument({
    listed,
    lists: emailLists(proposed),
    checked: false,
    todayKnown: input.assignments !== null,
    currency: input.currency,
    asOf: input.asOf,
    provenance,
  });
  const money = tableOf(mix, TABLES.portfolioMoney);
  return {
    finding: portfolioFinding(portfolio, reading.estimated),
    figures: figuresOf(portfolio, actionTotals(listed).total),
    tables: [
      resultTable(money, 'The mix', moneyOf(portfolio, money.rows)),
      resultTable(tableOf(mix, TABLES.portfolioSeats), 'Seats and Collections', seatCosts(portfolio), [
        ...['offering', 'kind', 'owned', 'assigned', 'needed', 'toBuy', 'toRelease', 'end', 'cost'],
      ]),
      {
        ...resultTable(tableOf(mix, TABLES.portfolio), 'People', personCosts(portfolio), []),
        isMain: true,
      },
      ...(hasTable(mix, TABLES.portfolioNotes)
        ? [resultTable(tableOf(mix, TABLES.portfolioNotes), 'Not followed as written', undefined, [])]
        : []),
      resultTable(tableOf(work, TABLES.actions), 'What to do, in order', undefined, [
        ...['saving', 'due', 'user', 'offering', 'kind'],
      ]),
      resultTable(tableOf(work, TABLES.emailLists), 'Addresses', undefined, []),
    ],
    documents: [mix, work],
  };
}

function personCosts({ people }: Portfolio): Computed {
  return computed(inSheetOrder(people), {
    costToday: ({ costToday, today }) => (today === null ? NOT_KNOWN : (costToday ?? PRICE_MISSING)),
    cost: ({ costProposed }) => costProposed ?? PRICE_MISSING,
    saving: ({ saving, today }) => (today === null ? NOT_KNOWN : (saving ?? PRICE_MISSING)),
  });
}

function seatCosts({ summary }: Portfolio): Computed {
  return computed(summary.offerings, {
    costToday: (line) => line.costToday ?? PRICE_MISSING,
    cost: (line) => line.costProposed ?? PRICE_MISSING,
  });
}

/** Quantity and cost of a part of the mix. */
function partOf(money: PortfolioMoney, part: CellValue | undefined): readonly [number, number] {
  if (part === PARTS.seat) return [money.seats, money.seatCost];
  if (part === PARTS.collection) return [money.collections, money.collectionCost];
  return [money.tokensBought, money.tokenCost];
}

function moneyOf({ summary }: Portfolio, rows: readonly (readonly CellValue[])[]): Computed {
  const today = (part: CellValue | undefined) =>
    summary.today === null ? null : partOf(summary.today, part);
  const next = (part: CellValue | undefined) => partOf(summary.proposed, part);
  return computed(rows, {
    quantityToday: ([part]) => today(part)?.[0] ?? '',
    quantity: ([part]) => next(part)[0],
    costToday: ([part]) => today(part)?.[1] ?? '',
    cost: ([part]) => next(part)[1],
    saving: ([part]) => {
      const before = today(part);
      return before === null ? '' : before[1] - next(part)[1];
    },
  });
}

function figuresOf({ summary, certificate, currency }: Portfolio, changes: number): readonly ResultFigure[] {
  const { proposed, today } = summary;
  const f = PORTFOLIO_FIGURES;
  const money = (label: string, name: string, value: number | null, unit: string): ResultFigure => ({
    label,
    name,
    value,
    numberFormat: numberFormat('money', currency),
    unit,
  });
  const count = (label: string, name: string, value: number, unit: string): ResultFigure => ({
    label,
    name,
    value,
    numberFormat: '#,##0',
    unit,
  });
  const yearly = `${currency} a year`;
  return [
    money('Cost proposed', f.cost, proposed.cost, yearly),
    ...(today === null
      ? []
      : [
          money('Cost today', f.costToday, today.cost, yearly),
          money('Saving from renewal', f.saving, summary.saving, yearly),
          money('Saving this term, cash', f.savingThisTerm, summary.savingThisTerm, currency),
          count('People to change', f.changed, summary.changed, 'people'),
          count('Changes', 'Flex_ActionsOpen', changes, 'changes'),
        ]),
    count('People', f.people, proposed.people, 'people'),
    count('People on Flex', f.onFlex, summary.onFlex, 'people'),
    count('Single seats', f.seats, proposed.seats, 'seats'),
    count('Collections', f.collections, proposed.collections, 'seats'),
    count('Tokens used', f.tokens, proposed.tokens, 'tokens a year'),
    count('Tokens bought', f.tokensBought, proposed.tokensBought, 'tokens a year'),
    money('No mix can cost less than', f.lowerBound, certificate.lowerBound, yearly),
    money('Gap to that bound', f.gap, certificate.gap, yearly),
  ];
}
