import { fault, table } from './host';

type Cell = string | number | null;
const HEADER: Cell[] = ['User', 'Product', 'Date', 'Hours', 'User type'];
const DAY = 46300;

const usage = (...rows: Cell[][]): Cell[][] => [
  HEADER,
  ...rows.map(([user, product, hours, type = '']) => [user!, product!, DAY, hours!, type]),
];

/** The guide's card with some cells changed: product → column header → value. */
function card(changes: Record<string, Record<string, Cell | boolean>>): unknown[][] {
  const [header = [], ...rows] = table('RATECARD');
  return [
    header,
    ...rows.map((row) => row.map((cell, index) => changes[String(row[0])]?.[String(header[index])] ?? cell)),
  ];
}

const atThreeDollars = (): unknown[][] => {
  const [header = [], ...rows] = table('RATECARD');
  const price = header.indexOf('Token price');
  return [header, ...rows.map((row) => row.map((cell, index) => (index === price ? 3 : cell)))];
};

describe('PORTFOLIO', () => {
  const hybrid = usage(['ann', 'Revit', 400], ['ann', 'AutoCAD', 200]);

  it('400 h Revit and 200 h AutoCAD are cheapest on Flex at $0.30, with the columns of the contract', () => {
    const result = table('PORTFOLIO', hybrid);
    expect(result[0]).toEqual(['User', 'Seats', 'Collections', 'Flex tokens', 'Cost', 'Gap']);
    expect(result.slice(1)).toEqual([
      ['ann', '', '', 2200, 660, ''],
      ['Total', 0, 0, 2200, 660, 0],
    ]);
  });

  it('the same hours at $3.00 are cheapest with a Collection: 3,375 against 2,910 + 600', () => {
    expect(table('PORTFOLIO', hybrid, null, null, null, atThreeDollars()).slice(1)).toEqual([
      ['ann', '', 'AEC Collection', 0, 3375, ''],
      ['Total', 0, 1, 0, 3375, 0],
    ]);
  });

  it('a seat discount makes the seats cheaper, the Collection too', () => {
    const [, row] = table('PORTFOLIO', usage(['ann', 'Revit', 1600]), null, 0.25);
    expect(row).toEqual(['ann', 'Revit', '', 0, 2910 * 0.75, '']);
    const both = table('PORTFOLIO', hybrid, null, 0.5, null, atThreeDollars());
    expect(both[1]).toEqual(['ann', '', 'AEC Collection', 0, 3375 / 2, '']);
  });

  it('a product that is not on Flex and has no price reads price missing, is left out of the total and buys no Collection', () => {
    const rows = usage(['ann', 'Autodesk Docs', 300], ['ann', 'Revit', 100], ['bob', 'Revit', 200]);
    expect(table('PORTFOLIO', rows).slice(1)).toEqual([
      ['ann', 'Autodesk Docs', '', 500, 'price missing', ''],
      ['bob', '', '', 1000, 300, ''],
      ['Total', 1, 0, 1500, 450, 0],
    ]);
  });

  it('a Collection that pays for itself takes the product without a price along', () => {
    const rows = usage(['ann', 'Autodesk Docs', 300], ['ann', 'Revit', 2500], ['ann', 'Civil 3D', 500]);
    expect(table('PORTFOLIO', rows)[1]).toEqual(['ann', '', 'AEC Collection', 0, 3375, '']);
  });

  it('a priced product that is not on Flex takes its seat, and a contractor keeps the rest on Flex', () => {
    const rates = card({ 'Autodesk Docs': { 'Seat price': 500 } });
    const rows = usage(['con', 'Autodesk Docs', 10, 'contractor'], ['con', 'Revit', 3000, 'contractor']);
    expect(table('PORTFOLIO', rows, null, null, null, rates)[1]).toEqual([
      ...['con', 'Autodesk Docs', '', 15000, 5000, ''],
    ]);
    const employee = rows.map((row) => row.slice(0, 4));
    expect(table('PORTFOLIO', employee, null, null, null, rates)[1]).toEqual([
      ...['con', '', 'AEC Collection', 0, 3375, ''],
    ]);
  });

  it('a Collection listed as a product is the Collection or Flex, never also a single seat', () => {
    expect(table('PORTFOLIO', usage(['ann', 'AEC Collection', 2400]))[1]).toEqual([
      ...['ann', '', 'AEC Collection', 0, 3375, ''],
    ]);
    expect(table('PORTFOLIO', usage(['ann', 'AEC Collection', 100]))[1]).toEqual([
      'ann',
      '',
      '',
      500,
      150,
      '',
    ]);
  });

  it('seats held today decide between equal costs only', () => {
    const even = usage(['ann', 'Revit', 1940], ['bob', 'Revit', 1940], ['cy', 'Revit', 1939]);
    const seats = [
      ['BOB ', 'Revit 2025'],
      ['cy', 'Revit'],
      ['nobody', 'Revit'],
    ];
    const owners = table('PORTFOLIO', even, null, null, seats)
      .slice(1)
      .map((row) => row[1]);
    expect(owners).toEqual(['', 'Revit', '', 1]);
    expect(table('PORTFOLIO', even, null, null, [['User', 'Product'], ...seats])).toEqual(
      table('PORTFOLIO', even, null, null, seats),
    );
    expect(
      table('PORTFOLIO', even)
        .slice(1)
        .map((row) => row[1]),
    ).toEqual(['', '', '', 0]);
  });

  it('tiers: the total carries the whole purchase, each user the price paid, and nothing cheaper exists', () => {
    const tiers = [
      ['From', 'Price'],
      [0, 0.3],
      [20000, 0.2],
    ];
    // At $0.30: 9,000 tokens = 2,700 and 9,600 = 2,880, both below the seat. At $0.20 from 20,000: 4,000 for both.
    const rows = usage(['ann', 'Revit', 1800], ['bob', 'Revit', 1920]);
    expect(table('PORTFOLIO', rows, tiers).slice(1)).toEqual([
      ['ann', '', '', 9000, 1800, ''],
      ['bob', '', '', 9600, 1920, ''],
      ['Total', 0, 0, 18600, 4000, 0],
    ]);
  });

  it('with tiers a purchase is at least the first tier, and none is needed where nobody draws', () => {
    const tiers = [[1000, 0.3]];
    expect(table('PORTFOLIO', usage(['ann', 'Revit', 10]), tiers)[2]).toEqual(['Total', 0, 0, 50, 300, 0]);
    expect(table('PORTFOLIO', usage(['ann', 'Revit', 1960]), [[20000, 0.3]])[2]).toEqual([
      ...['Total', 1, 0, 0, 2910, 0],
    ]);
  });

  it('errors say what is wrong', () => {
    expect(fault('PORTFOLIO', null)).toContain('#VALUE! usage is missing');
    expect(fault('PORTFOLIO', hybrid, null, 2)).toContain('#VALUE! seatDiscount is 2');
    expect(fault('PORTFOLIO', hybrid, [['a', 'b']])).toContain('#VALUE! tiers has no row');
    expect(fault('PORTFOLIO', hybrid, null, null, null, 'gold')).toContain(
      '#N/A There is no rate card "gold"',
    );
    const product = [
      ['Product', 'Date', 'Hours'],
      ['Revit', DAY, 5],
    ];
    expect(fault('PORTFOLIO', product)).toContain('#VALUE! These rows have no user column');
  });
});
