/** Dropping in a token export without choosing a card: what it teaches goes into Flex Rates with one click. */
import { createPaneServices } from '../../../src/excel/pane/services';
import { DEFAULT_SETTINGS } from '../../../src/excel/runs/settings';
import type { LoadedHost } from '../../office/load';
import { dump, fill, OCTOBER, tableRows, workbook } from '../workbook';
import { typeRow } from '../pool/workbook';

const SOURCE = { kind: 'sheet', name: 'Usage' } as const;
const day = (product: string, offset: number, tokens: number) => [
  'ann@x.org',
  product,
  OCTOBER - offset,
  tokens,
];
const EXPORT = [
  ['Email', 'Product', 'Day used', 'Tokens used'],
  ...[1, 2, 3].map((offset) => day('Civil 3D', offset, 11)),
  ...[1, 2, 3].map((offset) => day('Thing', offset, 4)),
  day('Revit', 4, 10),
];
const { signal } = new AbortController();
const quiet = () => undefined;

describe('rates that the usage teaches', () => {
  let loaded: LoadedHost;
  beforeEach(async () => {
    loaded = await workbook();
    fill(loaded, 'Usage', EXPORT);
  });

  test('an export of tokens is priced by the day where no card was chosen, and its unknown products are told', async () => {
    const seen = await createPaneServices().inspect(SOURCE, DEFAULT_SETTINGS, quiet, signal);
    expect(seen).toMatchObject({ card: { name: 'retail' }, cardFits: true, used: 7, rejected: [] });
    expect(seen.unknown.map(({ product, tokens }) => [product, tokens])).toEqual([['Thing', 12]]);
  });

  test('one click writes Flex Rates with them, marked as learnt, and every command prices with it from then on', async () => {
    const services = createPaneServices();
    const done = await services.useLearntRates(SOURCE, DEFAULT_SETTINGS, quiet, signal);
    expect(done).toMatchObject({ sheet: 'Flex Rates', filled: ['Civil 3D', 'Thing'], notOnSheet: [] });
    const rows = tableRows(loaded, 'FlexRates');
    const row = (product: string) => rows.find((each) => each['Product'] === product);
    expect(row('Civil 3D')).toMatchObject({
      'Tokens per unit': 11,
      Source: 'Learnt from your export: 3 of 3 days',
    });
    expect(row('Thing')).toMatchObject({ 'Tokens per unit': 4, Basis: 'day' });
    expect((await services.settings()).card).toBe('Flex Rates');
    const seen = await services.inspect(SOURCE, await services.settings(), quiet, signal);
    expect(seen.unknown).toEqual([]);
  });

  test('on a sheet of your own only the empty cells are filled, and products without a row are named', async () => {
    const services = createPaneServices();
    await services.insertRates('retail', false);
    const before = tableRows(loaded, 'FlexRates').findIndex((row) => row['Product'] === 'Revit');
    typeRow(loaded, 'FlexRates', before, { 'Tokens per unit': 9 });
    const done = await services.useLearntRates(SOURCE, await services.settings(), quiet, signal);
    expect(done).toMatchObject({ filled: ['Civil 3D'], notOnSheet: ['Thing'] });
    const rows = tableRows(loaded, 'FlexRates');
    expect(rows.find((row) => row['Product'] === 'Civil 3D')).toMatchObject({ 'Tokens per unit': 11 });
    expect(rows.find((row) => row['Product'] === 'Revit')).toMatchObject({ 'Tokens per unit': 9 });
  });

  test('where the rows teach nothing the workbook stays as it was, with a sentence', async () => {
    fill(loaded, 'Usage', [EXPORT[0]!, day('Revit', 4, 10), ['', '', '', ''], ['', '', '', '']]);
    const before = dump(loaded.host);
    await expect(
      createPaneServices().useLearntRates(SOURCE, DEFAULT_SETTINGS, quiet, signal),
    ).rejects.toThrow(/teach no rate that the card lacks/);
    expect(dump(loaded.host)).toEqual(before);
  });
});
