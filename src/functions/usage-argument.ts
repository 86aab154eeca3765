import { today } from '../engine/numeric';
import { FlexError } from '../engine/errors';
import { createUsageReader, recognizeColumns, requireUsable, usageYear } from '../engine/usage';
import type { RateCard } from '../engine/catalog';
import type { UsageField, UsageReading, UsageYear } from '../engine/usage/types';
import type { CardArgument } from './card-argument';
import { isOmitted, largeGridOf, type Grid, type PlainCell } from './cells';
import { fingerprint, memory } from './memory';

/** A usage argument that was read, with the key under which results over it may be kept. */
export interface UsageArgument {
  readonly reading: UsageReading;
  readonly key: string;
}

/** Readings are large: those of a few ranges are kept, so that several functions over one range read it once. */
const readings = memory<UsageReading>(4);
const years = memory<UsageYear>(4);

/** Fields in which 0 is a figure. In all others a 0 is a blank cell that the host handed over as 0. */
const FIGURES: ReadonlySet<UsageField> = new Set(['hours', 'days', 'units', 'daysUsed', 'tokens']);

function isBlankOrZero(cell: PlainCell): boolean {
  return cell === 0 || cell === null || cell === '';
}

/** Some hosts hand blank cells over as 0. Rows of nothing else are blank, and a text or date column has no 0. */
function withoutBlankZeros(grid: Grid): Grid {
  const { columns } = recognizeColumns(grid.slice(0, 1));
  const suspect = columns
    .filter(({ field }) => field === null || !FIGURES.has(field))
    .map(({ index }) => index);
  return grid.map((row) => {
    if (row.every(isBlankOrZero)) return row.map(() => null);
    if (!suspect.some((column) => row[column] === 0)) return row;
    return row.map((cell, column) => (cell === 0 && suspect.includes(column) ? null : cell));
  });
}

function read(grid: Grid, card: RateCard, day: number): UsageReading {
  const reader = createUsageReader({ card, today: day });
  reader.push(grid);
  return reader.finish();
}

/**
 * What a range holds, with its rejected rows; also when no row is usable.
 * @param leadingRow a row to put before the range: the header that sessions may lack
 * @throws FlexError 'value' when the argument was left out
 */
export function anyUsage(
  argument: unknown,
  { card, key: cardKey }: CardArgument,
  name = 'usage',
  leadingRow?: readonly string[],
): UsageArgument {
  if (isOmitted(argument)) {
    const columns = name === 'sessions' ? 'User, Product, Start, End' : 'User, Product, Date, Hours';
    throw new FlexError('value', `${name} is missing: give a range with a header row, such as ${columns}.`);
  }
  const day = today(new Date());
  const key = `${fingerprint(argument)}|${cardKey}|${day}|${leadingRow === undefined ? '' : 'headed'}`;
  const reading = readings(key, () => {
    const given = largeGridOf(argument);
    return read(withoutBlankZeros(leadingRow === undefined ? given : [leadingRow, ...given]), card, day);
  });
  return { reading, key };
}

/**
 * What a usage argument holds.
 * @throws FlexError 'value' when it was left out, or no row is usable, naming FLEX.REJECTED
 */
export function usageArgument(
  argument: unknown,
  card: CardArgument,
  name = 'usage',
  leadingRow?: readonly string[],
): UsageArgument {
  const usage = anyUsage(argument, card, name, leadingRow);
  requireUsable(usage.reading);
  return usage;
}

/** The year of a usage argument: the 12 months that end with its latest date. */
export function yearOf({ reading, key }: UsageArgument): UsageYear {
  return years(key, () => usageYear(reading, null));
}
