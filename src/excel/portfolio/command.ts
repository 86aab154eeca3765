/** Build portfolio: reads usage, seats and pins, finds the cheapest mix, checks the earlier work list, and writes `Flex Portfolio` and `Flex Actions` together. */
import type { RunJob } from '../../engine/jobs/table';
import { checkActions, emailLists, portfolioActions, type Portfolio } from '../../engine/portfolio';
import type { ActionState, CheckedAction, PortfolioAction } from '../../engine/portfolio';
import { actionsDocument } from '../../report/portfolio/actions/document';
import { actionTotals, mergeActions, type ListedAction } from '../../report/portfolio/actions/list';
import type { SheetDocument } from '../../report/model/document';
import { countText } from '../../report/model/formats';
import { SHEETS } from '../../report/model/sheet-names';
import { portfolioDocument } from '../../report/portfolio/document';
import { keepsToday } from '../../report/portfolio/people';
import { portfolioFinding } from '../../report/portfolio/words';
import { personKey, type OwnEntry } from '../../report/segments/document';
import { writeDocuments } from '../sheets/document-writer';
import { CANCELLED, ExcelFailure, throwIfCancelled } from '../host/failure';
import { windowText } from '../usage/inspection';
import { today } from '../monitor/terms';
import { placeListRejects } from './lists';
import { actionRows, changedRows, shownRows } from './rows';
import { LISTS_KEY } from './last';
import type { PreviousPortfolio } from './previous';
import { readPortfolio, type PortfolioReading } from './reading';
import type { PortfolioOutcome, PortfolioSettings } from '../contract/portfolio';
import { provenanceOf } from '../runs/provenance';
import { placeRejects } from '../usage/reading';
import { RUN_KEYS, runRecord } from '../runs/record';
import type { Progress, SegmentSettings, SourceChoice } from '../contract/services';
import { breathe } from '../host/session';

/**
 * @param run where the portfolio is built; its result is the same anywhere
 * @param now the moment of the run; kept as provenance
 * @throws ExcelFailure or FlexError; the workbook is then as it was
 */
export async function buildPortfolio(
  context: Excel.RequestContext,
  choice: SourceChoice,
  settings: SegmentSettings,
  chosen: PortfolioSettings,
  run: RunJob,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
  now: Date,
): Promise<PortfolioOutcome> {
  const started = performance.now();
  const found = await readPortfolio(context, choice, settings, chosen, onProgress, signal);
  const portfolio = await built(found, run, onProgress, signal);
  const { read, previous } = found;
  const kept = keptPeople(found.previous);
  const proposed = portfolioActions(portfolio, found.input, kept);
  const listed = listedActions(found, proposed, kept, now);
  const wanted = new Set(proposed.map(({ id }) => id));
  const open = listed.filter(({ action, state }) => state !== 'done' && wanted.has(action.id));
  const lists = emailLists(open.map(({ action }) => action));
  const documents = [portfolioSheet(found, portfolio, now), actionsSheet(found, listed, lists, now)] as const;
  const sheets = await writeDocuments(context, documents, {
    signal,
    activate: SHEETS.portfolio.name,
    onRows: (done, total) => {
      onProgress({ phase: 'writing', done, total, text: `${countText(done)} of ${countText(total)} rows` });
    },
  });
  const known = new Set(previous.actions.map(({ action }) => action.id));
  return {
    summary: portfolio.summary,
    certificate: portfolio.certificate,
    currency: portfolio.currency,
    finding: portfolioFinding(portfolio, read.reading.estimated),
    rows: shownRows(portfolio, documents[0]),
    changes: changedRows(portfolio, documents[0]),
    emailLists: lists,
    actions: {
      ...actionTotals(listed),
      new: listed.filter(({ action }) => !known.has(action.id)).length,
      checked: isChecked(found),
      rows: actionRows(listed, documents[1]),
    },
    estimated: read.reading.estimated,
    read: read.reading.read,
    used: read.reading.used,
    rejected: read.reading.rejected,
    sheets,
    messages: [...found.messages, ...portfolio.notes.map((text) => ({ level: 'warning' as const, text }))],
    seconds: (performance.now() - started) / 1000,
  };
}

async function built(
  { input }: PortfolioReading,
  run: RunJob,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Portfolio> {
  const people = countText(input.people.length);
  const steps = (done: number, total: number): void => {
    const share = total > 0 ? Math.round((done / total) * 100) : 0;
    onProgress({ phase: 'computing', done, total, text: `${people} people, ${share} %` });
  };
  steps(0, 1);
  await breathe();
  throwIfCancelled(signal);
  try {
    const portfolio = await run('portfolio', input, steps, signal);
    throwIfCancelled(signal);
    return portfolio;
  } catch (error) {
    // Whatever work that was told to stop fails with, it failed because the user cancelled.
    throwIfCancelled(signal);
    if (error instanceof Error && error.name === 'AbortError') {
      throw new ExcelFailure(CANCELLED, 'Cancelled. The workbook is as it was before.', true);
    }
    throw error;
  }
}

/** Whether the import can tell what became of the earlier actions. */
function isChecked({ previous, input }: PortfolioReading): boolean {
  return previous.actions.length > 0 && input.assignments !== null;
}

function listedActions(
  found: PortfolioReading,
  proposed: readonly PortfolioAction[],
  kept: ReadonlySet<string>,
  now: Date,
): readonly ListedAction[] {
  const { previous, input } = found;
  return mergeActions({
    earlier: previous.actions,
    checked: input.assignments === null && previous.actions.length > 0 ? null : checkedByRun(found),
    proposed,
    kept,
    today: today(now),
    run: now.toISOString(),
  });
}

/** Actions of one run were promised together and are checked together. */
function checkedByRun({ previous, input }: PortfolioReading): readonly CheckedAction[] {
  const checked = new Map<ListedAction, CheckedAction>();
  const before = new Map<string, ActionState>();
  for (const { action, state } of previous.actions) {
    if (state !== 'no longer proposed') before.set(action.id, state);
  }
  for (const run of new Set(previous.actions.map((each) => each.run))) {
    const ofRun = previous.actions.filter((each) => each.run === run);
    const { actions } = checkActions(
      ofRun.map(({ action }) => action),
      input,
      dayOf(run, ofRun),
      before,
    );
    ofRun.forEach((each, index) => checked.set(each, actions[index]!));
  }
  return previous.actions.map((each) => checked.get(each)!);
}

/** Day of a run; where that cell was typed over, the last day on which one of its actions was listed. */
function dayOf(run: string, ofRun: readonly ListedAction[]): number {
  const when = new Date(run);
  return Number.isNaN(when.getTime()) ? Math.max(...ofRun.map(({ listed }) => listed)) : today(when);
}

/** Keys of the people whom the user keeps as today, by the Decision beside them. */
function keptPeople(previous: PreviousPortfolio): ReadonlySet<string> {
  return new Set(
    [...ownEntries(previous)].filter(([, { decision }]) => keepsToday(decision)).map(([key]) => key),
  );
}

function portfolioSheet(found: PortfolioReading, portfolio: Portfolio, now: Date): SheetDocument {
  const { read, year, input, assumptions, lists, tiers, terms, previous, seatsFrom } = found;
  const own = ownEntries(previous);
  const present = new Set(portfolio.people.map(({ user }) => personKey(user)));
  const document = portfolioDocument(
    {
      portfolio,
      input,
      margins: new Map(
        read.card.rows.map(({ product, margin }) => [product, terms.terms.margin ?? margin ?? 1]),
      ),
      assumptions,
      window: windowText(year),
      provenance: provenanceOf(read, now),
      seatsFrom: { 'Flex Seats': SHEETS.seats.name, usage: 'the usage report', none: '' }[seatsFrom],
      own,
      gone: [...new Map([...previous.gone, ...previous.people])]
        .filter(([key]) => !present.has(key) && own.has(key))
        .map(([, person]) => person),
      listsRejected: placeListRejects(lists),
      rejected: placeRejects(read),
      warnings: found.messages.filter(({ level }) => level !== 'info').map(({ text }) => text),
      estimated: read.reading.estimated,
    },
    tiers.rows,
  );
  return {
    ...document,
    properties: {
      ...runRecord(read, {
        when: now,
        people: portfolio.people.length,
        used: { ...assumptions },
        pane: terms.pane,
        adopted: terms.adopted,
      }),
      [LISTS_KEY]: lists.fingerprint,
    },
  };
}

/** What the user wrote, by person key: also of persons who had been away. */
function ownEntries({ people, gone }: PreviousPortfolio): ReadonlyMap<string, OwnEntry> {
  return new Map(
    [...gone, ...people].filter(
      ([, { decision, owner, note }]) => decision !== null || owner !== null || note !== null,
    ),
  );
}

function actionsSheet(
  found: PortfolioReading,
  listed: readonly ListedAction[],
  lists: ReturnType<typeof emailLists>,
  now: Date,
): SheetDocument {
  const document = actionsDocument({
    listed,
    lists,
    checked: isChecked(found),
    todayKnown: found.input.assignments !== null,
    currency: found.input.currency,
    asOf: found.input.asOf,
    provenance: provenanceOf(found.read, now),
  });
  return { ...document, properties: { [RUN_KEYS.when]: now.toISOString() } };
}
