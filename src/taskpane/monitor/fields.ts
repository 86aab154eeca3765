import type { MonitorSettings } from '../../excel/contract/monitor';
import type { Formats } from '../figures/formats';
import {
  changed as changedBy,
  numberIn,
  percent,
  plainNumber,
  type SettingField,
} from '../fields/setting-field';

export type MonitorField = SettingField<MonitorSettings>;

const changed = changedBy<MonitorSettings>();

/** As-of date on its own, the rest in the order the step shows it. */
export interface MonitorFields {
  readonly asOf: MonitorField;
  readonly rules: readonly MonitorField[];
}

/**
 * The inputs of a review with the sentences for what cannot be used.
 * @param settings those in force: thresholds must fall, so each is checked against its neighbours
 * @param today the as-of day that an empty date stands for, in words
 */
export function monitorFields(formats: Formats, settings: MonitorSettings, today: string): MonitorFields {
  const shown = plainNumber(formats);
  const { review, topUp, escalate } = settings;
  const share = (
    id: 'review' | 'topUp' | 'escalate' | 'wasteShare',
    label: string,
    hint: string,
    allowed: string,
    fits: (value: number) => boolean,
  ): MonitorField => ({
    id: `monitor.${id}`,
    label,
    hint,
    suffix: '%',
    text: (s) => shown(percent(s[id])),
    read: (typed) => changed(numberIn(typed, label, allowed, fits), (v) => ({ [id]: v / 100 })),
  });
  const days = (id: 'leadDays' | 'staleDays', label: string, hint: string, least: number): MonitorField => ({
    id: `monitor.${id}`,
    label,
    hint,
    suffix: 'days',
    text: (s) => shown(s[id]),
    read: (typed) =>
      changed(
        numberIn(
          typed,
          label,
          `whole days from ${least} to 365`,
          (v) => Number.isSafeInteger(v) && v >= least && v <= 365,
        ),
        (v) => ({ [id]: v }),
      ),
  });
  const of = (fraction: number): string => shown(percent(fraction));
  return {
    asOf: {
      id: 'monitor.asOf',
      label: 'As of',
      hint: `Later rows are left out. Empty = today${today === '' ? '' : `, ${today}`}.`,
      type: 'date',
      text: (s) => s.asOf ?? '',
      read: (typed) =>
        typed === '' || /^\d{4}-\d{2}-\d{2}$/.test(typed)
          ? { value: { asOf: typed === '' ? null : typed } }
          : { problem: `As of is “${typed}”. Choose a date, or leave it empty.` },
    },
    rules: [
      share(
        'review',
        'Review at',
        'Share of the pool left at which consumption is reviewed.',
        `a percentage above ${of(topUp)}, up to 100`,
        (v) => v / 100 > topUp && v <= 100,
      ),
      share(
        'topUp',
        'Top-up at',
        'Share left at which top-up options are priced.',
        `a percentage between ${of(escalate)} and ${of(review)}`,
        (v) => v / 100 > escalate && v / 100 < review,
      ),
      share(
        'escalate',
        'Escalate at',
        'Share left at which procurement is asked.',
        `a percentage from 0 to below ${of(topUp)}`,
        (v) => v >= 0 && v / 100 < topUp,
      ),
      days('leadDays', 'Procurement lead time', 'From the order to tokens that can be used.', 0),
      share(
        'wasteShare',
        'Waste alert above',
        'Share of the pool that expires unused.',
        'a percentage from 0 to 100',
        (v) => v >= 0 && v <= 100,
      ),
      days('staleDays', 'Data too old after', 'Older usage is never called OK.', 0),
    ],
  };
}
