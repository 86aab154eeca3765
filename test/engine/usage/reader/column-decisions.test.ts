import { guideCard } from '../../../../src/engine/catalog';
import { isoDate } from '../../../../src/engine/numeric';
import {
  createUsageReader,
  recognizeColumns,
  type RawCell,
  type UsageReading,
} from '../../../../src/engine/usage';
import { rejectsOf } from '../reading';

const HEADER = ['User', 'Product', 'Date', 'Hours'];

function read(rows: readonly (readonly RawCell[])[], header: readonly RawCell[] = HEADER): UsageReading {
  const reader = createUsageReader({ card: guideCard });
  reader.push([header, ...rows]);
  return reader.finish();
}

function datesOf(...cells: RawCell[]): (string | number)[] {
  const reading = read(cells.map((cell) => ['Ada', 'Revit', cell, 1]));
  return [
    ...[...reading.table.date].map((serial) => isoDate(serial)),
    ...reading.rejected.map(({ reason }) => reason),
  ];
}

function hoursOf(...cells: RawCell[]): (string | number)[] {
  const reading = read(cells.map((cell) => ['Ada', 'Revit', 46000, cell]));
  return [...reading.table.units, ...reading.rejected.map(({ reason }) => reason)];
}

describe('dates', () => {
  test('every promised spelling of one day is that day', () => {
    const day = '2026-03-25';
    const spellings = [
      46106,
      46106.75,
      '2026-03-25',
      '2026-03-25T08:00:00Z',
      '2026-03-25 08:00',
      '25.3.2026',
      '25.03.2026',
      ' 46106 ',
    ];
    expect(datesOf(...spellings, '3/25/2026', '\u00a03/25/2026 1:30 PM\r')).toEqual(Array(10).fill(day));
  });

  test('slash dates are month first unless the column shows a month above 12', () => {
    expect(datesOf('3/4/2026', '3/25/2026')).toEqual(['2026-03-04', '2026-03-25']);
    expect(datesOf('3/4/2026')).toEqual(['2026-03-04']);
    expect(datesOf('3/4/2026', '25/3/2026')).toEqual(['2026-04-03', '2026-03-25']);
  });

  test('a later block turns the order of the dates read before it', () => {
    const reader = createUsageReader({ card: guideCard });
    reader.push([HEADER, ['Ada', 'Revit', '3/4/2026', 1]]);
    reader.push([['Ada', 'Revit', '25/3/2026', 1]]);
    expect([...reader.finish().table.date].map((serial) => isoDate(serial))).toEqual([
      '2026-04-03',
      '2026-03-25',
    ]);
  });

  test('a column that holds both orders rejects only the dates that could be either', () => {
    expect(datesOf('3/4/2026', '25/3/2026', '3/25/2026', '5/5/2026')).toEqual([
      '2026-03-25',
      '2026-03-25',
      '2026-05-05',
      'ambiguous date: the column holds both day/month and month/day',
    ]);
  });

  test('impossible days, two-digit years, yyyymmdd numbers and bare times are refused, not guessed', () => {
    const reasons = datesOf('2026-02-30', '31/31/2026', '3/4/26', 20260304, 0.5, true);
    expect(reasons).toEqual([
      'not a date',
      'not a date',
      'not a date',
      'not a date: no serial number of a day',
      'no date: a time without a day',
      'not a date',
    ]);
  });

  test('day/month texts beside serials that all lie on days 1 to 12 are pointed out as probably swapped', () => {
    const rows = (serial: number): RawCell[][] => [
      ['Ada', 'Revit', '25/03/2026', 1],
      ['Ada', 'Revit', serial, 1],
    ];
    expect(read(rows(46085)).notes?.join()).toContain('swapped day and month');
    expect(read(rows(46106)).notes).toEqual([]);
  });
});

test('last accessed dates every row where there is no other date', () => {
  const rows = [46000, 46001, 46002, 46003].map((serial): RawCell[] => ['Ada', 'Revit', serial, 1]);
  const reading = read(rows, ['User', 'Product', 'Last accessed', 'Hours']);
  expect([...reading.table.date]).toEqual([46000, 46001, 46002, 46003]);
});

describe('numbers as text', () => {
  test('points, decimal commas, grouped thousands, spaces and signs are read', () => {
    expect(hoursOf('2.5', ' 3 ', '4\u00a0', '1 250.5', "1'250", '+2', '5\r')).toEqual([
      2.5, 3, 4, 1250.5, 1250, 2, 5,
    ]);
    expect(hoursOf('2,5', '0,125', '1.234,5')).toEqual([2.5, 0.125, 1234.5]);
    expect(hoursOf('1,234,567', '1,234.5')).toEqual([1234567, 1234.5]);
  });

  test('1,234 is decided by the other cells of its column', () => {
    expect(hoursOf('1,234', '2,5')).toEqual([1.234, 2.5]);
    expect(hoursOf('1,234', '2.5')).toEqual([1234, 2.5]);
    expect(hoursOf('1.234', '2,5')).toEqual([1234, 2.5]);
    expect(hoursOf('1.234', '3')).toEqual([1.234, 3]);
  });

  test('1,234 is rejected as ambiguous when nothing in the column decides, or both', () => {
    const reason = 'ambiguous number: a fraction or thousands; no other cell of the column tells';
    expect(hoursOf('1,234', 7, '8')).toEqual([7, 8, reason]);
    expect(hoursOf('1,234', '2,5', '2.5')).toEqual([2.5, 2.5, reason]);
  });

  test('words, units, percentages, times and booleans are not numbers', () => {
    expect(hoursOf('3h', '5%', '1:30', '(5)', 'n/a', false, '-')).toEqual(Array(7).fill('not a number'));
  });
});

describe('columns', () => {
  test('headers are known in any case, spacing and order', () => {
    const { columns, shape } = recognizeColumns([['DAYS_USED', 'e-mail', 'Product Name', ' date ', 'xyz']]);
    expect(columns.map(({ field }) => field)).toEqual(['daysUsed', 'email', 'product', 'date', null]);
    expect(shape).toBe('generic');
  });

  test('one known name alone is no header', () => {
    expect(recognizeColumns([['Name', 'Soft', 'When', 'x']]).header).toBe(false);
    expect(recognizeColumns([['Ada', 'Revit', 46000, 5]]).columns.map(({ field }) => field)).toEqual([
      'user',
      'product',
      'date',
      'units',
    ]);
  });

  test('of two columns for one field the better name is used and the other one says so', () => {
    const { columns } = recognizeColumns([['Username', 'User', 'Product', 'Date', 'Hours']]);
    expect(columns[1]?.field).toBe('user');
    expect(columns[0]).toMatchObject({ field: null, note: 'Also user; column 2 ("User") is used.' });
  });

  test('a column the user re-assigned is read as that, and an ignored one not at all', () => {
    const reader = createUsageReader({ card: guideCard, columns: { 4: 'hours', 3: null } });
    reader.push([
      [...HEADER, 'Stunden'],
      ['Ada', 'Revit', 46000, 99, 2],
    ]);
    expect([...reader.finish().table.units]).toEqual([2]);
  });

  test('a list with a Name and no id is keyed by the name', () => {
    const reading = read([['Ada', 'Revit', 46000, 1]], ['Name', 'Product', 'Date', 'Hours']);
    expect(reading.table.users[0]?.key).toBe('Ada');
  });

  test('an error in a describing column costs only that cell, and is said', () => {
    const reading = read([['Ada', 'Revit', 46000, 1, '#N/A']], [...HEADER, 'Department']);
    expect(rejectsOf(reading)).toEqual([]);
    expect(reading.table.users[0]?.department).toBe('');
    expect(reading.notes).toEqual(['"Department" has an error in 1 row: read as blank.']);
  });
});

describe('people keys', () => {
  test('case and outer spaces do not split a person, who is shown as first typed', () => {
    const reading = read([
      ['Ada Park', 'Revit', 46000, 1],
      [' ADA park\u00a0', 'revit', 46001, 2],
    ]);
    expect(reading.table.users.map(({ key }) => key)).toEqual(['Ada Park']);
  });

  test('a masked or missing identity falls through to the next, and a row with none is refused', () => {
    const header = ['User', 'Email', 'Hashed Autodesk ID', 'Product', 'Date', 'Hours'];
    const reading = read(
      [
        ['', '*****', 'h1', 'Revit', 46000, 1],
        ['', 'bo@example.com', 'h2', 'Revit', 46000, 1],
        ['*****', '', '', 'Revit', 46000, 1],
      ],
      header,
    );
    expect(reading.table.users.map(({ key }) => key)).toEqual(['h1', 'bo@example.com']);
    expect(reading.rejected[0]).toMatchObject({
      row: 4,
      reason: 'no user: every identity of the row is masked',
    });
  });

  test('the latest row says a person’s type and team, whatever the order of the rows', () => {
    const header = [...HEADER, 'User type', 'Team'];
    const rows = [
      ['Ada', 'Revit', 46010, 1, 'Internal', 'New'],
      ['Ada', 'Revit', 46000, 1, 'Contractor', 'Old'],
    ];
    for (const order of [rows, [...rows].reverse()]) {
      expect(read(order, header).table.users[0]).toMatchObject({ userType: 'employee', team: 'New' });
    }
  });
});
