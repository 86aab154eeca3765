/** Segment users from the ribbon: the remembered source, else the selection, with the workbook's settings. */
import type { CommandNotice } from './command-notice';
import { toFailure } from '../host/error-messages';
import { createPaneServices } from './services';
import type { SourceChoice } from '../contract/services';
import { withWorkbook } from '../host/session';
import { loadSource } from '../runs/settings';
import { listSources } from '../usage/sources';

let running: Promise<CommandNotice> | null = null;

/** Runs once at a time: a second click waits for the first. Never throws; failures are notices. */
export function segmentFromRibbon(onNotice: (notice: CommandNotice) => void): Promise<CommandNotice> {
  running ??= run(onNotice).finally(() => {
    running = null;
  });
  return running;
}

async function run(onNotice: (notice: CommandNotice) => void): Promise<CommandNotice> {
  try {
    const services = createPaneServices();
    const source = await sourceToUse();
    const outcome = await services.commands.segment.run(
      source,
      await services.settings(),
      {},
      (progress) => {
        onNotice({ kind: 'progress', progress });
      },
      new AbortController().signal,
    );
    return { kind: 'done', outcome };
  } catch (error) {
    const { code, message, detail } = toFailure(error);
    return {
      kind: 'failed',
      code,
      message: { level: 'error', text: message, ...(detail === undefined ? {} : { detail }) },
    };
  }
}

/** A selection of several rows is what the user points at now; else the source of the last run; else the only one there is. */
async function sourceToUse(): Promise<SourceChoice> {
  return await withWorkbook(async (context) => {
    const options = await listSources(context);
    const selected = options.find(({ choice }) => choice.kind === 'selection');
    if (selected !== undefined) return selected.choice;
    const remembered = await loadSource(context);
    return remembered ?? options[0]?.choice ?? { kind: 'selection' };
  });
}
