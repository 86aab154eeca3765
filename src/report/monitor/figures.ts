/** The key figures of `Flex Monitor`, each a named cell. */
import type { MonitorReview, PoolState } from '../../engine/monitor/review-types';
import type { Figure } from '../model/document';
import { NOT_KNOWN, numberFormat } from '../model/formats';
import { daysOfCover, NO_PACK, shareLeft } from './ledger/tables';
import { MONITOR_FIGURES } from './input';
import { dayText, lastsToExpiry } from './words';

const DAY = 'd mmm yyyy';

/** What a reader takes away. */
export function monitorKeyFigures({ total, currency }: MonitorReview): readonly Figure[] {
  const n = MONITOR_FIGURES;
  const tokens = (label: string, name: string, value: number | string, note: string): Figure => ({
    label,
    name,
    value,
    numberFormat: '#,##0',
    unit: 'tokens',
    note,
  });
  return [
    {
      label: 'Status',
      name: n.status,
      value: total.status,
      numberFormat: 'General',
    },
    tokens('Balance', n.balance, total.balance, 'reconciled with the balance shown, where there is one'),
    tokens('Pool', n.pool, total.pool, poolNote(total)),
    {
      label: 'Share of the pool left',
      name: n.share,
      value: shareLeft(total),
      formula: `=IF(${n.pool}>0,${n.balance}/${n.pool},"${NO_PACK}")`,
      numberFormat: numberFormat('share', currency),
    },
    ...depletionFigures(total),
    tokens('Burned in the last 7 days', n.lastWeek, total.lastWeek, 'of data'),
    tokens(
      'Expected in these 7 days',
      n.expectedWeek,
      total.expectedWeek,
      'to be used up just at the expiry',
    ),
    tokens('Burned in the last 28 days', n.lastFourWeeks, total.lastFourWeeks, 'of data'),
  ];
}

function poolNote({ pool, start, expiry }: PoolState): string {
  return pool > 0
    ? `of the packs good today, ${dayText(start)} to ${dayText(expiry)}`
    : 'no pack is good on the as-of day';
}

function depletionFigures(total: PoolState): readonly Figure[] {
  const { depletion } = total;
  const n = MONITOR_FIGURES;
  const date = (label: string, name: string, value: number | undefined, note: string): Figure => ({
    label,
    name,
    value: value ?? NOT_KNOWN,
    numberFormat: DAY,
    note,
  });
  return [
    {
      label: 'Days of cover',
      name: n.cover,
      value: daysOfCover(total) ?? NOT_KNOWN,
      numberFormat: '#,##0',
      unit: 'days',
      note: 'balance ÷ expected burn a day over the next 28 days',
    },
    date('Earliest (P10)', n.early, depletion?.p10, 'one chance in ten that the pool is empty by then'),
    date(
      lastsToExpiry(total) ? 'Lasts until (P50)' : 'Runs out (P50)',
      n.middle,
      depletion?.p50,
      'as likely earlier as later; tokens that outlast the demand end with their packs',
    ),
    date('Latest (P90)', n.late, depletion?.p90, 'nine chances in ten that the pool is empty by then'),
    {
      label: 'Will expire unused',
      name: n.expiring,
      value: depletion?.expiring ?? NOT_KNOWN,
      numberFormat: '#,##0',
      unit: 'tokens',
      note: 'on the middle path',
    },
  ];
}
