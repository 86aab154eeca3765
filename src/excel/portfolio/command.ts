/** Build portfolio: reads usage, seats and pins, finds the cheapest mix, checks the earlier work list, and writes `Flex Portfolio` and `Flex Actions` together. */
import { personKey, windowText } from '../../engine/usage';
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
import type { OwnEntry } from '../../report/segments/columns';
import type { PortfolioSettings } from '../contract/portfolio';
import { today } from '../../engine/numeric';
import { reportOf, type CommandDeclaration, type Writing } from '../runs/command';
import { RUN_KEYS } from '../runs/record';
import { PORTFOLIO_RECORD } from './inputs';
import { lookAtPortfolio } from './inspection';
import { placeListRejects } from './lists';
import { actionRows, changedRows, shownRows } from './rows';
import type { PreviousPortfolio } from './previous';
import { readPortfolio, type PortfolioReading } from './reading';
import { loadPortfolioSettings, savePortfolioSettings } from './settings';

interface Built {
  readonly portfolio: Portfolio;
  readonly listed: readonly ListedAction[];
  readonly lists: ReturnType<typeof emailLists>;
}

export const portfolioCommand = {
  ...PORTFOLIO_RECORD,
  load: loadPortfolioSettings,
  save: savePortfolioSettings,
  read: ({ context, choice, settings, own, onProgress, signal }) =>
    readPortfolio(context, choice, settings, own, onProgress, signal),
  computing: ({ input }) => ({ text: `${countText(input.people.length)} people, 0 %` }),
  compute: async (found, { now }, { progress, run }) => {
    const people = countText(found.input.people.length);
    const steps = (done: number, total: number): void => {
      const share = total > 0 ? Math.round((done / total) * 100) : 0;
      progress(done, total, `${people} people, ${share} %`);
    };
    const portfolio = await run('portfolio', found.input, steps);
    const kept = keptPeople(found.previous);
    const proposed = portfolioActions(portfolio, found.input, kept);
    const listed = listedActions(found, proposed, kept, now);
    const wanted = new Set(proposed.map(({ id }) => id));
    const open = listed.filter(({ action, state }) => state !== 'done' && wanted.has(action.id));
    return { portfolio, listed, lists: emailLists(open.map(({ action }) => action)) };
  },
  notes: ({ portfolio }) => portfolio.notes,
  documents: (found, { portfolio, listed, lists }, writing) => [
    portfolioSheet(found, portfolio, writing),
    actionsSheet(found, listed, lists, writing),
  ],
  facts: ({ assumptions, terms }, { portfolio }) => ({
    people: portfolio.people.length,
    used: { ...assumptions },
    pane: terms.pane,
    adopted: terms.adopted,
  }),
  look: lookAtPortfolio,
  outcome: (found, { portfolio, listed, lists }, [main, actions]) => {
    const known = new Set(found.previous.actions.map(({ action }) => action.id));
    return {
      summary: portfolio.summary,
      certificate: portfolio.certificate,
      currency: portfolio.currency,
      finding: portfolioFinding(portfolio, found.read.reading.estimated),
      rows: main === undefined ? [] : shownRows(portfolio, main),
      changes: main === undefined ? [] : changedRows(portfolio, main),
      emailLists: lists,
      actions: {
        ...actionTotals(listed),
        new: listed.filter(({ action }) => !known.has(action.id)).length,
        checked: isChecked(found),
        rows: actions === undefined ? [] : actionRows(listed, actions),
      },
    };
  },
} satisfies CommandDeclaration<PortfolioSettings, PortfolioReading, Built, object, object>;

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

function portfolioSheet(found: PortfolioReading, portfolio: Portfolio, writing: Writing): SheetDocument {
  const { read, year, input, assumptions, lists, tiers, terms, previous, seatsFrom } = found;
  const own = ownEntries(previous);
  const present = new Set(portfolio.people.map(({ user }) => personKey(user)));
  return portfolioDocument(
    {
      ...reportOf(found, writing),
      portfolio,
      input,
      margins: new Map(
        read.card.rows.map(({ product, margin }) => [product, terms.terms.margin ?? margin ?? 1]),
      ),
      assumptions,
      window: windowText(year),
      seatsFrom: { 'Flex Seats': SHEETS.seats.name, usage: 'the usage report', none: '' }[seatsFrom],
      own,
      gone: [...new Map([...previous.gone, ...previous.people])]
        .filter(([key]) => !present.has(key) && own.has(key))
        .map(([, person]) => person),
      listsRejected: placeListRejects(lists),
    },
    tiers.rows,
  );
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
  writing: Writing,
): SheetDocument {
  const document = actionsDocument({
    listed,
    lists,
    checked: isChecked(found),
    todayKnown: found.input.assignments !== null,
    currency: found.input.currency,
    asOf: found.input.asOf,
    provenance: reportOf(found, writing).provenance,
  });
  return { ...document, properties: { [RUN_KEYS.when]: writing.now.toISOString() } };
}
