/** Lots, teams and reconciliation of `Flex Pool Ledger`. Balances, shares and differences are native formulas over their row. */
import type { PricedLot, Reconciliation } from '../../../engine/monitor/ledger/types';
import type { MonitorReview, PoolState } from '../../../engine/monitor/review-types';
import { filled, valuedColumns, type ValuedColumn } from '../../model/columns';
import type { TableBlock } from '../../model/document';
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
  const column = valuedColumns<PricedLot>(currency);
  const cents = { numberFormat: centsFormat(currency) };
  const day = { numberFormat: DAY };
  return {
    kind: 'table',
    name: TABLES.lots,
    heading: 'Lots: what became of each pack',
    note: 'Burned earliest expiry first, ties smallest first. Tokens cost what their pack cost.',
    ...filled(
      [
        column('pack', 'Pack', 'text', FIRST, ({ pack }) => pack),
        column('team', 'Team', 'text', OTHERS, ({ team }) => team),
        column('cameBy', 'Came by', 'text', 16, cameBy),
        column('start', 'Start', 'date', OTHERS, ({ start }) => start, day),
        column('expiry', 'Expiry', 'date', OTHERS, ({ expiry }) => expiry, {
          ...day,
          note: 'Last day on which its tokens work.',
        }),
        column('price', 'Price', 'price', OTHERS, ({ price }) => price, { note: `${currency} a token.` }),
        column('quantity', 'Quantity', 'tokens', OTHERS, ({ quantity }) => quantity, {
          note: 'Tokens that came into the lot.',
        }),
        column('burned', 'Burned', 'tokens', OTHERS, ({ burned }) => burned, { note: 'Refunds netted out.' }),
        column('expired', 'Expired', 'tokens', OTHERS, ({ expired }) => expired),
        column('transferred', 'Transferred', 'tokens', OTHERS, ({ transferredOut }) => transferredOut, {
          note: 'To other teams.',
        }),
        column('adjusted', 'Adjusted', 'tokens', OTHERS, ({ adjusted }) => adjusted, {
          note: 'Posted adjustments taken from the lot; below 0 = put back.',
        }),
        column('balance', 'Balance', 'tokens', OTHERS, ({ balance }) => balance, {
          formula: '={@quantity}-{@burned}-{@expired}-{@transferred}-{@adjusted}',
          note: 'Quantity − burned − expired − transferred − adjusted.',
        }),
        column('cost', 'Cost', 'money', MONEY, (lot) => lot.cents / 100, {
          ...cents,
          note: `${currency}: Quantity × Price, to the cent. A transfer takes its part of the cost along.`,
        }),
        column('balanceCost', 'Cost of balance', 'money', MONEY, ({ balanceCents }) => balanceCents / 100, {
          ...cents,
          note: `${currency}: what is left of the cost, in whole cents, so that all parts add up to the invoice.`,
        }),
        column('expiresIn', 'Expires in days', 'integer', OTHERS, ({ expiry }) => expiry - asOf, {
          note: 'From the as-of date; below 0 = expired.',
        }),
      ],
      ledger.lots,
    ),
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

/** A row of the tables of teams: a team, or all of them. */
export interface PoolLine {
  readonly name: string;
  readonly state: PoolState;
}

/** Each team, then all together. */
export function poolLines({ teams, total }: MonitorReview): readonly PoolLine[] {
  return [...teams.map((state) => ({ name: teamName(state.team), state })), { name: TOTAL, state: total }];
}

/** The pool as a whole, and each team's share where packs name teams; the same on both sheets. */
export function poolStateColumns(currency: string): readonly ValuedColumn<PoolLine>[] {
  const column = valuedColumns<PoolLine>(currency);
  const day = (key: 'p10' | 'p50' | 'p90', header: string, note: string) =>
    column(DAY_KEYS[key], header, 'date', OTHERS, ({ state }) => state.depletion?.[key] ?? null, {
      numberFormat: DAY,
      note,
    });
  return [
    column('team', 'Team', 'text', FIRST, ({ name }) => name),
    column('status', 'Status', 'text', 26, ({ state }) => state.status),
    column('balance', 'Balance', 'tokens', OTHERS, ({ state }) => state.balance, {
      note: 'Reconciled with the balance shown, where there is one.',
    }),
    column('pool', 'Pool', 'tokens', OTHERS, ({ state }) => state.pool, {
      note: 'Tokens of the packs that are good on the as-of day.',
    }),
    column('share', 'Share left', 'share', OTHERS, ({ state }) => shareLeft(state), {
      formula: `=IF({@pool}>0,{@balance}/{@pool},"${NO_PACK}")`,
      note: 'Balance ÷ Pool: what the alerts are set at.',
      align: 'right',
    }),
    column('cover', 'Days of cover', 'integer', OTHERS, ({ state }) => daysOfCover(state), {
      note: 'Balance ÷ expected burn a day over the next 28 days.',
      align: 'right',
    }),
    day('p10', 'Earliest (P10)', 'One in ten: the pool is empty by then.'),
    day('p50', 'Runs out (P50)', 'The middle date. Tokens that outlast the demand end with their packs.'),
    day('p90', 'Latest (P90)', 'Nine in ten: the pool is empty by then.'),
    column(
      'expiring',
      'Expiring unused',
      'tokens',
      OTHERS,
      ({ state }) => state.depletion?.expiring ?? null,
      {
        note: 'Tokens that expire before they are used, on the middle path.',
      },
    ),
  ];
}

const DAY_KEYS = { p10: 'early', p50: 'middle', p90: 'late' } as const;

/** Balance ÷ pool, or the words for a pool without packs. */
export function shareLeft({ pool, balance }: Pick<PoolState, 'pool' | 'balance'>): number | string {
  return pool > 0 ? balance / pool : NO_PACK;
}

/** Whole days, the words for no demand, or null where nothing is forecast. */
export function daysOfCover({ depletion }: PoolState): number | string | null {
  if (depletion === null) return null;
  return Number.isFinite(depletion.daysOfCover) ? Math.round(depletion.daysOfCover) : NO_DEMAND;
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
    ...filled(
      [
        ...poolStateColumns(currency),
        valuedColumns<PoolLine>(currency)(
          'transfer',
          'Proposed transfer',
          'text',
          OTHERS,
          ({ state }) => (state === total ? null : (proposed.get(state.team) ?? null)),
          { note: 'Before a purchase: tokens of another team that it can spare.' },
        ),
      ],
      poolLines(review),
    ),
    keyColumn: 'team',
    filter: false,
  };
}

/** Balances shown by Autodesk against the ledger's. */
export function reconciliationTable({ reconciliations, currency }: MonitorReview): TableBlock {
  const column = valuedColumns<Reconciliation>(currency);
  return {
    kind: 'table',
    name: TABLES.reconciliation,
    heading: 'Reconciliation with the balances shown',
    note: 'What stays unexplained can be posted as an adjustment, from the pane or by hand in the table of adjustments.',
    ...filled(
      [
        column('date', 'Date', 'date', FIRST, ({ date }) => date, { numberFormat: DAY, align: 'left' }),
        column('team', 'Team', 'text', OTHERS, ({ team }) => teamName(team)),
        column('shown', 'Shown', 'tokens', OTHERS, ({ shown }) => shown),
        column('ledger', 'Ledger', 'tokens', OTHERS, ({ ledger }) => ledger, {
          note: 'At the end of that day.',
        }),
        column('difference', 'Difference', 'tokens', OTHERS, ({ difference }) => difference, {
          formula: '={@shown}-{@ledger}',
        }),
        column('explained', 'Explained', 'tokens', OTHERS, (found) => found.difference - found.unexplained),
        column('unexplained', 'Unexplained', 'tokens', OTHERS, ({ unexplained }) => unexplained, {
          formula: '={@difference}-{@explained}',
        }),
        column('explanations', 'Explanations', 'text', OTHERS, ({ explanations }) =>
          explanations.map(({ text }) => text).join(' '),
        ),
      ],
      reconciliations,
    ),
    emptyText: 'No balance has been entered yet.',
    filter: false,
  };
}
