/** Rows of the pool's book as our sheets show them, with the columns of their templates. */
import type { Adjustment, Budget, Pack, ShownBalance, Transfer } from '../../engine/monitor';
import type { SpareSeat } from '../../engine/monitor/findings/spare-seats';
import type { CellValue } from '../../report/model/document';
import type { OwnTable, OwnTableKey } from '../../report/monitor/input';
import { ownTable, PACK_KINDS } from '../../report/monitor/own-tables';

function table<T>(
  key: OwnTableKey,
  rows: readonly T[],
  cells: (row: T) => Readonly<Record<string, CellValue>>,
): OwnTable {
  const header = ownTable(key, null, '').columns.map((column) => column.header);
  return {
    header,
    rows: rows.map((row) => {
      const named = cells(row);
      return header.map((name) => (named[name] === '' ? null : (named[name] ?? null)));
    }),
  };
}

export const packRows = (packs: readonly Pack[]): OwnTable =>
  table('packs', packs, (pack) => ({
    Pack: pack.id,
    Team: pack.team,
    Kind: PACK_KINDS[pack.carried ? 1 : 0],
    Quantity: pack.quantity,
    Price: pack.price,
    Start: pack.start,
    Expiry: pack.expiry,
  }));

export const transferRows = (transfers: readonly Transfer[]): OwnTable =>
  table('transfers', transfers, ({ date, from, to, tokens }) => ({
    Date: date,
    From: from,
    To: to,
    Tokens: tokens,
  }));

export const adjustmentRows = (adjustments: readonly Adjustment[]): OwnTable =>
  table('adjustments', adjustments, ({ date, team, tokens, reason }) => ({
    Date: date,
    Team: team,
    Tokens: tokens,
    Reason: reason,
  }));

export const shownRows = (shown: readonly ShownBalance[]): OwnTable =>
  table('shownBalances', shown, ({ date, team, balance }) => ({ Date: date, Team: team, Balance: balance }));

export const budgetRows = (budgets: readonly Budget[]): OwnTable =>
  table('budgets', budgets, ({ name, kind, tokens, from, to }) => ({
    Name: name,
    Kind: kind,
    Tokens: tokens,
    From: from,
    To: to,
  }));

/** A closing of several days is a row a day. */
export const holidayRows = (days: readonly number[]): OwnTable =>
  table('holidays', days, (day) => ({ Date: day }));

export const spareRows = (spare: readonly SpareSeat[]): OwnTable =>
  table('spareSeats', spare, ({ product, seats }) => ({ Product: product, 'Spare seats': seats }));
