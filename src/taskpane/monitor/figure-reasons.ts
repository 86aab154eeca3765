import type { MonitorOutcome, MonitorSettings } from '../../excel/contract/monitor';
import type { Formats } from '../figures/formats';
import { tooOld, whole } from './words';

/** Why the status is what it is: the rule and the figures that decided it. */
export function statusReason(
  { total, asOf }: MonitorOutcome,
  settings: MonitorSettings,
  formats: Formats,
): readonly string[] {
  const { status, latestDataDay } = total;
  const { review, topUp, escalate, staleDays } = settings;
  const levels = `Review at or below ${formats.share(review)} of the pool, top-up at ${formats.share(topUp)}, escalate at ${formats.share(escalate)}.`;
  const left =
    total.pool > 0
      ? `${formats.share(total.share)} is left: ${whole(total.balance, formats)} of ${whole(total.pool, formats)} tokens, of packs good from ${formats.day(total.start)} to ${formats.day(total.expiry)}.`
      : `No pack is good on ${formats.day(asOf)}.`;
  return [
    left,
    levels,
    ...(status.includes('early')
      ? ['Early: at the burn so far, an even one, the pool is empty before its packs expire.']
      : []),
    ...(tooOld(latestDataDay, asOf, staleDays)
      ? [
          `${latestDataDay === null ? 'There is no usage by this day' : `The newest usage is of ${formats.day(latestDataDay)}`}: data older than ${formats.counted(staleDays, 'day', 'days')} are never called OK.`,
        ]
      : []),
  ];
}

/** The balance as the ledger's sum, and what was taken over from a balance shown. */
export function balanceReason(
  { total, reconciliations, asOf }: MonitorOutcome,
  formats: Formats,
): readonly string[] {
  const t = total.totals;
  const part = (sign: string, tokens: number, what: string): string =>
    Math.round(tokens) === 0 ? '' : ` ${sign} ${whole(tokens, formats)} ${what}`;
  const sum = [
    `${whole(t.bought, formats)} bought`,
    part('+', t.carriedIn, 'carried forward'),
    part('−', t.burned, 'burned'),
    part('−', t.expired, 'expired'),
    part(t.adjusted < 0 ? '+' : '−', Math.abs(t.adjusted), 'adjusted'),
  ].join('');
  const taken = [...reconciliations].filter(({ date }) => date <= asOf).sort((a, b) => b.date - a.date)[0];
  return [
    `The ledger by ${formats.day(asOf)}: ${sum} = ${whole(t.balance, formats)}.`,
    'Packs burn earliest expiry first, the smallest first where they tie; refunds go back to the pack they came from.',
    ...(taken === undefined || Math.abs(total.balance - t.balance) < 0.5
      ? []
      : [
          `Alerts use ${whole(total.balance, formats)}: the balance Autodesk showed on ${formats.day(taken.date)} and the burn since.`,
        ]),
    ...(t.uncovered > 0.5
      ? [
          `${whole(t.uncovered, formats)} tokens were used on days without a balance; they are not carried as debt.`,
        ]
      : []),
  ];
}

export function coverReason({ total, weeks }: MonitorOutcome, formats: Formats): readonly string[] {
  const week = weeks.filter((one) => one.whole).at(-1);
  return [
    'Balance divided by the expected burn a day over the next 28 days.',
    'The earliest and the latest day: 1 chance in 10 each that it is sooner or later.',
    ...(total.forecast === null ? [] : [total.forecast.basis]),
    ...(week === undefined
      ? []
      : [
          `The week of ${formats.day(week.week)} burned ${whole(week.tokens, formats)} tokens${week.expected === null ? '' : `; the expected curve has ${whole(week.expected, formats)} for it`}.`,
        ]),
  ];
}

export function expiringReason(
  { total }: MonitorOutcome,
  settings: MonitorSettings,
  formats: Formats,
): readonly string[] {
  return [
    `What the middle path of demand leaves in each pack on its last day${total.pool > 0 ? `; the packs of today end by ${formats.day(total.expiry)}` : ''}.`,
    `More than ${formats.share(settings.wasteShare)} of the pool raises an alert.`,
  ];
}
