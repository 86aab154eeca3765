import { DEFAULT_RENEWAL_SETTINGS } from '../../../src/excel/renewal/settings';
import { createPaneServices } from '../../../src/excel/pane/services';
import { DEFAULT_SETTINGS } from '../../../src/excel/runs/settings';
import type { LoadedHost } from '../../office/load';
import { testFailures, type Command } from '../failing-runs';
import { typeRow } from '../pool/workbook';
import { portfolioWorkbook, SOURCE } from '../portfolio/workbook';
import { fill, tableRows } from '../workbook';

const renewal = (signal?: AbortSignal) =>
  createPaneServices().commands.renewal.run(
    SOURCE,
    DEFAULT_SETTINGS,
    DEFAULT_RENEWAL_SETTINGS,
    () => undefined,
    signal ?? new AbortController().signal,
  );

/** What a user of the sheets has typed: an own value, and a formula over the result. */
async function preparedOnce(): Promise<LoadedHost> {
  const loaded = await portfolioWorkbook();
  await renewal();
  typeRow(loaded, 'FlexLevers', 0, { 'Own value': 0.1 });
  fill(loaded, 'Mine', [['=Flex_RenewalChosen+SUM(FlexLevers[Low])']]);
  return loaded;
}

const RENEWAL: Omit<Command, 'prepare'> = {
  run: renewal,
  finished: (loaded, result) => {
    expect(result).toMatchObject({ asks: expect.any(Array) });
    expect(tableRows(loaded, 'FlexLevers')).toHaveLength(4);
    expect(tableRows(loaded, 'FlexAsks')).toHaveLength(6);
  },
};

describe('a renewal that replaces an earlier one and fails', () => {
  testFailures({ ...RENEWAL, prepare: preparedOnce });
});
