/** A workbook in which every command has run, and every sheet that one reads is there. */
import type { CommandKey, PaneServices } from '../../src/excel/contract/pane';
import type { LoadedHost } from '../office/load';
import { typeRow } from './pool/workbook';
import { PORTFOLIO_USAGE, SUBSCRIPTIONS, USERS_EXPORT } from './portfolio/workbook';
import { fill, OCTOBER, workbook, type Cell } from './workbook';

const SOURCE = { kind: 'sheet', name: 'Usage' } as const;
export const PEOPLE: readonly (readonly Cell[])[] = [
  ['User', 'User type', 'End date'],
  ['ann@x.org', 'Employee', null],
  ['ben@x.org', 'Employee', null],
];
export const ALL: readonly CommandKey[] = [
  'segment',
  'portfolio',
  'pool',
  'monitor',
  'renewal',
  'compliance',
];

const signal = new AbortController().signal;

export async function runCommand(services: PaneServices, key: CommandKey): Promise<void> {
  const settings = await services.settings();
  const done = (): undefined => undefined;
  const { pool, monitor, portfolio, renewal, segment, compliance } = services.commands;
  if (key === 'segment') await segment.run(SOURCE, settings, {}, done, signal);
  if (key === 'compliance') await compliance.run(SOURCE, settings, {}, done, signal);
  if (key === 'portfolio') await portfolio.run(SOURCE, settings, await portfolio.settings(), done, signal);
  if (key === 'renewal') await renewal.run(SOURCE, settings, await renewal.settings(), done, signal);
  if (key === 'pool')
    await pool.run(SOURCE, settings, { ...(await pool.settings()), people: 'flex' }, done, signal);
  if (key === 'monitor') {
    const own = { ...(await monitor.settings()), asOf: '2026-10-15' };
    await monitor.run(SOURCE, settings, own, done, signal);
  }
}

export async function workbookOfAll(services: PaneServices): Promise<LoadedHost> {
  const loaded = await workbook(PORTFOLIO_USAGE);
  fill(loaded, 'Flex People', PEOPLE);
  fill(loaded, 'Flex Seats', USERS_EXPORT);
  fill(loaded, 'Flex Subscriptions', SUBSCRIPTIONS);
  await services.insertRates('guide', false);
  await services.insertSeats(false);
  await services.insertProjects();
  await services.insertQuotes(true);
  await services.insertNewRates();
  await services.insertLedger(false);
  typeRow(loaded, 'FlexPacks', 0, {
    Pack: 'Order 1',
    Quantity: 10_000,
    Price: 0.3,
    Start: OCTOBER - 320,
    Expiry: OCTOBER + 180,
  });
  for (const key of ALL) await runCommand(services, key);
  return loaded;
}
