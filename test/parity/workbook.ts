/** The company's workbook in the memory host: its lists on sheets and in our tables, as a user would have them. */
import type { SegmentSettings } from '../../src/excel/contract/services';
import { createPaneServices } from '../../src/excel/pane/services';
import { DEFAULT_MONITOR_SETTINGS } from '../../src/excel/monitor/settings';
import { DEFAULT_POOL_SETTINGS } from '../../src/excel/pool/settings';
import { DEFAULT_PORTFOLIO_SETTINGS } from '../../src/excel/portfolio/settings';
import { DEFAULT_RENEWAL_SETTINGS } from '../../src/excel/renewal/settings';
import { DEFAULT_SETTINGS } from '../../src/excel/runs/settings';
import { normalDomains } from '../../src/engine/assumptions/domains';
import type { RunJob } from '../../src/engine/jobs/table';
import { runHere } from '../../src/excel/host/run-here';
import { fill } from '../excel/workbook';
import { loadHost, type LoadedHost } from '../office/load';
import type { Company, Rows } from './description';
import { doubtOf, refusal, type Answer } from './figures';
import { sheetFigures } from './sheet-figures';

const SOURCE = { kind: 'sheet', name: 'Usage' } as const;
type Services = ReturnType<typeof createPaneServices>;

export type Step = 'segment' | 'pool' | 'monitor' | 'portfolio' | 'renewal' | 'compliance';

export class Workbook {
  private constructor(
    private readonly company: Company,
    private readonly loaded: LoadedHost,
    private readonly services: Services,
  ) {}

  static async of(company: Company): Promise<Workbook> {
    const loaded = await loadHost();
    const sheets: readonly (readonly [string, Rows | null])[] = [
      ['Usage', company.usage],
      ['Flex People', company.people],
      ['Flex Rates', company.card],
      ['Flex Rates New', company.newCard],
      ['Flex Seats', company.seats],
      ['Flex Subscriptions', company.subscriptions],
      ['Flex Pins', company.pins],
      ['Flex Projects', company.projects],
      ['Flex Quotes', company.quotes],
    ];
    for (const [name, rows] of sheets) if (rows !== null) fill(loaded, name, rows);
    const services = createPaneServices();
    await services.commands.portfolio.save({ ...DEFAULT_PORTFOLIO_SETTINGS, ...company.portfolio });
    return new Workbook(company, loaded, services);
  }

  /** Figures of everything in the workbook after a step; or why it refused. */
  async answer(step: Step): Promise<Answer> {
    try {
      const outcome = await this.run(step, this.services);
      const figures = sheetFigures(this.loaded);
      figures.set('rows read', outcome.read);
      figures.set('rows used', outcome.used);
      figures.set('rows rejected', outcome.rejected.length);
      const doubts = outcome.messages.map(({ text }) => doubtOf(text)).filter((text) => text !== '');
      figures.set('left out', doubts[0] ?? '');
      if ('finding' in outcome) figures.set('finding', outcome.finding);
      return { figures };
    } catch (error) {
      return refusal(error);
    }
  }

  /** A segmentation of the same day as a review. */
  async segmentAt(asOf: string | null): Promise<void> {
    const settings = { ...this.settings, asOf };
    await this.services.commands.segment.run(
      SOURCE,
      settings,
      {},
      () => undefined,
      new AbortController().signal,
    );
  }

  /** Price tiers stand on `Flex Pool`: they are typed there after a first sizing, whose sizes do not matter. */
  async typeTiers(): Promise<void> {
    const { tiers } = this.company;
    if (tiers === null) return;
    const few: RunJob = (name, input, ...rest) =>
      runHere(name, Object.assign({}, input, { draws: 50 }), ...rest);
    await this.pool(createPaneServices(few), { tolerance: 0.5, people: 'all' });
    this.type('FlexPoolTiers', tiers);
  }

  /** The lists that stand on the sheets of a review: the ledger's at once, the others after a first review. */
  async typeBooks(): Promise<void> {
    const { packs, transfers, adjustments, shown, budgets, holidays, spareSeats } = this.company;
    await this.services.insertLedger(false);
    this.type('FlexPacks', packs);
    this.type('FlexTransfers', transfers);
    this.type('FlexAdjustments', adjustments);
    this.type('FlexShownBalances', shown);
    if (budgets === null && holidays === null && spareSeats === null) return;
    await this.run('monitor', this.services);
    this.type('FlexBudgets', budgets);
    this.type('FlexHolidays', holidays);
    this.type('FlexSpareSeats', spareSeats);
    // Alerts of the first review would stay as raised then.
    this.clear('FlexAlertRegister');
  }

  /** As the pane's fields take them: it makes domains normal when they are typed. */
  private get settings(): SegmentSettings {
    const { settings } = this.company;
    return {
      ...DEFAULT_SETTINGS,
      ...settings,
      externalDomains: normalDomains(settings.externalDomains ?? []),
    };
  }

  private run(step: Step, services: Services) {
    const { settings } = this;
    const { monitor, portfolio, renewal } = this.company;
    const { commands } = services;
    const quiet = [() => undefined, new AbortController().signal] as const;
    switch (step) {
      case 'segment':
        return commands.segment.run(SOURCE, settings, {}, ...quiet);
      case 'pool':
        return this.pool(services, this.company.pool);
      case 'monitor':
        return commands.monitor.run(SOURCE, settings, { ...DEFAULT_MONITOR_SETTINGS, ...monitor }, ...quiet);
      case 'portfolio':
        return commands.portfolio.run(
          SOURCE,
          settings,
          { ...DEFAULT_PORTFOLIO_SETTINGS, ...portfolio },
          ...quiet,
        );
      case 'renewal':
        return commands.renewal.run(SOURCE, settings, { ...DEFAULT_RENEWAL_SETTINGS, ...renewal }, ...quiet);
      case 'compliance':
        return commands.compliance.run(SOURCE, settings, {}, ...quiet);
    }
  }

  private pool(services: Services, pool: Company['pool']) {
    const { settings } = this;
    const quiet = [() => undefined, new AbortController().signal] as const;
    return services.commands.pool.run(SOURCE, settings, { ...DEFAULT_POOL_SETTINGS, ...pool }, ...quiet);
  }

  /** Types rows below the header of a table, by their column names. */
  private type(table: string, rows: Rows | null): void {
    if (rows === null) return;
    const { sheetId, rect } = this.tableOf(table);
    const [header = [], ...body] = rows;
    const names = (this.loaded.grid.read(sheetId, rect)[0] ?? []).map(String);
    if (body.length > rect.rows - 1) throw new Error(`${table} has room for ${rect.rows - 1} rows.`);
    body.forEach((row, index) => {
      row.forEach((cell, at) => {
        const wanted = String(header[at]);
        const exact = names.indexOf(wanted);
        const column = exact >= 0 ? exact : names.findIndex((name) => name.startsWith(wanted));
        if (column < 0) throw new Error(`${table} has no column ${wanted}.`);
        const place = { row: rect.row + 1 + index, column: rect.column + column, rows: 1, columns: 1 };
        this.loaded.grid.write(sheetId, place, [[cell]]);
      });
    });
  }

  private clear(table: string): void {
    const { sheetId, rect } = this.tableOf(table);
    this.loaded.grid.clear(sheetId, { ...rect, row: rect.row + 1, rows: rect.rows - 1 }, 'contents');
  }

  private tableOf(name: string) {
    const found = [...this.loaded.host.state.tables.values()].find((each) => each.name === name);
    if (found === undefined) throw new Error(`There is no table ${name}.`);
    return found;
  }
}
