/** Products whose rates were filled in, and those whose rows the user's own sheet lacks. */
export interface LearntRatesOutcome {
  readonly sheet: string;
  readonly address: string;
  readonly filled: readonly string[];
  readonly notOnSheet: readonly string[];
}

/** Everything the pane can ask for: plain data in, plain data out. The pane receives it as a prop and never names Excel.*. */
import type { ComplianceInspection, ComplianceOutcome, ComplianceServices } from './compliance';
import type { MonitorInspection, MonitorOutcome, MonitorServices, MonitorSettings } from './monitor';
import type { PoolInspection, PoolOutcome, PoolServices, PoolSettings } from './pool';
import type {
  PortfolioInspection,
  PortfolioOutcome,
  PortfolioServices,
  PortfolioSettings,
} from './portfolio';
import type { RenewalInspection, RenewalOutcome, RenewalServices, RenewalSettings } from './renewal';
import type {
  CardSummary,
  CommandServices,
  Inspection,
  LastRun,
  NoSettings,
  Progress,
  SegmentOutcome,
  SegmentSettings,
  SourceChoice,
  SourceOption,
} from './services';
import type { ShareServices } from './share';

/** The commands that are made from the usage, a row each. */
export interface Commands {
  /** Looks at the usage itself. */
  readonly segment: CommandServices<NoSettings, Inspection, SegmentOutcome>;
  readonly pool: CommandServices<PoolSettings, PoolInspection, PoolOutcome>;
  readonly monitor: CommandServices<MonitorSettings, MonitorInspection, MonitorOutcome>;
  readonly portfolio: CommandServices<PortfolioSettings, PortfolioInspection, PortfolioOutcome>;
  readonly renewal: CommandServices<RenewalSettings, RenewalInspection, RenewalOutcome>;
  readonly compliance: CommandServices<NoSettings, ComplianceInspection, ComplianceOutcome>;
}

export type CommandKey = keyof Commands;

export interface PaneServices
  extends
    PoolServices,
    MonitorServices,
    PortfolioServices,
    RenewalServices,
    ComplianceServices,
    ShareServices {
  readonly commands: Commands;
  /** State of the last run of each command; null = not yet. Of several that read the same, it is read once. */
  lastRuns(): Promise<Readonly<Record<CommandKey, LastRun | null>>>;
  sources(): Promise<readonly SourceOption[]>;
  settings(): Promise<SegmentSettings>;
  saveSettings(settings: SegmentSettings): Promise<void>;
  cards(): Promise<readonly CardSummary[]>;
  inspect(
    source: SourceChoice,
    settings: SegmentSettings,
    onProgress: (p: Progress) => void,
    signal: AbortSignal,
  ): Promise<Inspection>;
  /** Writes the sheet `Flex Rates` from a built-in card; never replaces an existing one unless `replace`. */
  insertRates(card: string, replace: boolean): Promise<{ readonly sheet: string; readonly address: string }>;
  /** Fills rates that the usage itself teaches into `Flex Rates`, where the card has none. */
  useLearntRates(
    source: SourceChoice,
    settings: SegmentSettings,
    onProgress: (p: Progress) => void,
    signal: AbortSignal,
  ): Promise<LearntRatesOutcome>;
  /** Writes a sheet `Usage` with sample rows as a native table. */
  insertSample(): Promise<{ readonly sheet: string; readonly address: string }>;
  select(address: string): Promise<void>;
  /** Selection or data changed in the workbook (data: on which sheet, where it can be told); returns an unsubscribe. */
  onWorkbookChange(handler: (what: 'selection' | 'data' | 'sheets', sheet?: string) => void): () => void;
}
