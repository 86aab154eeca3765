/** The key figures of `Flex Pool Ledger`: native formulas over its tables. */
import { formatShare } from '../../../engine/numeric';
import type { Figure } from '../../model/document';
import { centsFormat, numberFormat } from '../../model/formats';
import { quoteText } from '../../model/formula';
import { CAME_BY } from './tables';
import { TABLES } from '../../model/sheet-names';
import { LEDGER_FIGURES, type MonitorReportInput } from '../input';
import { dayText } from '../words';

/** Days ahead in which expiring tokens are counted. */
const SOON = 90;
const TOKENS = '#,##0';
const L = TABLES.lots;
const M = TABLES.months;

/** Balance, what came in and what left. */
export function ledgerKeyFigures({ review }: MonitorReportInput): readonly Figure[] {
  const { ledger, total, asOf, currency } = review;
  const n = LEDGER_FIGURES;
  const tokens = (label: string, name: string, formula: string, note: string): Figure => ({
    label,
    name,
    formula: `=${formula}`,
    numberFormat: TOKENS,
    unit: 'tokens',
    note,
  });
  const counted = (label: string, name: string, value: number, note: string): Figure => ({
    label,
    name,
    value,
    numberFormat: TOKENS,
    unit: 'tokens',
    note,
  });
  const cameBy = (how: string): string => `SUMIFS(${L}[Quantity],${L}[Came by],${quoteText(how)})`;
  const waiting = total.balance - ledger.total.balance;
  return [
    tokens('Balance', n.balance, `SUM(${L}[Balance])`, `by the ledger, at the end of ${dayText(asOf)}`),
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
      `${n.balance}+${n.notPosted}`,
      'what alerts and dates count from',
    ),
    {
      label: 'Pool',
      name: n.pool,
      value: total.pool,
      numberFormat: TOKENS,
      unit: 'tokens',
      note: `of the packs that are good on ${dayText(asOf)}`,
    },
    {
      label: 'Share of the pool left',
      name: n.share,
      formula: `=IF(${n.pool}>0,${n.reconciled}/${n.pool},"no pack")`,
      numberFormat: numberFormat('share', currency),
      note: `alerts at ${formatShare(review.terms.review)}, ${formatShare(review.terms.topUp)} and ${formatShare(review.terms.escalate)}`,
    },
    tokens('Bought', n.bought, cameBy(CAME_BY.bought), 'in all packs so far'),
    tokens('Carried forward', n.carried, cameBy(CAME_BY.carried), 'granted from terms before'),
    tokens('Burned', n.burned, `SUM(${L}[Burned])`, 'from packs, refunds netted out'),
    tokens('Expired unused', n.expired, `SUM(${L}[Expired])`, 'so far'),
    tokens(
      `Expiring in ${SOON} days`,
      n.expiringSoon,
      `SUMIFS(${L}[Balance],${L}[Expires in days],"<=${SOON}")`,
      'of the balance, if nothing more were burned',
    ),
    counted(
      'Used',
      n.used,
      review.days.reduce((sum, day) => sum + day.tokens, 0),
      'by the usage alone',
    ),
    counted(
      'Used without a balance',
      n.uncovered,
      ledger.total.uncovered,
      'on days without a pack to draw on: reported, never carried as debt',
    ),
    counted(
      'Refunds without a pack',
      n.lostRefunds,
      ledger.total.lostRefunds,
      'their pack had expired: Used = Burned + Used without a balance − these',
    ),
  ];
}

/** What the packs cost, and where that money is: the difference must be 0.00. */
export function invoiceFigures({ review }: MonitorReportInput): readonly Figure[] {
  const { currency } = review;
  const money = centsFormat(currency);
  const n = LEDGER_FIGURES;
  const spent = ['Burned', 'Expired', 'Adjusted'].map((entry) => `SUM(${M}[${entry} money])`).join('-');
  return [
    {
      label: 'Invoices',
      name: n.invoices,
      formula: `=SUMIFS(${L}[Cost],${L}[Came by],${quoteText(`<>${CAME_BY.transferred}`)})`,
      numberFormat: money,
      unit: currency,
      note: 'Quantity × Price of every pack that has started',
    },
    {
      label: 'Months add up to the invoices: difference',
      name: n.difference,
      formula: `=ROUND(${n.invoices}-${spent}-INDEX(${M}[Closing money],ROWS(${M}[Closing money])),2)`,
      numberFormat: money,
      unit: currency,
      note: 'invoices − burned − expired − adjusted − the last closing; must be 0.00',
    },
  ];
}
