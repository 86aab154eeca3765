/** The key figures of `Flex Pool Ledger`: native formulas over its tables. */
import { formatShare } from '../../../engine/numeric';
import { columnValues, sumOf } from '../../model/cells';
import type { Computed, Figure, TableBlock } from '../../model/document';
import { centsFormat, numberFormat, roundToCents } from '../../model/formats';
import { CAME_BY, NO_PACK, shareLeft } from './tables';
import { TABLES } from '../../model/sheet-names';
import { LEDGER_FIGURES, type MonitorReportInput } from '../input';
import { dayText } from '../words';

/** Days ahead in which expiring tokens are counted. */
const SOON = 90;
const TOKENS = '#,##0';
const M = TABLES.months;

/** Balance, what came in and what left. */
export function ledgerKeyFigures({ review }: MonitorReportInput, lots: TableBlock): readonly Figure[] {
  const { ledger, total, asOf, currency } = review;
  const n = LEDGER_FIGURES;
  const tokens = (label: string, name: string, of: number | Computed, note: string): Figure => ({
    label,
    name,
    ...(typeof of === 'number' ? { value: of } : of),
    numberFormat: TOKENS,
    unit: 'tokens',
    note,
  });
  const cameBy = (how: string): Computed => sumOf(lots, 'quantity', { cameBy: how });
  const balance = sumOf(lots, 'balance');
  const waiting = total.balance - ledger.total.balance;
  const reconciled = Number(balance.value) + waiting;
  return [
    tokens('Balance', n.balance, balance, `by the ledger, at the end of ${dayText(asOf)}`),
    {
      label: 'Shown but not posted',
      name: n.notPosted,
      value: waiting,
      numberFormat: '+#,##0;-#,##0;0',
      unit: 'tokens',
      note:
        waiting === 0
          ? 'no balance shown by Autodesk says otherwise'
          : 'what the newest balances shown differ by, beyond what later rows explain: post it as an adjustment',
    },
    tokens(
      'Reconciled balance',
      n.reconciled,
      { formula: `=${n.balance}+${n.notPosted}`, value: reconciled },
      'what alerts and dates count from',
    ),
    tokens('Pool', n.pool, total.pool, `of the packs that are good on ${dayText(asOf)}`),
    {
      label: 'Share of the pool left',
      name: n.share,
      value: shareLeft({ pool: total.pool, balance: reconciled }),
      formula: `=IF(${n.pool}>0,${n.reconciled}/${n.pool},"${NO_PACK}")`,
      numberFormat: numberFormat('share', currency),
      note: `alerts at ${formatShare(review.terms.review)}, ${formatShare(review.terms.topUp)} and ${formatShare(review.terms.escalate)}`,
    },
    tokens('Bought', n.bought, cameBy(CAME_BY.bought), 'in all packs so far'),
    tokens('Carried forward', n.carried, cameBy(CAME_BY.carried), 'granted from terms before'),
    tokens('Burned', n.burned, sumOf(lots, 'burned'), 'from packs, refunds netted out'),
    tokens('Expired unused', n.expired, sumOf(lots, 'expired'), 'so far'),
    tokens(
      `Expiring in ${SOON} days`,
      n.expiringSoon,
      sumOf(lots, 'balance', { expiresIn: `<=${SOON}` }),
      'of the balance, if nothing more were burned',
    ),
    tokens(
      'Used',
      n.used,
      review.days.reduce((sum, day) => sum + day.tokens, 0),
      'by the usage alone',
    ),
    tokens(
      'Used without a balance',
      n.uncovered,
      ledger.total.uncovered,
      'on days without a pack to draw on: reported, never carried as debt',
    ),
    tokens(
      'Refunds without a pack',
      n.lostRefunds,
      ledger.total.lostRefunds,
      'their pack had expired: Used = Burned + Used without a balance − these',
    ),
  ];
}

/** What the packs cost, and where that money is: the difference must be 0.00. */
export function invoiceFigures(
  { review: { currency } }: MonitorReportInput,
  lots: TableBlock,
  months: TableBlock,
): readonly Figure[] {
  const money = { numberFormat: centsFormat(currency), unit: currency };
  const n = LEDGER_FIGURES;
  const invoices = sumOf(lots, 'cost', { cameBy: `<>${CAME_BY.transferred}` });
  const spent = ['burned', 'expired', 'adjusted'].map((entry) => sumOf(months, `${entry}_money`));
  const closing = columnValues(months, 'closing_money').at(-1) ?? 0;
  const left =
    spent.reduce((rest, { value }) => rest - Number(value), Number(invoices.value)) - Number(closing);
  return [
    {
      label: 'Invoices',
      name: n.invoices,
      ...invoices,
      ...money,
      note: 'Quantity × Price of every pack that has started',
    },
    {
      label: 'Months add up to the invoices: difference',
      name: n.difference,
      value: roundToCents(left),
      formula: `=ROUND(${n.invoices}${spent.map(({ formula }) => formula.replace('=', '-')).join('')}-INDEX(${M}[Closing money],ROWS(${M}[Closing money])),2)`,
      ...money,
      note: 'invoices − burned − expired − adjusted − the last closing; must be 0.00',
    },
  ];
}
