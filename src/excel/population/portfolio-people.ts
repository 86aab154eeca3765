/** Who is on Flex by the last portfolio, decisions included: what Size pool and Monitor can count. */
import { keepsToday } from '../../report/portfolio/people';
import { createFingerprint } from '../host/fingerprint';
import type { KnownInput, LastRun } from '../runs/last-run';
import { lastPortfolio } from '../portfolio/last';
import type { WhoByPortfolio } from '../contract/pool';
import { readPortfolioFlex } from '../portfolio/previous';

export interface PortfolioPeople {
  readonly run: LastRun;
  /** By person key: products drawn with tokens; empty = none. */
  readonly products: ReadonlyMap<string, ReadonlySet<string>>;
  readonly flexPeople: number;
  /** Changes when anybody's products on Flex do. */
  readonly fingerprint: string;
}

/** Null without a portfolio. */
export async function readPortfolioPeople(
  context: Excel.RequestContext,
  signal: AbortSignal | undefined,
  known?: KnownInput,
): Promise<PortfolioPeople | null> {
  const run = await lastPortfolio(context, known);
  if (run === null) return null;
  const rows = await readPortfolioFlex(context, signal === undefined ? {} : { signal });
  const products = new Map<string, ReadonlySet<string>>();
  const fingerprint = createFingerprint();
  for (const [key, { decision, proposed, today }] of rows) {
    const names = keepsToday(decision) ? today : proposed;
    fingerprint.add([[key, ...names]]);
    products.set(key, new Set(names));
  }
  const flexPeople = [...products.values()].filter(({ size }) => size > 0).length;
  return { run, products, flexPeople, fingerprint: fingerprint.text() };
}

/** As the pane offers it. */
export function whoByPortfolio(portfolio: PortfolioPeople | null): WhoByPortfolio | null {
  if (portfolio === null) return null;
  const { run, flexPeople } = portfolio;
  return { when: run.when, stale: run.stale, flexPeople };
}
