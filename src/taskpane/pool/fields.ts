import type { PoolSettings } from '../../excel/contract/pool';
import type { Formats } from '../figures/formats';
import {
  changed as changedBy,
  numberIn,
  percent,
  plainNumber,
  type SettingField,
} from '../fields/setting-field';

export type PoolField = SettingField<PoolSettings>;

const changed = changedBy<PoolSettings>();
const orZero = (typed: string): string => (typed === '' ? '0' : typed);

/** The inputs of a sizing in the groups the step shows them in, with the sentences for what cannot be used. */
export interface PoolFields {
  readonly tolerance: PoolField;
  readonly growth: readonly PoolField[];
  readonly money: readonly PoolField[];
  readonly more: readonly PoolField[];
}

/** @param listPrice the card's price of a token, in words: what an empty top-up price means */
export function poolFields(formats: Formats, listPrice: string): PoolFields {
  const shown = plainNumber(formats);
  const whole = (least: number) => (value: number) => Number.isSafeInteger(value) && value >= least;
  return {
    tolerance: {
      id: 'pool.tolerance',
      label: 'Tolerated risk',
      hint: 'Of a year in which the pool runs dry.',
      suffix: '%',
      text: (s) => shown(percent(s.tolerance)),
      read: (typed) =>
        changed(
          numberIn(typed, 'Tolerated risk', 'a percentage from 0.1 to 50', (v) => v >= 0.1 && v <= 50),
          (v) => ({ tolerance: v / 100 }),
        ),
    },
    growth: [
      {
        id: 'pool.growthMean',
        label: 'Growth',
        hint: 'Next year against the year read. A fall is negative.',
        suffix: '%',
        text: (s) => shown(percent(s.growthMean)),
        read: (typed) =>
          changed(
            numberIn(
              orZero(typed),
              'Growth',
              'a percentage above -100, up to 1000',
              (v) => v > -100 && v <= 1000,
            ),
            (v) => ({ growthMean: v / 100 }),
          ),
      },
      {
        id: 'pool.growthSpread',
        label: 'Spread of growth',
        hint: 'How sure you are: about two years in three lie within it. 0 = certain.',
        suffix: '%',
        text: (s) => shown(percent(s.growthSpread)),
        read: (typed) =>
          changed(
            numberIn(
              orZero(typed),
              'Spread of growth',
              'a percentage from 0 to 200',
              (v) => v >= 0 && v <= 200,
            ),
            (v) => ({ growthSpread: v / 100 }),
          ),
      },
    ],
    money: [
      {
        id: 'pool.bundle',
        label: 'Bundle',
        hint: 'Tokens are bought in multiples of it. 1 = any number.',
        text: (s) => shown(s.bundle),
        read: (typed) =>
          changed(
            numberIn(typed === '' ? '1' : typed, 'Bundle', 'a whole number of tokens, 1 or more', whole(1)),
            (v) => ({ bundle: v }),
          ),
      },
      {
        id: 'pool.topUpPrice',
        label: 'Top-up price',
        hint: `Of a token bought when the pool is empty. Empty = the list price, ${listPrice}.`,
        text: (s) => (s.topUpPrice === null ? '' : shown(s.topUpPrice)),
        read: (typed) =>
          typed === ''
            ? { value: { topUpPrice: null } }
            : changed(
                numberIn(typed, 'Top-up price', 'an amount of 0 or more', (v) => v >= 0),
                (v) => ({ topUpPrice: v }),
              ),
      },
      {
        id: 'pool.leadDays',
        label: 'Top-up lead time',
        hint: 'Days from the order to the tokens.',
        suffix: 'days',
        text: (s) => shown(s.leadDays),
        read: (typed) =>
          changed(
            numberIn(
              orZero(typed),
              'Top-up lead time',
              'whole days from 0 to 365',
              (v) => whole(0)(v) && v <= 365,
            ),
            (v) => ({ leadDays: v }),
          ),
      },
      {
        id: 'pool.disruption',
        label: 'Disruption cost',
        hint: 'Money lost for each missing token, beside the top-up. Empty = what the tolerance implies.',
        text: (s) => (s.disruption === null ? '' : shown(s.disruption)),
        read: (typed) =>
          typed === ''
            ? { value: { disruption: null } }
            : changed(
                numberIn(typed, 'Disruption cost', 'an amount of 0 or more', (v) => v >= 0),
                (v) => ({ disruption: v }),
              ),
      },
      {
        id: 'pool.salvage',
        label: 'Value of a token left over',
        hint: 'Carry-forward or resale. 0 = it expires.',
        text: (s) => shown(s.salvage),
        read: (typed) =>
          changed(
            numberIn(orZero(typed), 'Value of a token left over', 'an amount of 0 or more', (v) => v >= 0),
            (v) => ({ salvage: v }),
          ),
      },
      {
        id: 'pool.salvageShare',
        label: 'Share that keeps its value',
        hint: 'Of the pool, at most. 100 = all that is left.',
        suffix: '%',
        text: (s) => shown(percent(s.salvageShare)),
        read: (typed) =>
          changed(
            numberIn(
              typed === '' ? '100' : typed,
              'Share that keeps its value',
              'a percentage from 0 to 100',
              (v) => v >= 0 && v <= 100,
            ),
            (v) => ({ salvageShare: v / 100 }),
          ),
      },
    ],
    more: [
      {
        id: 'pool.seed',
        label: 'Seed',
        hint: 'The same seed gives the same draws, and so the same result.',
        text: (s) => shown(s.seed),
        read: (typed) =>
          changed(numberIn(typed, 'Seed', 'a whole number, 0 or more', whole(0)), (v) => ({ seed: v })),
      },
    ],
  };
}
