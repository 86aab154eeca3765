import { FlexError } from '../../../../src/engine/errors';
import { fullTerm } from '../../../../src/engine/monitor/ledger/book';
import { readAdjustments, readPacks, readShownBalances, readTransfers } from '../../../../src/engine/monitor';
import { isoDate, serialOf } from '../../../../src/engine/numeric';

describe('packs', () => {
  it('are read by header in any order, with dates and numbers as text, below a title', () => {
    const { rows, read, rejected } = readPacks([
      ['Our packs', '', '', '', ''],
      ['Price per token', 'Team', 'Start date', 'Quantity', 'Expires'],
      ['2,85', 'MEP', '2026-03-15', '5.000', '2027-03-14'],
      [3, '', serialOf(2026, 1, 1) + 0.5, 100, ''],
      ['3,00', '', '1.2.2026', '1.250,5', null],
    ]);
    expect(rejected).toEqual([]);
    expect(read).toBe(3);
    expect(rows).toEqual([
      {
        id: 'Pack 1',
        team: 'MEP',
        quantity: 5000,
        price: 2.85,
        start: serialOf(2026, 3, 15),
        expiry: serialOf(2027, 3, 14),
        carried: false,
        row: 3,
      },
      {
        id: 'Pack 2',
        team: '',
        quantity: 100,
        price: 3,
        start: serialOf(2026, 1, 1),
        expiry: serialOf(2026, 12, 31),
        carried: false,
        row: 4,
      },
      {
        id: 'Pack 3',
        team: '',
        quantity: 1250.5,
        price: 3,
        start: serialOf(2026, 2, 1),
        expiry: serialOf(2027, 1, 31),
        carried: false,
        row: 5,
      },
    ]);
  });

  it('without an expiry work for 12 months, the last day being the one before the anniversary', () => {
    expect(isoDate(fullTerm(serialOf(2026, 3, 15)))).toBe('2027-03-14');
    expect(isoDate(fullTerm(serialOf(2026, 1, 1)))).toBe('2026-12-31');
    expect(isoDate(fullTerm(serialOf(2028, 2, 29)))).toBe('2029-02-28');
  });

  it('keep their names, which become unique, and their kind', () => {
    const { rows } = readPacks([
      ['Pack', 'Kind', 'Quantity', 'Start', 'Expiry', 'Price'],
      ['PO-7', 'Purchase', 100, 46023, '', 3],
      ['PO-7', 'carried forward', 100, 46023, '', ''],
      ['', 'Carry-forward', 100, 46023, '', 1.5],
    ]);
    expect(rows.map(({ id, carried, price }) => [id, carried, price])).toEqual([
      ['PO-7', false, 3],
      ['PO-7 (row 3)', true, 0],
      ['Pack 3', true, 1.5],
    ]);
  });

  it('that cannot be used are listed with their cell and the reason; blank rows are not counted', () => {
    const good = ['', 100, 46023, 46387, 3, ''];
    const { rows, read, rejected } = readPacks([
      ['Team', 'Quantity', 'Start', 'Expiry', 'Price', 'Kind'],
      good,
      ['', 0, 46023, '', 3, ''],
      ['', 'many', 46023, '', 3, ''],
      ['', 100, '', '', 3, ''],
      ['', 100, '31.2.2026', '', 3, ''],
      ['', 100, 46023, 46022, 3, ''],
      ['', 100, 46023, '', '', ''],
      ['', 100, 46023, '', -1, ''],
      ['', 100, 46023, '', 3, 'gift'],
      ['', '', '', null, '', ' '],
      [0, 0, 0, 0, 0, 0],
      ['#N/A', 100, 46023, '', 3, ''],
      ['Total', 1000, '', '', '', ''],
      ['', '', 46023, '', 3, ''],
    ]);
    expect(rows).toHaveLength(1);
    expect(read).toBe(rows.length + rejected.length);
    expect(rejected.map(({ row, column, value, reason }) => [row, column, value, reason])).toEqual([
      [3, 'Quantity', '0', 'the quantity must be above 0'],
      [4, 'Quantity', 'many', 'not a number'],
      [5, 'Start', '', 'no start'],
      [6, 'Start', '31.2.2026', 'not a date'],
      [7, 'Expiry', '2025-12-31', 'expires before it starts, on 2026-01-01'],
      [8, 'Price', '', 'no price: write the price of one token, 0 where it cost nothing'],
      [9, 'Price', '-1', 'the price must be 0 or more'],
      [10, 'Kind', 'gift', 'not a kind of pack: write purchase or carried forward'],
      [13, 'Team', '#N/A', 'the cell is the error #N/A'],
      [14, 'Team', 'Total', 'totals row'],
      [15, 'Quantity', '', 'no quantity'],
    ]);
  });

  it('without a needed column name it', () => {
    const range = [
      ['Quantity', 'Start', 'Team'],
      [100, 46023, 'A'],
    ];
    expect(() => readPacks(range)).toThrow(FlexError);
    expect(() => readPacks(range)).toThrow(
      'The table of packs has no column Expiry, Price: its header row must name Quantity, Start, Expiry, Price.',
    );
    expect(() => readPacks([])).toThrow('has no column Quantity, Start, Expiry, Price');
  });

  it('read a 0 as blank where a host hands blanks over as 0, but not as a price', () => {
    const { rows } = readPacks([
      ['Quantity', 'Start', 'Expiry', 'Price', 'Team', 'Pack'],
      [100, 46023, 0, 0, 0, 0],
    ]);
    expect(rows[0]).toMatchObject({ expiry: 46387, price: 0, team: '', id: 'Pack 1' });
  });
});

it('transfers need two different teams and tokens above 0', () => {
  const { rows, rejected } = readTransfers([
    ['Date', 'From team', 'To team', 'Tokens'],
    ['2026-03-01', 'A', 'B', 50],
    ['2026-03-01', 'A', ' a', 50],
    ['2026-03-01', 'A', '', 50],
    ['2026-03-01', 'A', 'B', -5],
  ]);
  expect(rows).toEqual([{ date: serialOf(2026, 3, 1), from: 'A', to: 'B', tokens: 50, row: 2 }]);
  expect(rejected.map(({ row, reason }) => [row, reason])).toEqual([
    [3, 'from a team to itself'],
    [4, 'no to team'],
    [5, 'the tokens must be above 0'],
  ]);
});

it('adjustments may go both ways and need no team or reason', () => {
  const { rows } = readAdjustments([
    ['Tokens', 'Date', 'Reason'],
    [-20.5, '2026-03-01', 'Balance shown'],
    ['15', 46100, ''],
  ]);
  expect(rows).toEqual([
    { date: serialOf(2026, 3, 1), team: '', tokens: -20.5, reason: 'Balance shown', row: 2 },
    { date: 46100, team: '', tokens: 15, reason: '', row: 3 },
  ]);
});

it('shown balances may be 0 but not negative', () => {
  const { rows, rejected } = readShownBalances([
    ['Date', 'Team', 'Balance'],
    ['2026-03-01', 'A', 0],
    ['2026-03-02', 'A', -1],
  ]);
  expect(rows).toEqual([{ date: serialOf(2026, 3, 1), team: 'A', balance: 0, row: 2 }]);
  expect(rejected).toEqual([
    { row: 3, column: 'Balance', value: '-1', reason: 'the balance must be 0 or more' },
  ]);
});
