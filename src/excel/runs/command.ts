/**
 * A command is one declaration: what it reads, writes and keeps, and three plain functions that read, compute and word the result. Progress,
 * cancelling, refusals, the record of the run and what became of it since come from here.
 */
import { FlexError } from '../../engine/errors';
import type { JobInput, JobName, JobResult, RunJob } from '../../engine/jobs/table';
import type { SheetDocument } from '../../report/model/document';
import { countText } from '../../report/model/formats';
import { CANCELLED, ExcelFailure, throwIfCancelled } from '../host/failure';
import { breathe } from '../host/session';
import { writeDocuments } from '../sheets/document-writer';
import { placeRejects, type SourceReading } from '../usage/reading';
import type {
  CommandInspection,
  CommandOutcome,
  Message,
  Progress,
  SegmentSettings,
  SourceChoice,
} from '../contract/services';
import { readCardCondition } from '../rates/rates';
import { fingerprints, type Input } from './input';
import type { Recorded } from './last-run';
import { provenanceOf } from './provenance';
import { runRecord, type RunFacts } from './record';
import { writesOf } from './writes';

/** What a command is asked for. */
export interface Ask<Own> {
  readonly context: Excel.RequestContext;
  readonly choice: SourceChoice;
  readonly settings: SegmentSettings;
  /** The settings of this command alone. */
  readonly own: Own;
  readonly onProgress: (progress: Progress) => void;
  readonly signal: AbortSignal;
  readonly job: RunJob;
  /** The moment of the run: kept as provenance, and the as-of day where a command takes today. */
  readonly now: Date;
}

/** What every command finds. */
export interface Found {
  readonly read: SourceReading;
  readonly messages: readonly Message[];
  /** Why these data cannot be used as asked; null or absent when they can. */
  readonly refusal?: FlexError | string | null;
}

/** What documents are made with, beside what was found and computed. */
export interface Writing {
  readonly now: Date;
  /** A condition by which a sheet tells that the card has changed; null with a built-in card. */
  readonly cardChanged: string | null;
}

/** Told while a command computes, and when it must stop. */
export interface Work {
  progress(done: number, total: number, text: string): void;
  /** Lets the grid be used; throws once the user has cancelled. */
  pause(): Promise<void>;
  /** Does long work off the thread of the pane where the host allows it. */
  run<N extends JobName>(
    name: N,
    input: JobInput<N>,
    onProgress: (done: number, total: number) => void,
  ): Promise<JobResult<N>>;
}

export interface CommandDeclaration<Own, Read extends Found, Result, Look, Told> extends Recorded {
  /** What is read beside the usage. `when`: only by some runs. */
  readonly reads: readonly { readonly input: Input; readonly when?: (found: Read) => boolean }[];
  readonly load: (context: Excel.RequestContext) => Promise<Own>;
  readonly save: (context: Excel.RequestContext, own: Own) => Promise<void>;
  /** @throws FlexError or ExcelFailure with the cell that cannot be used */
  readonly read: (ask: Ask<Own>) => Promise<Read>;
  /** What is computed: how much, and in words. */
  readonly computing: (found: Read) => { readonly total?: number; readonly text: string };
  readonly compute: (found: Read, ask: Ask<Own>, work: Work) => Promise<Result>;
  /** In the order of `writes`. */
  readonly documents: (found: Read, result: Result, writing: Writing) => readonly SheetDocument[];
  readonly facts: (found: Read, result: Result) => Omit<RunFacts, 'when' | 'inputs'>;
  /** Warnings that only the result can give. */
  readonly notes?: (result: Result) => readonly string[];
  readonly estimated?: (found: Read) => boolean;
  /** What the pane shows before a run, beside what it shows of every command. */
  readonly look: (found: Read, ask: Ask<Own>) => Promise<Look>;
  /** What came of it, beside what is told of every command. */
  readonly outcome: (found: Read, result: Result, documents: readonly SheetDocument[]) => Told;
}

/** @throws ExcelFailure or FlexError; the workbook is then as it was */
export async function runCommand<Own, Read extends Found, Result, Look, Told>(
  command: CommandDeclaration<Own, Read, Result, Look, Told>,
  ask: Ask<Own>,
): Promise<Told & CommandOutcome> {
  const { context, onProgress, signal, now } = ask;
  const started = performance.now();
  // Before reading: what changes meanwhile makes the run stale, not wrong.
  const inputs = await fingerprints(
    context,
    command.reads.map(({ input }) => input),
  );
  throwIfCancelled(signal);
  const found = await command.read(ask);
  const { read, refusal } = found;
  if (refusal instanceof FlexError) throw refusal;
  if (typeof refusal === 'string') throw new FlexError('value', refusal);
  const work = workOf(ask);
  const { total = 1, text } = command.computing(found);
  work.progress(0, total, text);
  await work.pause();
  const result = await command.compute(found, ask, work);
  await work.pause();
  const cardChanged = await readCardCondition(context, read.card);
  const [main, ...others] = command.documents(found, result, { now, cardChanged });
  if (main === undefined) throw new Error('A command writes a sheet.');
  const readInputs = command.reads.filter(({ when }) => when?.(found) ?? true).map(({ input }) => input.key);
  const properties = runRecord(read, {
    ...command.facts(found, result),
    when: now,
    inputs: Object.fromEntries(readInputs.map((key) => [key, inputs[key] ?? ''])),
  });
  const documents = [{ ...main, properties: { ...main.properties, ...properties } }, ...others];
  const sheets = await writeDocuments(context, documents, {
    signal,
    activate: main.name,
    onRows: (done, total) => {
      onProgress({ phase: 'writing', done, total, text: `${countText(done)} of ${countText(total)} rows` });
    },
  });
  const notes = command.notes?.(result) ?? [];
  return {
    ...command.outcome(found, result, documents),
    read: read.reading.read,
    used: read.reading.used,
    rejected: read.reading.rejected,
    estimated: command.estimated?.(found) ?? read.reading.estimated,
    sheets,
    messages: [...found.messages, ...notes.map((text): Message => ({ level: 'warning', text }))],
    seconds: (performance.now() - started) / 1000,
  };
}

/** What a run would be made from and write; writes nothing. */
export async function inspectCommand<Own, Read extends Found, Result, Look, Told>(
  command: CommandDeclaration<Own, Read, Result, Look, Told>,
  ask: Ask<Own>,
): Promise<Look & CommandInspection> {
  const found = await command.read(ask);
  const { read, messages } = found;
  const given = found.refusal ?? null;
  const refusal = typeof given === 'string' ? new FlexError('value', given) : given;
  const isShown = refusal === null || messages.some(({ code }) => code === refusal.code);
  const look = await command.look(found, ask);
  return {
    ...look,
    address: read.source.address,
    writes: await writesOf(ask.context, command.writes),
    messages: isShown
      ? messages
      : [{ level: 'error', text: refusal.message, code: refusal.code }, ...messages],
    canRun: refusal === null,
  };
}

/** What every sheet says of its run. */
export function reportOf({ read, messages }: Found, { now, cardChanged }: Writing) {
  return {
    cardChanged,
    provenance: provenanceOf(read, now),
    rejected: placeRejects(read),
    warnings: messages.filter(({ level }) => level !== 'info').map(({ text }) => text),
    estimated: read.reading.estimated,
  };
}

/** Work on another thread fails in its own way when it is told to stop. */
async function stoppable<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  try {
    const result = await work();
    throwIfCancelled(signal);
    return result;
  } catch (error) {
    // Whatever work that was told to stop fails with, it failed because the user cancelled.
    throwIfCancelled(signal);
    if (error instanceof Error && error.name === 'AbortError') {
      throw new ExcelFailure(CANCELLED, 'Cancelled. The workbook is as it was before.', true);
    }
    throw error;
  }
}

function workOf({ onProgress, signal, job }: Ask<unknown>): Work {
  return {
    progress: (done, total, text) => onProgress({ phase: 'computing', done, total, text }),
    pause: async () => {
      await breathe();
      throwIfCancelled(signal);
    },
    run: (name, input, onSteps) => stoppable(() => job(name, input, onSteps, signal), signal),
  };
}
