/** Lots, teams and reconciliation of `Flex Pool Ledger`. Balances, shares and differences are native formulas over their row. */
import type { PricedLot } from '../../../engine/monitor/ledger/types';
import type { MonitorReview, PoolState } from '../../../engine/monitor/review-types';
import { columnsOf } from '../../model/columns';
import type { CellValue, Column, TableBlock } from '../../model/document';
import { centsFormat } from '../../model/formats';
import { TABLES } from '../../model/sheet-names';
import { teamName } from '../words';

/** How tokens of a lot came in. */
export const CAME_BY = { bought: 'purchase', carried: 'carried forward', transferred: 'transfer' } as const;
/** Name of the row of all teams together. */
export const TOTAL = 'Total';
/** Shown as days of cover where nothing is expected to burn. */
export const NO_DEMAND = 'no burn expected';
/** Shown as share where no pack is good. */
export const NO_PACK = 'no pack';

const FIRST = 34;
const OTHERS = 13;
/** Money to the cent. */
const MONEY = 14;
const DAY = 'd mmm yyyy';

/** Every pack, and every part of one that a transfer brought to a team. */
export function ledgerLotsTable({ ledger, asOf, currency }: MonitorReview): TableBlock {
  const column = columnsOf(currency);
  const cents = { numberFormat: centsFormat(currency) };
  const day = { numberFormat: DAY };
  return {
    kind: 'table',
    name: TABLES.lots,
    heading: 'Lots: what became of each pack',
    note: 'Burned earliest expiry first, ties smallest first. Tokens cost what their pack cost.',
    columns: [
      column('pack', 'Pack', 'text', FIRST),
      column('team', 'Team', 'text', OTHERS),
      column('cameBy', 'Came by', 'text', 16),
      column('start', 'Start', 'date', OTHERS, day),
      column('expiry', 'Expiry', 'date', OTHERS, { ...day, note: 'Last day on which its tokens work.' }),
      column('price', 'Price', 'price', OTHERS, { note: `${currency} a token.` }),
      column('quantity', 'Quantity', 'tokens', OTHERS, { note: 'Tokens that came into the lot.' }),
      column('burned', 'Burned', 'tokens', OTHERS, { note: 'Refunds netted out.' }),
      column('expired', 'Expired', 'tokens', OTHERS),
      column('transferred', 'Transferred', 'tokens', OTHERS, { note: 'To other teams.' }),
      column('adjusted', 'Adjusted', 'tokens', OTHERS, {
        note: 'Posted adjustments taken from the lot; below 0 = put back.',
      }),
      column('balance', 'Balance', 'tokens', OTHERS, {
        formula: '={@quantity}-{@burned}-{@expired}-{@transferred}-{@adjusted}',
        note: 'Quantity − burned − expired − transferred − adjusted.',
      }),
      column('cost', 'Cost', 'money', MONEY, {
        ...cents,
        note: `${currency}: Quantity × Price, to the cent. A transfer takes its part of the cost along.`,
      }),
      column('balanceCost', 'Cost of balance', 'money', MONEY, {
        ...cents,
        note: `${currency}: what is left of the cost, in whole cents, so that all parts add up to the invoice.`,
      }),
      column('expiresIn', 'Expires in days', 'integer', OTHERS, {
        note: 'From the as-of date; below 0 = expired.',
      }),
    ],
    rows: ledger.lots.map((lot): readonly CellValue[] => [
      lot.pack,
      lot.team,
      cameBy(lot),
      lot.start,
      lot.expiry,
      lot.price,
      lot.quantity,
      lot.burned,
      lot.expired,
      lot.transferredOut,
      lot.adjusted,
      null,
      lot.cents / 100,
      lot.balanceCents / 100,
      lot.expiry - asOf,
    ]),
    emptyText: 'No pack has started by the as-of date.',
    filter: false,
    ...(ledger.lots.length === 0
      ? {}
      : {
          totals: {
            label: TOTAL,
            sums: ['burned', 'expired', 'adjusted', 'balance', 'balanceCost'],
          },
        }),
  };
}

function cameBy(lot: PricedLot): string {
  if (lot.transferred) return CAME_BY.transferred;
  return lot.carried ? CAME_BY.carried : CAME_BY.bought;
}

/** The pool as a whole, and each team's share where packs name teams; the same on both sheets. */
export function poolStateColumns(currency: string): readonly Column[] {
  const column = columnsOf(currency);
  const day = (key: string, header: string, note: string): Column =>
    column(key, header, 'date', OTHERS, { numberFormat: DAY, note });
  return [
    column('team', 'Team', 'text', FIRST),
    column('status', 'Status', 'text', 26),
    column('balance', 'Balance', 'tokens', OTHERS, {
      note: 'Reconciled with the balance shown, where there is one.',
    }),
    column('pool', 'Pool', 'tokens', OTHERS, { note: 'Tokens of the packs that are good on the as-of day.' }),
    column('share', 'Share left', 'share', OTHERS, {
      formula: `=IF({@pool}>0,{@balance}/{@pool},"${NO_PACK}")`,
      note: 'Balance ÷ Pool: what the alerts are set at.',
      align: 'right',
    }),
    column('cover', 'Days of cover', 'integer', OTHERS, {
      note: 'Balance ÷ expected burn a day over the next 28 days.',
      align: 'right',
    }),
    day('early', 'Earliest (P10)', 'One in ten: the pool is empty by then.'),
    day('middle', 'Runs out (P50)', 'The middle date. Tokens that outlast the demand end with their packs.'),
    day('late', 'Latest (P90)', 'Nine in ten: the pool is empty by then.'),
    column('expiring', 'Expiring unused', 'tokens', OTHERS, {
      note: 'Tokens that expire before they are used, on the middle path.',
    }),
  ];
}

/** One row of `poolStateColumns`. */
export function poolStateRow(state: PoolState, name: string): readonly CellValue[] {
  const { depletion } = state;
  return [
    name,
    state.status,
    state.balance,
    state.pool,
    null,
    depletion === null
      ? null
      : Number.isFinite(depletion.daysOfCover)
        ? Math.round(depletion.daysOfCover)
        : NO_DEMAND,
    depletion?.p10 ?? null,
    depletion?.p50 ?? null,
    depletion?.p90 ?? null,
    depletion?.expiring ?? null,
  ];
}

/** Teams and their total, with the transfer that cures an empty one. */
export function poolTeamsTable(review: MonitorReview): TableBlock {
  const { teams, total, alerts, currency } = review;
  const proposed = new Map(
    alerts
      .filter((alert) => alert.kind === 'team empty' && alert.state !== 'closed')
      .map((alert) => [alert.team, alert.action]),
  );
  return {
    kind: 'table',
    name: TABLES.poolTeams,
    heading: 'Teams',
    note:
      teams.length === 0
        ? 'No pack names a team: one pool for everybody.'
        : 'A launch is refused when the balance of its own team is short, whatever the total.',
    columns: [
      ...poolStateColumns(currency),
      columnsOf(currency)('transfer', 'Proposed transfer', 'text', OTHERS, {
        note: 'Before a purchase: tokens of another team that it can spare.',
      }),
    ],
    rows: [
      ...teams.map((state) => [
        ...poolStateRow(state, teamName(state.team)),
        proposed.get(state.team) ?? null,
      ]),
      [...poolStateRow(total, TOTAL), null],
    ],
    keyColumn: 'team',
    filter: false,
  };
}

/** Balances shown by Autodesk against the ledger's. */
export function reconciliationTable({ reconciliations, currency }: MonitorReview): TableBlock {
  const column = columnsOf(currency);
  return {
    kind: 'table',
    name: TABLES.reconciliation,
    heading: 'Reconciliation with the balances shown',
    note: 'What stays unexplained can be posted as an adjustment, from the pane or by hand in the table of adjustments.',
    columns: [
      column('date', 'Date', 'date', FIRST, { numberFormat: DAY, align: 'left' }),
      column('team', 'Team', 'text', OTHERS),
      column('shown', 'Shown', 'tokens', OTHERS),
      column('ledger', 'Ledger', 'tokens', OTHERS, { note: 'At the end of that day.' }),
      column('difference', 'Difference', 'tokens', OTHERS, { formula: '={@shown}-{@ledger}' }),
      column('explained', 'Explained', 'tokens', OTHERS),
      column('unexplained', 'Unexplained', 'tokens', OTHERS, { formula: '={@difference}-{@explained}' }),
      column('explanations', 'Explanations', 'text', OTHERS),
    ],
    rows: reconciliations.map((found): readonly CellValue[] => [
      found.date,
      teamName(found.team),
      found.shown,
      found.ledger,
      null,
      found.difference - found.unexplained,
      null,
      found.explanations.map(({ text }) => text).join(' '),
    ]),
    emptyText: 'No balance has been entered yet.',
    filter: false,
  };
}
