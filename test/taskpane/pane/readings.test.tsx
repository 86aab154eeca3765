/** @jest-environment jsdom */
import { deserialize, serialize } from 'node:v8';
import { act, render } from '@testing-library/react';
import { createPaneServices } from '../../../src/excel/pane/services';
import { App } from '../../../src/taskpane/app';
import type { LoadedHost } from '../../office/load';
import { workbookOfAll } from '../../excel/all-commands';
import { remembering } from '../../excel/pool/workbook';
import { runner } from '../../excel/runner';
import { usageReads } from '../../excel/usage/reads';
import { button, settle, spoken } from '../render-pane';

const services = createPaneServices(runner({ pool: remembering }));
let loaded: LoadedHost;

// The simulated page has none; the workbook's grid copies with it.
globalThis.structuredClone ??= (value: unknown) => deserialize(serialize(value)) as never;

const until = async (done: () => boolean): Promise<void> => {
  for (let tries = 0; !done() && tries < 200; tries += 1) await settle(20);
  expect(done()).toBe(true);
};
/** The pane pauses before it follows, and what it then does takes its time. */
const settled = (): Promise<void> =>
  act(async () => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
  });

beforeAll(async () => {
  loaded = await workbookOfAll(services);
  await loaded.host.events.delivered();
}, 60_000);

test('opening the pane on a workbook with every result reads the usage once, and after an edit once more', async () => {
  const reads = (work: () => Promise<unknown>): Promise<number> => usageReads(loaded, work);
  const opening = await reads(async () => {
    render(<App services={services} language="en-US" />);
    await until(() => spoken().startsWith('Read 42 rows'));
    await settled();
  });
  expect(opening).toBe(1);
  const step = await reads(async () => {
    act(() => button(/Portfolio/).click());
    await settled();
  });
  expect(step).toBe(0);
  const editing = await reads(async () => {
    loaded.grid.edit('Usage', { row: 1, column: 3, rows: 1, columns: 1 }, [[201]]);
    await settled();
  });
  expect(editing).toBe(1);
}, 30_000);
