import type { TokenCost } from './token-cost';
import { purchaseSaved, tokensSaved } from './term-tokens';
import type { OfferingLine, PortfolioMoney, PortfolioPerson, SavingLine } from './types';

/** What the lines are made from. */
export interface SavingFigures {
  readonly people: readonly PortfolioPerson[];
  readonly offerings: readonly OfferingLine[];
  readonly today: PortfolioMoney;
  readonly proposed: PortfolioMoney;
  readonly tokenCost: TokenCost;
}

/**
 * Why the savings of the people are not the saving of all. Each person's tokens count at the price paid for one, and only seats that
 * somebody holds stand in a row: owned seats that nobody holds, people with a price missing, and what tokens cost beyond the price of those
 * used (minimum, bundle, commitment, another tier today) have a line each.
 */
export function savingLines(figures: SavingFigures): readonly SavingLine[] {
  const { people, offerings, today, proposed } = figures;
  const price = proposed.tokenPrice;
  const sum = <Row>(rows: readonly Row[], of: (row: Row) => number): number =>
    rows.reduce((total, row) => total + of(row), 0);
  const spare = sum(offerings, ({ spare: seats, owned, costToday }) =>
    owned === 0 ? 0 : ((costToday ?? 0) / owned) * seats,
  );
  const missing = sum(people, ({ saving, today: before, proposed: after }) =>
    saving === null ? before!.cost - after.cost : 0,
  );
  return [
    {
      part: 'people',
      saving: sum(people, ({ saving }) => saving ?? 0),
      savingThisTerm: sum(people, ({ savingThisTerm }) => savingThisTerm ?? 0),
    },
    { part: 'spare seats', saving: spare, savingThisTerm: 0 },
    { part: 'price missing', saving: missing, savingThisTerm: 0 },
    {
      part: 'tokens',
      saving: beyondUse(today, price) - beyondUse(proposed, price),
      savingThisTerm: beyondUseThisTerm(figures),
    },
  ];
}

/** What tokens cost more than those used would at one price. */
function beyondUse({ tokens, tokenCost }: PortfolioMoney, price: number): number {
  return tokenCost - tokens * price;
}

function beyondUseThisTerm({ people, today, proposed, tokenCost }: SavingFigures): number {
  if (tokenCost.isLinear) return 0;
  const steps = people.flatMap((person) => (person.savingThisTerm === null ? [] : (person.steps ?? [])));
  return purchaseSaved(steps, today.tokens, tokenCost) - tokensSaved(steps) * proposed.tokenPrice;
}
