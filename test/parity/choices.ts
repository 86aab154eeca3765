/** What a licence manager chooses: mostly what the pane offers first, each setting now and then another. */
import { LAST_DAY, type Choices } from './description';
import { PARTNER } from './people';
import type { Draws } from './random';
import { isoDate } from '../../src/engine/numeric';

/** @param card as the pane names it */
export function choices(draw: Draws, card: string): Choices {
  const now = <T>(share: number, value: () => T): T | undefined => (draw.chance(share) ? value() : undefined);
  return {
    settings: given({
      card,
      seatDiscount: now(0.4, () => draw.pick([0.1, 0.25])),
      tokenDiscount: now(0.3, () => draw.pick([0.05, 0.1])),
      tokenPrice: now(0.3, () => draw.pick([0.25, 0.5, 2.7])),
      margin: now(0.3, () => draw.pick([0.4, 0.8, 1])),
      asOf: now(0.3, () => isoDate(LAST_DAY - draw.whole(0, 90))),
      hoursPerDay: now(0.15, () => 8),
      rankingHoursPerDay: now(0.2, () => 7.5),
      externalDomains: now(0.5, () => [`@${PARTNER.toUpperCase()}`, 'nobody.example']),
    }),
    pool: given({
      tolerance: now(0.5, () => draw.pick([0.01, 0.02, 0.1])),
      people: now(0.3, () => 'flex' as const),
      clusterBy: now(0.4, () => draw.pick(['project', 'team', 'department', 'user'] as const)),
      growthMean: now(0.4, () => draw.pick([-0.1, 0.08])),
      growthSpread: now(0.3, () => 0.1),
      bundle: now(0.4, () => draw.pick([1, 500])),
      topUpPrice: now(0.3, () => draw.pick([0.35, 3])),
      disruption: now(0.3, () => draw.pick([2, 12])),
      salvage: now(0.3, () => 0.05),
      salvageShare: now(0.3, () => 0.5),
      seed: now(0.2, () => 7),
      scaleShort: now(0.3, () => true),
    }),
    monitor: given({
      asOf: isoDate(LAST_DAY + draw.whole(-30, 12)),
      people: now(0.2, () => 'flex' as const),
      review: now(0.3, () => 0.5),
      topUp: now(0.3, () => 0.25),
      escalate: now(0.3, () => 0.05),
      leadDays: now(0.3, () => 30),
      wasteShare: now(0.3, () => 0.02),
      staleDays: now(0.3, () => 3),
      unusedRule: now(0.3, () => 'evenly' as const),
    }),
    portfolio: given({
      contractorsOnFlex: now(0.3, () => false),
      bundle: now(0.3, () => draw.pick([100, 1000])),
      committed: now(0.3, () => draw.pick([500, 2000])),
    }),
    renewal: given({
      mode: now(0.3, () => 'additive' as const),
      growth: now(0.3, () => 0.05),
      vendorGrowth: now(0.3, () => 0.2),
      growthError: now(0.3, () => 0.2),
      commitmentDiscount: now(0.3, () => 0.2),
      priceIncrease: now(0.3, () => 0.03),
      rateIncrease: now(0.3, () => 0.1),
      carryShare: now(0.3, () => 0.2),
      carryChance: now(0.3, () => 0.5),
      years: now(0.3, () => 2),
      eba: now(0.3, () => ({
        years: 3,
        annualTokens: draw.whole(500, 5000),
        termTokens: 0,
        tokenPrice: 0.27,
        uplift: 0.02,
        overflowPrice: null,
        yearlyFee: 100,
        notCovered: draw.chance(0.5) ? ['Maya'] : [],
      })),
    }),
  };
}

type Known<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

/** Without what nobody chose. */
function given<T extends object>(all: T): Known<T> {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Known<T>;
}
