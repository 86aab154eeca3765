import { createPaneServices } from '../../src/excel/pane/services';
import { DEFAULT_SETTINGS } from '../../src/excel/runs/settings';
import { loadHost } from '../../test/office/load';
import { MemoryGrid } from '../../test/office/memory-grid';
import { fullSheet } from './rows';
import type { Answer, HostFigures } from './answer';

/** A workbook whose first sheet is filled to its last row. */
export async function fullWorkbook(rows: number): Promise<() => Promise<Answer & HostFigures>> {
  const grid = new MemoryGrid();
  const sheetId = grid.activeSheet();
  grid.renameSheet(sheetId, 'Usage');
  let from = 0;
  for (const block of fullSheet(rows)) {
    const rect = { row: from, column: 0, rows: block.length, columns: block[0]?.length ?? 0 };
    grid.write(sheetId, rect, block);
    from += block.length;
  }
  const { host } = await loadHost({ grid });
  const services = createPaneServices();
  host.resetLog();
  // "Segment users" as the pane runs it: read in blocks, decide, write the sheets.
  return async () => {
    const { people, used, bySegment } = await services.commands.segment.run(
      { kind: 'sheet', name: 'Usage' },
      DEFAULT_SETTINGS,
      {},
      () => undefined,
      new AbortController().signal,
    );
    const { syncs, largestRequest, largestResponse } = host;
    const tokens = bySegment.reduce((sum, segment) => sum + segment.tokens, 0);
    return { people, used, tokens, syncs, largestRequest, largestResponse };
  };
}
