import { civilOf, isoDate, serialOf } from '../../numeric';
import type { RawCell } from '../../usage/types';
import { readBookTable, type BookColumn, type BookRows } from '../../usage/book-table';
import { teamKey } from './teams';
import type { Adjustment, Pack, ShownBalance, Transfer } from './types';

type Range = readonly (readonly RawCell[])[];

/** More tokens than any pool holds, and few enough that millionths of them are exact. */
const MOST_TOKENS = 1e9;
const TOO_MANY = 'more than 1,000,000,000 tokens';

const TEAM: BookColumn = {
  label: 'Team',
  aliases: ['team', 'teamname', 'teamalias', 'pool'],
  kind: 'text',
  need: 'nothing',
};
const DATE: BookColumn = { label: 'Date', aliases: ['date', 'day', 'asof'], kind: 'date', need: 'cell' };
const TOKENS: BookColumn = {
  label: 'Tokens',
  aliases: ['tokens', 'quantity', 'amount'],
  kind: 'number',
  need: 'cell',
};

/** Kinds of a pack, normalised; blank is a purchase. */
const PURCHASE = /^(?:|purchased?|bought|pack|order|renewal|topup|top up)$/;
const CARRIED = /^(?:carr(?:y|ied)[\s-]?(?:forward|over|in)|rollover|rolled over|opening balance)$/;

/**
 * Last day of a pack without an expiry of its own. It is good for 12 months, first and last day included: one started on
 * 2026-03-15 works through 2027-03-14, so that yearly packs follow one another without a day in common.
 */
export function fullTerm(start: number): number {
  const { year, month, day } = civilOf(start);
  return serialOf(year + 1, month, day) - 1;
}

/**
 * Reads the packs: columns Quantity, Start, Expiry, Price (of one token), and any of Team, Pack, Kind. A blank expiry is 12 months after
 * the start (`fullTerm`); Kind is purchase or carried forward, and a carried-forward pack without a price cost nothing. Packs without a
 * name are numbered; a name used twice gets its row added.
 * @throws FlexError 'value' naming the columns that are missing
 */
export function readPacks(range: Range): BookRows<Pack> {
  const ids = new Set<string>();
  let count = 0;
  return readBookTable<keyof typeof PACK_COLUMNS, Pack>(range, 'packs', PACK_COLUMNS, (line) => {
    const quantity = line.number('quantity');
    if (!(quantity > 0)) return line.reject('quantity', 'the quantity must be above 0');
    if (quantity > MOST_TOKENS) return line.reject('quantity', TOO_MANY);
    const kind = line.text('kind').toLowerCase();
    const carried = CARRIED.test(kind);
    if (!carried && !PURCHASE.test(kind)) {
      return line.reject('kind', 'not a kind of pack: write purchase or carried forward');
    }
    const given = line.number('price');
    if (given < 0) return line.reject('price', 'the price must be 0 or more');
    if (given !== given && !carried) {
      return line.reject('price', 'no price: write the price of one token, 0 where it cost nothing');
    }
    const start = line.number('start');
    const stated = line.number('expiry');
    if (stated < start) {
      return line.reject('expiry', `expires before it starts, on ${isoDate(start)}`);
    }
    count += 1;
    return {
      id: uniqueId(line.text('pack') || `Pack ${count}`, line.row, ids),
      team: line.text('team'),
      quantity,
      price: given === given ? given : 0,
      start,
      expiry: stated === stated ? stated : fullTerm(start),
      carried,
      row: line.row,
    };
  });
}

/**
 * Reads transfers between teams: columns Date, From team, To team, Tokens.
 * @throws FlexError 'value' naming the columns that are missing
 */
export function readTransfers(range: Range): BookRows<Transfer> {
  return readBookTable<keyof typeof TRANSFER_COLUMNS, Transfer>(
    range,
    'transfers',
    TRANSFER_COLUMNS,
    (line) => {
      const tokens = line.number('tokens');
      if (!(tokens > 0)) return line.reject('tokens', 'the tokens must be above 0');
      if (tokens > MOST_TOKENS) return line.reject('tokens', TOO_MANY);
      const [from, to] = [line.text('from'), line.text('to')];
      if (teamKey(from) === teamKey(to)) return line.reject('to', 'from a team to itself');
      return { date: line.number('date'), from, to, tokens, row: line.row };
    },
  );
}

/**
 * Reads posted adjustments: columns Date and Tokens (negative = tokens that left), and any of Team (blank = all teams) and Reason.
 * @throws FlexError 'value' naming the columns that are missing
 */
export function readAdjustments(range: Range): BookRows<Adjustment> {
  return readBookTable<keyof typeof ADJUSTMENT_COLUMNS, Adjustment>(
    range,
    'adjustments',
    ADJUSTMENT_COLUMNS,
    (line) => {
      const tokens = line.number('tokens');
      if (Math.abs(tokens) > MOST_TOKENS) return line.reject('tokens', TOO_MANY);
      return {
        date: line.number('date'),
        team: line.text('team'),
        tokens,
        reason: line.text('reason'),
        row: line.row,
      };
    },
  );
}

/**
 * Reads the balances Autodesk shows: columns Date and Balance, and Team (blank = all teams together).
 * @throws FlexError 'value' naming the columns that are missing
 */
export function readShownBalances(range: Range): BookRows<ShownBalance> {
  return readBookTable<keyof typeof BALANCE_COLUMNS, ShownBalance>(
    range,
    'shown balances',
    BALANCE_COLUMNS,
    (line) => {
      const balance = line.number('balance');
      if (balance < 0) return line.reject('balance', 'the balance must be 0 or more');
      if (balance > MOST_TOKENS) return line.reject('balance', TOO_MANY);
      return { date: line.number('date'), team: line.text('team'), balance, row: line.row };
    },
  );
}

const PACK_COLUMNS = {
  quantity: {
    label: 'Quantity',
    aliases: ['quantity', 'qty', 'tokens', 'amount'],
    kind: 'number',
    need: 'cell',
  },
  start: {
    label: 'Start',
    aliases: ['start', 'startdate', 'starts', 'validfrom', 'from', 'purchased', 'purchasedate'],
    kind: 'date',
    need: 'cell',
  },
  expiry: {
    label: 'Expiry',
    aliases: [
      'expiry',
      'expires',
      'expirydate',
      'expiration',
      'expirationdate',
      'end',
      'enddate',
      'validto',
      'to',
    ],
    kind: 'date',
    need: 'column',
  },
  price: {
    label: 'Price',
    aliases: ['price', 'tokenprice', 'pricepertoken', 'unitprice'],
    kind: 'number',
    need: 'column',
  },
  team: TEAM,
  pack: {
    label: 'Pack',
    aliases: ['pack', 'packname', 'order', 'ordernumber', 'id'],
    kind: 'text',
    need: 'nothing',
  },
  kind: { label: 'Kind', aliases: ['kind', 'type'], kind: 'text', need: 'nothing' },
} as const satisfies Record<string, BookColumn>;

const TRANSFER_COLUMNS = {
  date: DATE,
  from: { label: 'From team', aliases: ['fromteam', 'from', 'giver'], kind: 'text', need: 'cell' },
  to: { label: 'To team', aliases: ['toteam', 'to', 'receiver'], kind: 'text', need: 'cell' },
  tokens: TOKENS,
} as const satisfies Record<string, BookColumn>;

const ADJUSTMENT_COLUMNS = {
  date: DATE,
  team: TEAM,
  tokens: TOKENS,
  reason: { label: 'Reason', aliases: ['reason', 'note', 'comment'], kind: 'text', need: 'nothing' },
} as const satisfies Record<string, BookColumn>;

const BALANCE_COLUMNS = {
  date: DATE,
  team: TEAM,
  balance: {
    label: 'Balance',
    aliases: ['balance', 'tokens', 'remaining', 'tokensremaining', 'available'],
    kind: 'number',
    need: 'cell',
  },
} as const satisfies Record<string, BookColumn>;

function uniqueId(name: string, row: number, taken: Set<string>): string {
  let id = name;
  while (taken.has(id)) id = `${id} (row ${row})`;
  taken.add(id);
  return id;
}
