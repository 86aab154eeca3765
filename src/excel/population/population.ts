/** Whose tokens the pool must carry: everybody's, or those of the people that the last segmentation or portfolio puts on Flex. */
import { personKey } from '../../engine/usage';
import { counted } from '../../engine/numeric';
import type { UsageYear } from '../../engine/usage/types';
import { countText } from '../../report/model/formats';
import { changedSince } from '../../report/model/changed';
import { SHEETS } from '../../report/model/sheet-names';
import type { KnownInput } from '../runs/last-run';
import { lastRunOf } from '../runs/last-run';
import type { LastRun } from '../contract/services';
import { SEGMENT_RECORD } from '../segments/inputs';
import type { PoolPeople } from '../../engine/assumptions/shared';
import { readPortfolioPeople, type PortfolioPeople } from './portfolio-people';
import { readPreviousRun, type PreviousPerson } from '../segments/previous';
import type { SourceReading } from '../usage/reading';
import type { Message } from '../contract/services';

/** The last segmentation as `Flex Segments` reads now, decisions included. */
export interface Segmentation {
  readonly run: LastRun;
  readonly people: ReadonlyMap<string, PreviousPerson>;
  readonly flexPeople: number;
}

export interface Population {
  /** Absent: everybody counts. `user` is -1 for rows without one. */
  readonly includes?: (user: number, product: number) => boolean;
  readonly messages: readonly Message[];
}

const FLEX = 'Flex';
/** Decisions that settle whether a person is on Flex; any other leaves it to the segment. */
const DECIDED: Readonly<Record<string, boolean>> = {
  'move to flex': true,
  'keep seat': false,
  'give seat': false,
  'give collection': false,
};

/** Null without a segmentation. */
export async function readSegmentation(
  context: Excel.RequestContext,
  signal: AbortSignal | undefined,
  known?: KnownInput,
): Promise<Segmentation | null> {
  const run = await lastRunOf(context, SEGMENT_RECORD, known);
  const previous =
    run === null ? null : await readPreviousRun(context, signal === undefined ? {} : { signal });
  if (run === null || previous === null) return null;
  const { people } = previous;
  const flexPeople = [...people.values()].filter((person) => flexProducts(person) !== null).length;
  return { run, people, flexPeople };
}

/**
 * What of a person's products is on Flex: null = nothing, else a test by product. A decision to move to Flex takes the whole person;
 * where the segment says Flex by itself, a recommendation by product decides for each.
 */
function flexProducts(person: PreviousPerson): ((product: string) => boolean) | null {
  const decided =
    DECIDED[
      String(person.decision ?? '')
        .trim()
        .toLowerCase()
    ];
  const segmented = person.segment.startsWith(FLEX);
  if (!(decided ?? segmented)) return null;
  if (!segmented) return () => true;
  const words = byProduct(person.recommendation);
  return (product) => (words.get(product) ?? FLEX) === FLEX;
}

/** `Revit: Named User; AutoCAD: Flex`; empty where one word stands for all. */
function byProduct(recommendation: string): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const part of recommendation.split('; ')) {
    const colon = part.lastIndexOf(': ');
    if (colon > 0) words.set(part.slice(0, colon), part.slice(colon + 2));
  }
  return words;
}

/** Who is on Flex by what has been run so far. */
export interface FlexLists {
  readonly segmentation: Segmentation | null;
  readonly portfolio: PortfolioPeople | null;
}

/** Both lists, each null where its command has not been run. */
export async function readFlexLists(
  context: Excel.RequestContext,
  signal: AbortSignal | undefined,
  known?: KnownInput,
): Promise<FlexLists> {
  return {
    segmentation: await readSegmentation(context, signal, known),
    portfolio: await readPortfolioPeople(context, signal, known),
  };
}

/** A list by which people count: what of a person is on Flex, by key; null = nothing, undefined = not on the list. */
interface FlexList {
  readonly sheet: string;
  /** "Run Segment users": what makes the list anew. */
  readonly make: string;
  readonly run: LastRun;
  readonly testOf: (key: string) => ((product: string) => boolean) | null | undefined;
}

function listOf(people: 'flex' | 'portfolio', { segmentation, portfolio }: FlexLists): FlexList | null {
  if (people === 'flex') {
    return segmentation === null
      ? null
      : {
          sheet: SHEETS.segments.name,
          make: 'Run Segment users',
          run: segmentation.run,
          testOf: (key) => {
            const person = segmentation.people.get(key);
            return person === undefined ? undefined : flexProducts(person);
          },
        };
  }
  return portfolio === null
    ? null
    : {
        sheet: SHEETS.portfolio.name,
        make: 'Run Build portfolio',
        run: portfolio.run,
        testOf: (key) => {
          const products = portfolio.products.get(key);
          if (products === undefined) return undefined;
          return products.size === 0 ? null : (product) => products.has(product);
        },
      };
}

/** Code of the refusal of people who are asked for by a list that is not there. */
export const NO_LIST = 'population.no-list';

const ABSENT = {
  flex: 'There is no segmentation yet, so nobody can be told to be on Flex. Run Segment users first, or count all people.',
  portfolio:
    'There is no portfolio yet, so nobody can be told to be on Flex by it. Run Build portfolio first, or count all people.',
} as const;

/** @param lists as read; without the one asked for nobody counts, and a message says what to do */
export function populationOf(
  people: PoolPeople,
  { reading, source }: SourceReading,
  year: UsageYear,
  lists: FlexLists,
): Population {
  if (people === 'all') return { messages: [] };
  const list = listOf(people, lists);
  if (list === null) {
    return { includes: () => false, messages: [{ level: 'error', text: ABSENT[people], code: NO_LIST }] };
  }
  const { sheet, make, run } = list;
  const { users, products } = reading.table;
  const tests = users.map(({ key }) => list.testOf(personKey(key)));
  const names = products.map(({ name }) => name);
  const includes = (user: number, product: number): boolean => tests[user]?.(names[product] ?? '') === true;
  const messages: Message[] = [];
  const warn = (text: string): void => {
    messages.push({ level: 'warning', text, address: run.input });
  };
  const lacking = tests.filter((test) => test === undefined).length;
  if (lacking > 0) {
    warn(
      `${counted(lacking, 'person', 'people')} of the usage ${lacking === 1 ? 'is' : 'are'} not on ${sheet} and left out of the pool. ${make} again to have them decided.`,
    );
  }
  if (run.stale) {
    warn(`${changedSince(run.changed)} ${sheet} was made. ${make} again, then size the pool.`);
  } else if (run.input !== source.address) {
    warn(`${sheet} was made from ${run.input}, the pool is sized from ${source.address}.`);
  }
  const left = leftOut(year, tests, includes);
  if (left.people > 0) {
    messages.push({
      level: 'info',
      text: `${counted(left.people, 'person', 'people')} of ${sheet} ${left.people === 1 ? 'is' : 'are'} not on Flex, or not with every product: ${countText(left.tokens)} tokens of the year are not counted.`,
    });
  }
  return { includes, messages };
}

/** People on the list whose tokens of the year do not count, wholly or in part. */
function leftOut(
  year: UsageYear,
  tests: readonly (((product: string) => boolean) | null | undefined)[],
  includes: (user: number, product: number) => boolean,
): { readonly people: number; readonly tokens: number } {
  let people = 0;
  let tokens = 0;
  for (const { user, products } of year.users) {
    if (tests[user] === undefined) continue;
    const out = products.filter((pair) => pair.tokens !== 0 && !includes(user, pair.product));
    if (out.length > 0) people += 1;
    tokens += out.reduce((sum, pair) => sum + pair.tokens, 0);
  }
  return { people, tokens };
}
