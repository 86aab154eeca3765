import { exceeds, WORKING_YEAR } from '../breakeven';
import { formatMoney, formatNumber, formatShare, monthIndexOf, monthText, counted } from '../numeric';
import { netTokenPrice } from '../catalog/terms';
import type { UsageReading, UsageYear, UserYear } from '../usage/types';
import type { Need } from './needs';
import type { Advice } from './recommend';
import { chosenCollection } from './rules';
import type { Case, Rule } from './rules';
import type { SegmentOptions } from './types';

interface Setting {
  readonly reading: UsageReading;
  readonly year: UsageYear;
  readonly user: UserYear;
  readonly options: SegmentOptions;
  /** Use of products that the card does not know. */
  readonly others: readonly Need[];
}

/** Why this person stands in this segment, in sentences that carry the figures that decided. */
export function reasonFor(rule: Rule, person: Case, advice: Advice, setting: Setting): string {
  const primary = person.needs[0];
  if (primary === undefined) {
    return setting.others.length > 0 ? otherSentence(setting).join(' ') : unusedReason(rule, setting);
  }
  const sentences = [
    ...BY_RULE[rule.number]!(person, primary, setting),
    ...joinerSentence(rule, person, primary, setting),
    ...missingSentences(person, advice),
    ...basketSentence(person, setting),
    ...otherSentence(setting),
    ...grainSentences(setting),
  ];
  return sentences.join(' ');
}

type Teller = (person: Case, primary: Need, setting: Setting) => readonly string[];

const BY_RULE: Readonly<Record<number, Teller>> = {
  1: (_person, primary) => [
    primary.neverUsed
      ? `${primary.product} is not on Flex under this card, and no use of it is recorded.`
      : `Most used is ${primary.product} (${units(primary)}), which ${notOnFlex(primary)}: it needs a Named User.`,
  ],
  2: (person, primary, setting) => contractorSentences(person, primary, setting),
  3: (person, _primary, setting) => {
    const cover = chosenCollection(person)!;
    const held = person.needs.filter((need) => (need.collections & cover.bits) !== 0);
    const names = cover.collections.map((item) => item.name).join(' and ');
    return [
      `${names} costs ${money(cover.cost, setting)}${held.length < person.needs.length ? ' with the rest on seats or Flex' : ''}, less than ${money(person.costs.mixed.cost, setting)} for the cheaper of seat and Flex product by product (${held.map((need) => `${need.product} ${units(need)}`).join(', ')}).`,
    ];
  },
  4: (person, primary, setting) => {
    const phase = person.phase!;
    const first = setting.year.firstMonth;
    const months = `${monthText(first + phase.start)} to ${monthText(first + ((phase.start + 3) % 12))}`;
    return [
      `${formatShare(phase.share)} of the year's ${units(primary)} of ${primary.product} fall in four months (${months}).`,
      `The peak month × 12 is ${amount(phase.peakMonthUnits * 12, primary)}, above the ceiling of ${amount(primary.ceiling!, primary)}, but the whole year on Flex costs ${money(person.costs.flex!, setting)} against ${money(primary.seatCost!, setting)} for the seat.`,
    ];
  },
  5: (_person, primary, setting) =>
    primary.breakEven === null
      ? [
          `${primary.product}: the tokens in your rows cost ${money(primary.flexCost!, setting)}, more than ${money(primary.seatCost!, setting)} for the seat.`,
        ]
      : [
          `${primary.product}: ${units(primary)} is above break-even at ${amount(primary.breakEven, primary)}; Flex would cost ${money(primary.flexCost!, setting)}, the seat ${money(primary.seatCost!, setting)}.`,
        ],
  6: (_person, primary, setting) => {
    if (primary.breakEven === null || primary.ceiling === null) {
      return primary.seatCost === null || primary.flexCost === null
        ? [`${primary.product}: ${units(primary)}.`]
        : [
            `${primary.product}: the tokens in your rows cost ${money(primary.flexCost, setting)} against ${money(primary.seatCost, setting)} for the seat.`,
          ];
    }
    return exceeds(primary.use.units, primary.ceiling)
      ? [
          `${primary.product}: ${units(primary)} is above the ceiling of ${amount(primary.ceiling, primary)}${exceeds(primary.use.units, primary.breakEven) ? '' : ` and not above break-even at ${amount(primary.breakEven, primary)}`}.`,
        ]
      : [
          `${primary.product}: ${units(primary)}, ceiling ${amount(primary.ceiling, primary)}, break-even ${amount(primary.breakEven, primary)}.`,
        ];
  },
  7: (_person, primary, setting) => lowUseSentences(primary, setting),
};

function contractorSentences(person: Case, primary: Need, setting: Setting): readonly string[] {
  const { flex, mixed, collection } = person.costs;
  const sentences = [
    `Contractor or external: on Flex whatever the use (${primary.product} ${units(primary)}).`,
  ];
  const alternative = collection !== null && collection.cost < mixed.cost ? collection.cost : mixed.cost;
  if (mixed.unpriced.length === 0 && flex !== null && flex > alternative + 0.005) {
    sentences.push(
      `Premium of this policy: ${money(flex - alternative, setting)} (Flex ${money(flex, setting)}, cheapest alternative ${money(alternative, setting)}).`,
    );
  }
  return sentences;
}

function lowUseSentences(primary: Need, setting: Setting): readonly string[] {
  if (primary.neverUsed) return [`${primary.product}: no use recorded.`];
  if (primary.ceiling === null || primary.breakEven === null) {
    return [`${primary.product}: ${units(primary)}, ${money(primary.flexCost ?? 0, setting)} on Flex.`];
  }
  const sentences = [
    `${primary.product}: ${units(primary)} is within the ceiling of ${amount(primary.ceiling, primary)} (break-even ${amount(primary.breakEven, primary)}); Flex costs ${money(primary.flexCost!, setting)}, the seat ${money(primary.seatCost!, setting)}.`,
  ];
  if (exceeds(primary.breakEven, WORKING_YEAR[primary.basis])) {
    sentences.push(
      `Break-even is beyond a working year (${amount(WORKING_YEAR[primary.basis], primary)}): this product alone never justifies its seat.`,
    );
  }
  return sentences;
}

/** Joiners carry both figures: what was used, and what it would be over 12 months. */
function joinerSentence(rule: Rule, person: Case, primary: Need, setting: Setting): readonly string[] {
  if (!person.isJoiner || setting.user.firstUse === null || rule.number < 4) return [];
  const firstMonth = monthIndexOf(setting.user.firstUse);
  const months = setting.year.lastMonth - firstMonth + 1;
  const scaled = (primary.use.units * 12) / months;
  return [
    `First use in ${monthText(firstMonth)}, ${counted(months, 'month')} of the year: ${units(primary)} so far, about ${amount(scaled, primary)} scaled to 12 months (estimate).`,
  ];
}

/** What the card does not know, so that nobody reads a gap as a zero. */
function missingSentences(person: Case, advice: Advice): readonly string[] {
  const noSeatPrice = person.needs.filter((need) => need.seatList === null && !need.neverUsed);
  const noRate = person.needs.filter(
    (need) => need.eligible && need.breakEven === null && (need.seatList !== null || need.rateMissing),
  );
  const sentences: string[] = [];
  if (noSeatPrice.length > 0) {
    const names = noSeatPrice.map((need) => need.product).join(', ');
    sentences.push(
      `The card has no seat price for ${names}${advice.cost === null || advice.saving === null ? ', so the sum is incomplete: fill it in' : ''}.`,
    );
  }
  if (noRate.length > 0) {
    sentences.push(
      `The card has no usable rate for ${noRate.map((need) => need.product).join(', ')}, so there is no break-even.`,
    );
  }
  return sentences;
}

/** For several products: what they cost together on Flex, as a ratio to the Collection that holds the most of them. */
function basketSentence(person: Case, setting: Setting): readonly string[] {
  const { collection, flex, mixed } = person.costs;
  const held =
    collection === null ? [] : person.needs.filter((need) => (need.collections & collection.bits) !== 0);
  if (collection === null || held.length < 2 || chosenCollection(person) !== null) return [];
  const price = collection.seatList * (1 - setting.options.terms.seatDiscount);
  if (price <= 0) return [];
  const basket = held.reduce((sum, need) => sum + (need.flexCost ?? 0), 0);
  const names = collection.collections.map((item) => item.name).join(' and ');
  const all =
    mixed.unpriced.length === 0 && held.length === person.needs.length
      ? 'All products'
      : held.map((need) => need.product).join(' and ');
  return flex !== null && flex > 0
    ? [
        `${all} on Flex: ${money(basket, setting)}, ${formatShare(basket / price)} of ${names} at ${money(collection.cost, setting)}.`,
      ]
    : [];
}

/** Products the card does not know take no part in the decision; their tokens stay, whichever way it goes. */
function otherSentence({ others, options }: Setting): readonly string[] {
  if (others.length === 0) return [];
  const tokens = others.reduce((sum, need) => sum + need.use.tokens, 0);
  const names = others.map((need) => need.product).join(', ');
  const missing = others.filter((need) => need.rateMissing).map((need) => need.product);
  const unknown =
    missing.length > 0 ? [`What the use of ${missing.join(', ')} takes is unknown: rate missing.`] : [];
  if (tokens === 0 && missing.length > 0) return [`The card does not know ${names}.`, ...unknown];
  return [
    ...unknown,
    `The card does not know ${names}: ${formatNumber(tokens)} tokens stay on Flex (${formatMoney(tokens * netTokenPrice(options.terms), options.card.currency)}), outside the choice between seat and tokens.`,
  ];
}

function grainSentences(setting: Setting): readonly string[] {
  const sentences: string[] = [];
  if (!setting.reading.monthlyDetail)
    sentences.push('The rows carry no monthly detail, so the project-phase rule was not asked.');
  const seen = setting.year.monthSeen.filter(Boolean).length;
  if (setting.reading.monthlyDetail && seen < 12)
    sentences.push(`Only ${seen} of the 12 months hold rows; nothing was scaled.`);
  if (setting.reading.estimated) sentences.push('Estimate: hours and days were converted.');
  return sentences;
}

function unusedReason(rule: Rule, setting: Setting): string {
  const { year, user } = setting;
  const period = `${monthText(year.firstMonth)} to ${monthText(year.lastMonth)}`;
  const last = user.lastUse === null ? '' : `; the last use was in ${monthText(monthIndexOf(user.lastUse))}`;
  const policy = rule.number === 2 ? ' Contractor or external: on Flex whatever the use.' : '';
  return `No use in the year ${period}${last}.${policy}`;
}

function notOnFlex(need: Need): string {
  return need.seatList === null && need.collections !== 0
    ? 'this card does not price on Flex'
    : 'is not on Flex';
}

const UNIT_WORD = { hour: 'h', day: 'd', result: 'results' } as const;

function amount(value: number, need: Need): string {
  return `${formatNumber(value)} ${UNIT_WORD[need.basis]}`;
}

function units(need: Need): string {
  if (need.use.unitsUnknown !== true) return amount(need.use.units, need);
  const tokens = `${formatNumber(need.use.tokens)} tokens, units unknown`;
  return need.use.units > 0 ? `${amount(need.use.units, need)} and more: ${tokens}` : tokens;
}

function money(value: number, setting: Setting): string {
  return formatMoney(value, setting.options.card.currency);
}
