/** What is said of rows of the user's own sheets names the row of the sheet, wherever the list begins. */
import type { LoadedHost } from '../../office/load';
import { buildPortfolioOf, portfolioWorkbook } from './workbook';
import { fill, tableRows } from '../workbook';

let loaded: LoadedHost;
beforeEach(async () => {
  loaded = await portfolioWorkbook();
});

// A whole run through the host takes some seconds where the machine is busy.
jest.setTimeout(60_000);

const ben = () => tableRows(loaded, 'FlexPortfolio').find((row) => row['User'] === 'ben@x.org');
const notes = (): readonly unknown[] =>
  tableRows(loaded, 'FlexPortfolioNotes').map((row) => row['What and why']);

test('of two pins the last counts, and both are named by their rows', async () => {
  fill(loaded, 'Flex Pins', [
    ['', '', ''],
    ['', '', ''],
    ['User', 'Product', 'Keep on'],
    ['ben@x.org', 'Revit', 'Flex'],
    ['ben@x.org', 'Revit', 'Named User'],
  ]);
  await buildPortfolioOf();
  expect(ben()?.['Proposed']).toBe('Revit seat');
  expect(notes()).toContain(
    'Two pins of "ben@x.org" for Revit: "Flex" (row 4) and "Named User" (row 5). The last counts; delete the other.',
  );
});

test('a status nobody knows is named by its row, and its seat counts', async () => {
  fill(loaded, 'Flex Seats', [
    ['', '', ''],
    ['User', 'Product', 'Status'],
    ['ben@x.org', 'Revit', 'Dormant'],
    ['ann@x.org', 'Revit', 'Unverified'],
  ]);
  await buildPortfolioOf();
  expect(ben()?.['Today']).toBe('Revit seat');
  expect(notes()).toEqual([
    expect.stringMatching(/^Row 3 of the assigned seats: "Dormant" is no known status/),
  ]);
});
