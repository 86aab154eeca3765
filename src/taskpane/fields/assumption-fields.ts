import { domainParts, normalDomains } from '../../engine/assumptions/domains';
import { FlexError } from '../../engine/errors';
import type { SegmentSettings } from '../../excel/contract/services';
import type { Formats } from '../figures/formats';
import {
  changed as changedBy,
  numberIn,
  percent,
  plainNumber,
  type Checked,
  type SettingField,
} from './setting-field';

export { typedNumber } from './setting-field';

export type AssumptionField = SettingField<SegmentSettings>;

const changed = changedBy<SegmentSettings>();

/** The assumptions of "Segment users", with the sentences for what cannot be used. */
export function assumptionFields(
  formats: Formats,
  cardPrice: string,
  lastDate: string,
): readonly AssumptionField[] {
  const shown = plainNumber(formats);
  return [
    {
      id: 'seatDiscount',
      label: 'Seat discount',
      hint: 'Lowers break-even.',
      suffix: '%',
      text: (s) => shown(percent(s.seatDiscount)),
      read: (typed) =>
        changed(
          numberIn(
            typed === '' ? '0' : typed,
            'Seat discount',
            'a percentage from 0 to 100',
            (v) => v >= 0 && v <= 100,
          ),
          (v) => ({ seatDiscount: v / 100 }),
        ),
    },
    {
      id: 'tokenDiscount',
      label: 'Token discount',
      hint: 'Raises break-even.',
      suffix: '%',
      text: (s) => shown(percent(s.tokenDiscount)),
      read: (typed) =>
        changed(
          numberIn(
            typed === '' ? '0' : typed,
            'Token discount',
            'a percentage from 0 to below 100',
            (v) => v >= 0 && v < 100,
          ),
          (v) => ({ tokenDiscount: v / 100 }),
        ),
    },
    {
      id: 'tokenPrice',
      label: 'Token price',
      hint: `Empty = the card’s ${cardPrice}.`,
      text: (s) => (s.tokenPrice === null ? '' : shown(s.tokenPrice)),
      read: (typed) =>
        typed === ''
          ? { value: { tokenPrice: null } }
          : changed(
              numberIn(typed, 'Token price', 'an amount above 0', (v) => v > 0),
              (v) => ({ tokenPrice: v }),
            ),
    },
    {
      id: 'margin',
      label: 'Decision margin',
      hint: 'Share of break-even up to which Flex is recommended. Empty = each product’s own.',
      suffix: '%',
      text: (s) => (s.margin === null ? '' : shown(percent(s.margin))),
      read: (typed) =>
        typed === ''
          ? { value: { margin: null } }
          : changed(
              numberIn(typed, 'Decision margin', 'a percentage from 0 to 100', (v) => v >= 0 && v <= 100),
              (v) => ({ margin: v / 100 }),
            ),
    },
    {
      id: 'asOf',
      label: 'As of',
      hint: `Last month of the year looked at. Empty = the latest usable row${lastDate === '' ? '' : `, ${lastDate}`}.`,
      type: 'date',
      text: (s) => s.asOf ?? '',
      read: (typed) =>
        typed === '' || /^\d{4}-\d{2}-\d{2}$/.test(typed)
          ? { value: { asOf: typed === '' ? null : typed } }
          : { problem: `As of is “${typed}”. Choose a date, or leave it empty.` },
    },
    {
      id: 'hoursPerDay',
      label: 'Hours in a charged day',
      hint: 'Converts days and hours; results are then estimates. Empty = rows in another basis are left out.',
      suffix: 'h',
      text: (s) => (s.hoursPerDay === null ? '' : shown(s.hoursPerDay)),
      read: (typed) =>
        typed === ''
          ? { value: { hoursPerDay: null } }
          : changed(
              numberIn(typed, 'Hours in a charged day', 'hours above 0, up to 24', (v) => v > 0 && v <= 24),
              (v) => ({ hoursPerDay: v }),
            ),
    },
    {
      id: 'rankingHoursPerDay',
      label: 'Ranking: one day counts as',
      hint: 'Only to find the primary product when products are counted in hours and in days.',
      suffix: 'h',
      text: (s) => shown(s.rankingHoursPerDay),
      read: (typed) =>
        changed(
          numberIn(
            typed === '' ? '8' : typed,
            'Ranking hours',
            'hours above 0, up to 24',
            (v) => v > 0 && v <= 24,
          ),
          (v) => ({ rankingHoursPerDay: v }),
        ),
    },
    {
      id: 'externalDomains',
      label: 'External e-mail domains',
      hint: 'People with these domains count as contractors. Separate them with commas.',
      text: (s) => s.externalDomains.join(', '),
      read: readDomains,
    },
  ];
}

function readDomains(typed: string): Checked<Partial<SegmentSettings>> {
  try {
    return { value: { externalDomains: normalDomains(domainParts(typed)) } };
  } catch (error) {
    if (error instanceof FlexError) return { problem: error.message };
    throw error;
  }
}
