import type { ChargeBasis, RateCard } from '../catalog/types';
import { matchProduct } from '../catalog/match';
import type { UsageTable } from '../usage/types';
import { billedUnits, type Session } from './sessions';

/** What one person is charged for one product. */
export interface BilledRow {
  /** As typed in the input. */
  readonly user: string;
  readonly product: string;
  readonly units: number;
  readonly basis: ChargeBasis;
}

/**
 * Charges of every user × product of session rows, in order of first appearance.
 * @param table rows with start and end; a row without both is left out
 * @param card decides the basis; a product that only a Collection holds takes the basis of the card's first row
 */
export function billSessions(table: UsageTable, card: RateCard, idleMinutes: number): readonly BilledRow[] {
  const groups = new Map<string, { user: number; product: number; sessions: Session[] }>();
  for (let row = 0; row < table.rows; row++) {
    const user = table.user[row] ?? -1;
    const product = table.product[row] ?? 0;
    const start = table.start[row] ?? Number.NaN;
    const end = table.end[row] ?? Number.NaN;
    if (Number.isNaN(start) || Number.isNaN(end)) continue;
    const key = `${user}|${product}`;
    const group = groups.get(key) ?? { user, product, sessions: [] };
    group.sessions.push({ start, end });
    groups.set(key, group);
  }
  return [...groups.values()].map(({ user, product, sessions }) => {
    const name = table.products[product]?.name ?? '';
    const basis = basisOf(card, name);
    return {
      user: table.users[user]?.key ?? '',
      product: name,
      units: billedUnits(basis, sessions, idleMinutes),
      basis,
    };
  });
}

function basisOf(card: RateCard, product: string): ChargeBasis {
  const match = matchProduct(card, product);
  return match.kind === 'row' ? match.row.basis : (card.rows[0]?.basis ?? 'hour');
}

/**
 * The card with every product charged by the hour at one token: session rows read with it keep their start and end whatever the card
 * charges by, and none is refused for a missing rate.
 */
export function sessionCard(card: RateCard): RateCard {
  return {
    ...card,
    rows: card.rows.map((row) => ({ ...row, basis: 'hour' as const, tokensPerUnit: row.onFlex ? 1 : null })),
  };
}
