import type { BareCover } from './seats/options';
import type { PortfolioNeed } from './types';

/** Who would go to Flex, and what would then be missing. */
export interface MoveCheck {
  /** Products that lose their seat or Collection for Flex. */
  readonly toFlex: readonly string[];
  /** Products in use that are not on Flex, and whose proposed seat the person does not hold today; a Collection counts where the data name it as a product. */
  readonly wanting: readonly string[];
}

/** What a change from today to the proposal takes away and what it presumes. */
export function moveCheck(
  needs: readonly PortfolioNeed[],
  today: BareCover,
  proposed: Omit<BareCover, 'money'>,
): MoveCheck {
  const isDrawnToday = (product: string): boolean => today.flex.some((each) => each.product === product);
  const isCloud = (product: string): boolean =>
    needs.some((need) => need.product === product && !need.onFlex && !need.neverUsed);
  return {
    toFlex: proposed.flex.map(({ product }) => product).filter((product) => !isDrawnToday(product)),
    wanting: (['seats', 'collections'] as const).flatMap((kind) =>
      proposed[kind].filter((name) => !today[kind].includes(name) && isCloud(name)),
    ),
  };
}

/** Unassigned owned seats, handed out one by one. */
export class SpareSeats {
  private readonly left: Map<string, number>;

  constructor(spare: ReadonlyMap<string, number>) {
    this.left = new Map(spare);
  }

  take(offering: string): boolean {
    const left = this.left.get(offering) ?? 0;
    if (left <= 0) return false;
    this.left.set(offering, left - 1);
    return true;
  }
}
