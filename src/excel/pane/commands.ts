/** The commands, a row each, as the pane asks for them. */
import { complianceCommand } from '../compliance/command';
import type { RunJob } from '../../engine/jobs/table';
import type { CommandKey, Commands } from '../contract/pane';
import type { CommandInspection, CommandOutcome, CommandServices } from '../contract/services';
import { withWorkbook } from '../host/session';
import { quietly } from '../host/workbook-events';
import { monitorCommand } from '../monitor/command';
import { poolCommand } from '../pool/command';
import { portfolioCommand } from '../portfolio/command';
import { renewalCommand } from '../renewal/command';
import { inspectCommand, runCommand, type CommandDeclaration, type Found } from '../runs/command';
import type { Recorded } from '../runs/last-run';
import { saveSource } from '../runs/settings';
import { segmentCommand } from '../segments/command';
import { inspect } from '../usage/inspection';

export const COMMANDS = {
  segment: segmentCommand,
  pool: poolCommand,
  monitor: monitorCommand,
  portfolio: portfolioCommand,
  renewal: renewalCommand,
  compliance: complianceCommand,
} as const satisfies Readonly<Record<CommandKey, Recorded>>;

/** @param job does long work, on this thread or another */
export function commandServices(job: RunJob): Commands {
  return {
    segment: {
      ...servicesOf(COMMANDS.segment, job),
      inspect: (source, settings, _own, onProgress, signal) =>
        withWorkbook((context) => inspect(context, source, settings, onProgress, signal)),
    },
    pool: servicesOf(COMMANDS.pool, job),
    monitor: servicesOf(COMMANDS.monitor, job),
    portfolio: servicesOf(COMMANDS.portfolio, job),
    renewal: servicesOf(COMMANDS.renewal, job),
    compliance: servicesOf(COMMANDS.compliance, job),
  };
}

function servicesOf<Own, Read extends Found, Result, Look, Told>(
  command: CommandDeclaration<Own, Read, Result, Look, Told>,
  job: RunJob,
): CommandServices<Own, Look & CommandInspection, Told & CommandOutcome> {
  return {
    settings: () => withWorkbook(command.load),
    save: (own) => withWorkbook((context) => command.save(context, own)),
    inspect: (choice, settings, own, onProgress, signal) =>
      withWorkbook((context) =>
        inspectCommand(command, { context, choice, settings, own, onProgress, signal, job, now: new Date() }),
      ),
    run: (choice, settings, own, onProgress, signal) =>
      quietly(() =>
        withWorkbook(async (context) => {
          const ask = { context, choice, settings, own, onProgress, signal, job, now: new Date() };
          const outcome = await runCommand(command, ask);
          // Remembered for the ribbon button; the result stands whether or not that succeeds.
          await saveSource(context, choice).catch(() => undefined);
          return outcome;
        }),
      ),
    watches: watchedBy(command),
  };
}

/** The sheets of its inputs, and its own where cells or entries of the user's count in the next run. */
function watchedBy({ reads, cells, keeps = [] }: Recorded): readonly string[] {
  return [...new Set([...reads.flatMap(({ input }) => input.sheets), ...(cells?.sheets ?? []), ...keeps])];
}
