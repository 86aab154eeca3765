/** Who is on Flex by the last portfolio, decisions included: what Size pool and Monitor can count. */
import { keepsToday } from '../../report/portfolio/people';
import type { LastRun } from '../contract/services';
import { lastRunOf, type KnownInput } from '../runs/last-run';
import { PORTFOLIO_RECORD } from '../portfolio/inputs';
import type { WhoByPortfolio } from '../contract/pool';
import { readPortfolioFlex } from '../portfolio/previous';

export interface PortfolioPeople {
  readonly run: LastRun;
  /** By person key: products drawn with tokens; empty = none. */
  readonly products: ReadonlyMap<string, ReadonlySet<string>>;
  readonly flexPeople: number;
}

/** Null without a portfolio. */
export async function readPortfolioPeople(
  context: Excel.RequestContext,
  signal: AbortSignal | undefined,
  known?: KnownInput,
): Promise<PortfolioPeople | null> {
  const run = await lastRunOf(context, PORTFOLIO_RECORD, known);
  if (run === null) return null;
  const rows = await readPortfolioFlex(context, signal === undefined ? {} : { signal });
  const products = new Map<string, ReadonlySet<string>>();
  for (const [key, { decision, proposed, today }] of rows) {
    const names = keepsToday(decision) ? today : proposed;
    products.set(key, new Set(names));
  }
  const flexPeople = [...products.values()].filter(({ size }) => size > 0).length;
  return { run, products, flexPeople };
}

/** As the pane offers it. */
export function whoByPortfolio(portfolio: PortfolioPeople | null): WhoByPortfolio | null {
  if (portfolio === null) return null;
  const { run, flexPeople } = portfolio;
  return { ...run, flexPeople };
}
