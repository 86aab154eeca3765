import { formatMoney, formatNumber, formatShare, counted } from '../numeric';
import type {
  Ask,
  AskPriority,
  CarryForwardValue,
  CommitmentStress,
  FreezeValue,
  LeverLine,
  LeverName,
  MeasuredGrowth,
  TierAdvice,
} from './types';

/** What stands behind the asks; what is null was not computed, and its evidence says so. */
export interface AskEvidence {
  readonly levers: readonly LeverLine[];
  readonly tiers: TierAdvice | null;
  readonly commitment: CommitmentStress | null;
  readonly carryForward: CarryForwardValue | null;
  /** One and two years of freeze: the guide's range. */
  readonly freeze: { readonly low: FreezeValue; readonly high: FreezeValue } | null;
  readonly growth: MeasuredGrowth | null;
  readonly currency: string;
}

/** The governing guide's dependency and priority of each lever, in its order. */
const GUIDE: readonly {
  readonly lever: LeverName;
  readonly priority: AskPriority;
  readonly dependency: string;
}[] = [
  { lever: 'Volume tier', priority: 'High', dependency: 'Consumption volume' },
  { lever: 'Commitment', priority: 'High (with consumption data)', dependency: 'Annual token commitment' },
  { lever: 'Carry-forward', priority: 'Medium–High', dependency: 'EBA structure negotiation' },
  { lever: 'Bundle', priority: 'Medium', dependency: 'Combined commitment value' },
];
const FREEZE_DEPENDENCY = 'Multi-year commitment';

/** The one-page list for the table: the guide's order of priority, each ask with its money, its dependency and the figures behind it. */
export function askList(evidence: AskEvidence): readonly Ask[] {
  const asks = GUIDE.flatMap(({ lever, priority, dependency }): Omit<Ask, 'order'>[] => {
    const line = evidence.levers.find((each) => each.lever === lever);
    if (line === undefined) return [];
    const { low, mid, high } = line.value;
    return [
      {
        lever,
        priority,
        ask: askOf(line, evidence),
        money: { low: low ?? 0, mid: line.value.own ?? mid ?? 0, high: high ?? 0 },
        dependency,
        evidence: evidenceOf(line, evidence),
      },
    ];
  });
  return [...asks, ...freezeAsks(evidence)].map((ask, index) => ({ order: index + 1, ...ask }));
}

function askOf(line: LeverLine, { tiers, commitment, carryForward, currency }: AskEvidence): string {
  const target = formatShare(line.own ?? line.high);
  switch (line.lever) {
    case 'Volume tier': {
      const best = tiers?.tiers[tiers.best];
      return best === undefined
        ? `${target} below list for our volume.`
        : `The price of ${formatMoney(best.price, currency)} a token for ${formatNumber(best.size, 0)} tokens, or ${target} below list.`;
    }
    case 'Commitment': {
      const level = commitment?.recommended.level ?? 0;
      return level > 0
        ? `${target} more for a commitment of ${formatNumber(level, 0)} tokens a year, and no more than that.`
        : `${target} more for a commitment, at a level the consumption carries.`;
    }
    case 'Carry-forward':
      return `The right to carry ${formatShare(carryForward?.capShare ?? line.own ?? line.high)} of the pool into the next year.`;
    case 'Bundle':
      return `${target} off tokens and seats together, as one contract.`;
  }
}

function evidenceOf(
  line: LeverLine,
  { tiers, commitment, carryForward, currency, growth }: AskEvidence,
): string {
  switch (line.lever) {
    case 'Volume tier':
      return tiers?.text ?? `List spend on tokens: ${money(line.base, currency)} a year.`;
    case 'Commitment':
      return [commitment?.text ?? 'The commitment was not tested against the demand.', growth?.text ?? '']
        .join(' ')
        .trim();
    case 'Carry-forward':
      return carryForward === null
        ? 'The value was not simulated: the money is the most it can be worth.'
        : `Worth ${money(carryForward.expected, currency)} a year on average and ${money(carryForward.most, currency)} at most; tokens are left in ${formatShare(carryForward.chanceUsed)} of the years. Granted in about ${formatShare(carryForward.chance)} of the negotiations that ask for it.`;
    case 'Bundle':
      return `Tokens and seats together cost ${money(line.base, currency)} a year.`;
  }
}

function freezeAsks({ freeze, currency }: AskEvidence): readonly Omit<Ask, 'order'>[] {
  if (freeze === null) return [];
  const years = (value: FreezeValue): string => counted(value.years, 'year');
  const span = `${freeze.low.years} to ${years(freeze.high)}`;
  const ask = (
    lever: Ask['lever'],
    text: string,
    worth: (value: FreezeValue) => number,
    what: string,
  ): Omit<Ask, 'order'> => {
    const [low, high] = [worth(freeze.low), worth(freeze.high)];
    return {
      lever,
      priority: 'Medium',
      ask: text,
      money: { low, mid: (low + high) / 2, high },
      dependency: FREEZE_DEPENDENCY,
      evidence: `${what}: ${money(low, currency)} over ${years(freeze.low)}, ${money(high, currency)} over ${years(freeze.high)}.`,
    };
  };
  return [
    ask(
      'Price lock',
      `A fixed price of a token for ${span}.`,
      ({ priceLock }) => priceLock,
      'At the yearly increase assumed',
    ),
    ask(
      'Rate-card freeze',
      `Fixed tokens a unit for every product for ${span}; consumption rates are rarely negotiable, so ask for it in writing.`,
      ({ rateCardFreeze }) => rateCardFreeze,
      'At the rise of the rates assumed',
    ),
  ];
}

function money(amount: number, currency: string): string {
  return formatMoney(Math.round(amount), currency);
}
