/** Whose tokens the pool must carry: everybody's, or those of the people the last segmentation puts on Flex. */
import type { UsageYear } from '../engine/usage/types';
import { countText } from '../report/formats';
import { SHEETS } from '../report/marks';
import { personKey } from '../report/segments-document';
import type { KnownInput } from './last-run';
import { lastRun, type LastRun } from './last-run';
import { createFingerprint } from './fingerprint';
import type { PoolPeople } from './pool-services';
import { readPreviousRun, type PreviousPerson } from './previous-run';
import type { SourceReading } from './reading';
import type { Message } from './services';

/** The last segmentation as `Flex Segments` reads now, decisions included. */
export interface Segmentation {
  readonly run: LastRun;
  readonly people: ReadonlyMap<string, PreviousPerson>;
  readonly flexPeople: number;
  /** Changes when anybody's segment, recommendation or decision does. */
  readonly fingerprint: string;
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
  const run = await lastRun(context, known);
  const previous =
    run === null ? null : await readPreviousRun(context, signal === undefined ? {} : { signal });
  if (run === null || previous === null) return null;
  const { people } = previous;
  const fingerprint = createFingerprint();
  for (const [key, { segment, recommendation, decision }] of people) {
    fingerprint.add([[key, segment, recommendation, decision]]);
  }
  const flexPeople = [...people.values()].filter((person) => flexProducts(person) !== null).length;
  return { run, people, flexPeople, fingerprint: fingerprint.text() };
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

/** @param segmentation as read; with null, `flex` leaves nobody and says what to do */
export function populationOf(
  people: PoolPeople,
  { reading, source }: SourceReading,
  year: UsageYear,
  segmentation: Segmentation | null,
): Population {
  if (people === 'all') return { messages: [] };
  if (segmentation === null) {
    return {
      includes: () => false,
      messages: [
        {
          level: 'error',
          text: `There is no segmentation yet, so nobody can be told to be on Flex. Run Segment users first, or count all people.`,
        },
      ],
    };
  }
  const { users, products } = reading.table;
  const tests = users.map(({ key }) => {
    const person = segmentation.people.get(personKey(key));
    return person === undefined ? undefined : flexProducts(person);
  });
  const names = products.map(({ name }) => name);
  const includes = (user: number, product: number): boolean => tests[user]?.(names[product] ?? '') === true;
  const messages: Message[] = [];
  const warn = (text: string): void => {
    messages.push({ level: 'warning', text, address: segmentation.run.input });
  };
  const lacking = tests.filter((test) => test === undefined).length;
  if (lacking > 0) {
    warn(
      `${countText(lacking)} ${lacking === 1 ? 'person' : 'people'} of the usage ${lacking === 1 ? 'is' : 'are'} not on ${SHEETS.segments.name} and left out of the pool. Run Segment users again to have them decided.`,
    );
  }
  if (segmentation.run.stale) {
    warn(
      `The usage has changed since ${SHEETS.segments.name} was made. Run Segment users again, then this step.`,
    );
  } else if (segmentation.run.input !== source.address) {
    warn(
      `${SHEETS.segments.name} was made from ${segmentation.run.input}, and this step reads ${source.address}.`,
    );
  }
  const left = leftOut(year, tests, includes);
  if (left.people > 0) {
    messages.push({
      level: 'info',
      text: `${countText(left.people)} ${left.people === 1 ? 'person' : 'people'} of ${SHEETS.segments.name} ${left.people === 1 ? 'is' : 'are'} not on Flex, or not with every product: ${countText(left.tokens)} tokens of the year are not counted.`,
    });
  }
  return { includes, messages };
}

/** People known to the segmentation whose tokens of the year do not count, wholly or in part. */
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
