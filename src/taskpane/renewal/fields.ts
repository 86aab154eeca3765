import type { EbaSettings, RenewalSettings } from '../../excel/contract/renewal';
import type { Formats } from '../figures/formats';
import {
  changed as changedBy,
  numberIn,
  percent,
  plainNumber,
  type Checked,
  type SettingField,
} from '../fields/setting-field';

/** The inputs of a renewal in the groups the step shows them in, with the sentences for what cannot be used. */
export interface RenewalFields {
  readonly growth: readonly SettingField<RenewalSettings>[];
  readonly terms: readonly SettingField<RenewalSettings>[];
  readonly comparison: readonly SettingField<RenewalSettings>[];
  readonly agreement: readonly SettingField<EbaSettings>[];
}

/** Which numbers a field takes, and the words that complete "Type …". */
interface Allowed {
  readonly words: string;
  fits(value: number): boolean;
}

const between = (least: number, most: number): Allowed => ({
  words: `a percentage from ${least} to ${most}`,
  fits: (value) => value >= least && value <= most,
});
const GROWTH: Allowed = {
  words: 'a percentage above -100, up to 1000',
  fits: (value) => value > -100 && value <= 1000,
};
const YEARS: Allowed = {
  words: 'a whole number of years from 1 to 10',
  fits: (value) => Number.isInteger(value) && value >= 1 && value <= 10,
};
const TOKENS: Allowed = {
  words: 'a whole number of tokens, 0 or more',
  fits: (value) => Number.isSafeInteger(value) && value >= 0,
};
const AMOUNT: Allowed = { words: 'an amount of 0 or more', fits: (value) => value >= 0 };

/** What one number of the settings is called, how it is shown and what it may be. */
interface NumberField<Settings> {
  readonly key: keyof Settings & string;
  readonly label: string;
  readonly hint: string;
  readonly allowed: Allowed;
  /** Shown and typed in percent. */
  readonly inPercent?: boolean;
  /** What an empty field means; left out: it must be filled. */
  readonly empty?: number | null;
  readonly suffix?: string;
}

function numberField<Settings>(given: NumberField<Settings>, formats: Formats): SettingField<Settings> {
  const { key, label, hint, allowed, inPercent = false, empty } = given;
  const shown = plainNumber(formats);
  const suffix = given.suffix ?? (inPercent ? '%' : undefined);
  const settle = (value: number | null): Partial<Settings> => ({ [key]: value }) as Partial<Settings>;
  return {
    id: `renewal.${key}`,
    label,
    hint,
    ...(suffix === undefined ? {} : { suffix }),
    text: (settings) => {
      const value = settings[key] as number | null;
      return value === null ? '' : shown(inPercent ? percent(value) : value);
    },
    read: (typed): Checked<Partial<Settings>> =>
      typed === '' && empty !== undefined
        ? { value: settle(empty) }
        : changedBy<Settings>()(numberIn(typed, label, allowed.words, allowed.fits), (value) =>
            settle(inPercent ? value / 100 : value),
          ),
  };
}

const GROWTH_FIELDS: readonly NumberField<RenewalSettings>[] = [
  {
    key: 'growth',
    label: 'Growth of the tokens',
    hint: 'A year. Empty = as the data show it. A fall is negative.',
    allowed: GROWTH,
    inPercent: true,
    empty: null,
  },
  {
    key: 'vendorGrowth',
    label: 'Growth the vendor assumes',
    hint: 'On top of last year’s tokens. Empty = the vendor named none.',
    allowed: GROWTH,
    inPercent: true,
    empty: null,
  },
  {
    key: 'growthError',
    label: 'Growth may be wrong by',
    hint: 'In percentage points, either way: the commitment is tested at both ends.',
    allowed: between(0, 90),
    suffix: 'points',
    inPercent: true,
    empty: 0,
  },
];

const TERM_FIELDS: readonly NumberField<RenewalSettings>[] = [
  {
    key: 'commitmentDiscount',
    label: 'Discount for a commitment',
    hint: 'What a committed token costs less than list; it decides how much to commit.',
    allowed: between(0, 100),
    inPercent: true,
    empty: 0,
  },
  {
    key: 'priceIncrease',
    label: 'Rise of the token price',
    hint: 'A year, if it is not locked.',
    allowed: between(0, 100),
    inPercent: true,
    empty: 0,
  },
  {
    key: 'rateIncrease',
    label: 'Rise of the rates',
    hint: 'More tokens an hour or day, a year, if the rate card is not frozen.',
    allowed: between(0, 100),
    inPercent: true,
    empty: 0,
  },
  {
    key: 'carryShare',
    label: 'Carry-forward',
    hint: 'Largest share of the pool that may go into the next year.',
    allowed: between(0, 100),
    inPercent: true,
    empty: 0,
  },
  {
    key: 'carryChance',
    label: 'Chance that it is granted',
    hint: 'The guide says about 30.',
    allowed: between(0, 100),
    inPercent: true,
    empty: 0,
  },
];

const COMPARISON_FIELDS: readonly NumberField<RenewalSettings>[] = [
  {
    key: 'years',
    label: 'Years compared',
    hint: 'What quotes cost is summed over them.',
    allowed: YEARS,
    suffix: 'years',
  },
];

const AGREEMENT_FIELDS: readonly NumberField<EbaSettings>[] = [
  { key: 'years', label: 'Term of the agreement', hint: '', allowed: YEARS, suffix: 'years' },
  {
    key: 'annualTokens',
    label: 'Tokens for each year',
    hint: 'What is left at the end of a year expires.',
    allowed: TOKENS,
    empty: 0,
  },
  {
    key: 'termTokens',
    label: 'Tokens for the whole term',
    hint: 'Used once those of the year are gone.',
    allowed: TOKENS,
    empty: 0,
  },
  { key: 'tokenPrice', label: 'Price of its tokens', hint: 'In the first year.', allowed: AMOUNT },
  {
    key: 'uplift',
    label: 'Its rise of prices',
    hint: 'A year.',
    allowed: between(0, 100),
    inPercent: true,
    empty: 0,
  },
  {
    key: 'overflowPrice',
    label: 'Price beyond its tokens',
    hint: 'Empty = list price.',
    allowed: AMOUNT,
    empty: null,
  },
  { key: 'yearlyFee', label: 'Its fee a year', hint: 'Support and the like.', allowed: AMOUNT, empty: 0 },
];

export function renewalFields(formats: Formats): RenewalFields {
  const own = (field: NumberField<RenewalSettings>): SettingField<RenewalSettings> =>
    numberField(field, formats);
  return {
    growth: GROWTH_FIELDS.map(own),
    terms: TERM_FIELDS.map(own),
    comparison: COMPARISON_FIELDS.map(own),
    agreement: AGREEMENT_FIELDS.map((field) => {
      const made = numberField(field, formats);
      return { ...made, id: `renewal.eba.${field.key}` };
    }),
  };
}
