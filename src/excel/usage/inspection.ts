/** What the pane shows before a run: the range, its columns, the year, the basis, the card that fits, what will be written. */
import { BUILTIN_CARD_NAMES, builtinCard } from '../../engine/catalog';
import type { RateCard } from '../../engine/catalog/types';
import { counted, isoDate, LAST_SERIAL, monthIndexOf, monthText } from '../../engine/numeric';
import { completenessOf, incompleteText, learnRates, unknownProducts, usageYear } from '../../engine/usage';
import type { UsageField, UsageReading, UsageYear } from '../../engine/usage/types';
import { countText } from '../../report/model/formats';
import { writesOf } from '../runs/writes';
import { SEGMENT_RECORD } from '../segments/inputs';
import { readPreviousRun } from '../segments/previous';
import { summarizeCard } from '../rates/rates';
import { readSource, type SourceReading } from './reading';
import { NOTHING_EARLIER } from '../runs/assumptions';
import { runTerms } from '../runs/terms';
import type { Inspection, Message, Progress, SegmentSettings, SourceChoice } from '../contract/services';

const BASIS: Readonly<Record<UsageReading['unitsGiven'], Inspection['basis']>> = {
  hour: 'hours',
  day: 'days',
  both: 'both',
  units: 'units',
  tokens: 'tokens',
  session: 'sessions',
  none: 'none',
};

/** Reads the source and describes it; writes nothing. */
export async function inspect(
  context: Excel.RequestContext,
  choice: SourceChoice,
  settings: SegmentSettings,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Inspection> {
  const read = await readSource(context, choice, settings, onProgress, signal);
  const previous = await readPreviousRun(context, { signal });
  const terms = runTerms(read.card, settings, previous ?? NOTHING_EARLIER);
  const messages = [...inspectionMessages(read), ...terms.messages];
  const { reading, source, card } = read;
  // Rows that were never used are usable without a date: then there is no year to show yet.
  const isDated = reading.latestDate !== null || terms.asOf !== null;
  const year = reading.used > 0 && isDated ? usageYear(reading, terms.asOf) : null;
  const suggestedCard = cardThatFits(reading, card);
  return {
    source: choice,
    address: source.address,
    rows: source.rect.rows - (reading.shape === 'no header' ? 0 : 1),
    used: reading.used,
    rejected: reading.rejected,
    shape: reading.shape,
    columns: reading.columns.map(({ index, header, field }) => ({
      index,
      header,
      field,
      sample: sampleText(field, read.samples[index] ?? ''),
    })),
    users: reading.table.users.length,
    products: reading.table.products.length,
    window: windowOf(year, reading),
    basis: BASIS[reading.unitsGiven],
    card: summarizeCard(card),
    cardFits: suggestedCard === null,
    suggestedCard,
    peopleMatched: reading.people?.matched ?? null,
    peopleUnmatched: reading.people?.unmatched ?? [],
    writes: await writesOf(context, SEGMENT_RECORD.writes),
    messages,
    canRun: messages.every(({ level }) => level !== 'error'),
    scaled: year === null ? null : scaledOf(year, reading),
    learnt: learnRates(reading).map(({ product, rate, support, days, cardRate }) => ({
      product,
      rate,
      support,
      days,
      cardRate,
    })),
    unknown: unknownProducts(reading),
    fingerprint: read.fingerprint,
  };
}

const DATE_FIELDS: readonly (UsageField | null)[] = [
  'date',
  'lastAccessed',
  'start',
  'end',
  'assignedDate',
  'unassignedDate',
];

/** Dates arrive as serial numbers, which nobody reads. */
function sampleText(field: UsageField | null, sample: string): string {
  const serial = Number(sample);
  return DATE_FIELDS.includes(field) && sample !== '' && serial >= 1 && serial <= LAST_SERIAL
    ? isoDate(serial)
    : sample;
}

/** Months in words; empty texts when no row has a date. */
export function windowOf(year: UsageYear | null, reading: UsageReading): Inspection['window'] {
  if (year === null || reading.latestDate === null)
    return { first: '', last: '', asOf: '', monthsWithRows: 0, outside: 0 };
  return {
    first: monthText(year.firstMonth),
    last: monthText(year.lastMonth),
    asOf: isoDate(year.asOf),
    monthsWithRows: year.monthSeen.filter(Boolean).length,
    outside: year.outside,
  };
}

/**
 * The built-in card whose charge basis is that of the data, when the card in force has another one; null when it fits. Told from the
 * basis alone: prices are the user's choice.
 */
function cardThatFits(reading: UsageReading, card: RateCard): string | null {
  const given =
    reading.unitsGiven === 'hour' || reading.unitsGiven === 'session' ? 'hour' : reading.unitsGiven;
  const dayTokens = given === 'tokens' && reading.shape !== 'generic' && reading.shape !== 'no header';
  const wanted = given === 'day' || dayTokens ? 'day' : given === 'hour' ? 'hour' : null;
  const fits = (candidate: RateCard): boolean =>
    candidate.rows.some((row) => row.onFlex && row.basis === wanted && row.tokensPerUnit !== null);
  if (wanted === null || fits(card) || reading.estimated) return null;
  return (
    BUILTIN_CARD_NAMES.find((name) => {
      const builtin = builtinCard(name);
      return builtin !== null && fits(builtin);
    }) ?? null
  );
}

function scaledOf(year: UsageYear, reading: UsageReading): Inspection['scaled'] {
  if (reading.earliestDate === null) return null;
  const months = year.lastMonth - Math.max(year.firstMonth, monthIndexOf(reading.earliestDate)) + 1;
  if (months >= 12 || months < 1) return null;
  return { months, tokens: year.totalTokens, scaledTokens: (year.totalTokens * 12) / months };
}

/** Sentences about the data that the user should read before a segmentation. */
export function inspectionMessages(read: SourceReading): readonly Message[] {
  const { reading, source } = read;
  const messages: Message[] = [...unusable(read)];
  if (!reading.hasUserColumn) {
    messages.push({
      level: 'error',
      text: 'The data have no user column, so nobody can be segmented. Take an export by user, or assign the column.',
      address: source.address,
    });
  }
  if (!reading.monthlyDetail && reading.used > 0) {
    messages.push({
      level: 'warning',
      text: 'The data have no monthly detail, so the project-phase rule cannot be checked.',
    });
  }
  return [...messages, ...readingMessages(read)];
}

function unusable({ reading, source }: SourceReading): readonly Message[] {
  if (reading.used > 0) return [];
  const first = reading.rejected[0];
  const why =
    first === undefined
      ? 'There are no rows below the header.'
      : `The first of them, row ${source.rect.row + first.row}: ${first.reason}.`;
  return [
    {
      level: 'error',
      text: `No row of ${source.address} can be used. ${why}`,
      address: source.address,
    },
  ];
}

/** Code of the message that rows of `Flex People` could not be used. */
export const PEOPLE_LEFT_OUT = 'usage.people-left-out';

/** What any command should say of the reading: estimates, and how the people table met the data. */
export function readingMessages({ reading, people }: SourceReading): readonly Message[] {
  const messages: Message[] = [];
  const warn = (text: string, address?: string, code?: string): void => {
    messages.push({
      level: 'warning',
      text,
      ...(address === undefined ? {} : { address }),
      ...(code === undefined ? {} : { code }),
    });
  };
  const doubt = incompleteText(completenessOf(reading));
  if (doubt !== '')
    warn(`${doubt.charAt(0).toUpperCase()}${doubt.slice(1)}. No result over these rows is complete.`);
  if (reading.estimated) warn('Units are converted between hours and days: all figures are estimates.');
  if (people !== null && people.table.rejected.length > 0) {
    const { length } = people.table.rejected;
    warn(`${counted(length, 'row')} of Flex People could not be used.`, people.address, PEOPLE_LEFT_OUT);
  }
  const unmatched = reading.people?.unmatched.length ?? 0;
  if (unmatched > 0)
    warn(
      `${countText(unmatched)} people of the data are not in Flex People; the usage rows' own columns count for them.`,
      people?.address,
    );
  return messages;
}
