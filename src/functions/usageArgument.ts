import { FlexError } from '../engine/errors';
import { createUsageReader, recognizeColumns, requireUsable } from '../engine/usage';
import type { UsageField, UsageReading } from '../engine/usage/types';
import type { CardArgument } from './cardArgument';
import { gridOf, isOmitted, type Grid } from './cells';
import { fingerprint, memory } from './memory';

/** Readings are large: those of a few ranges are kept, so that several functions over one range read it once. */
const readings = memory<UsageReading>(4);

/** Fields in which 0 is a figure. In all others a 0 is a blank cell that the host handed over as 0. */
const FIGURES: ReadonlySet<UsageField> = new Set(['hours', 'days', 'units', 'daysUsed', 'tokens']);

/**
 * A usage argument as rows of cells.
 * @throws FlexError 'value' when it was left out
 */
export function usageGrid(argument: unknown, name: string): Grid {
  if (isOmitted(argument)) {
    throw new FlexError(
      'value',
      `${name} is missing: give a range with a header row, such as User, Product, Date, Hours.`,
    );
  }
  return withoutBlankZeros(gridOf(argument));
}

/** Some hosts hand blank cells over as 0. Rows of nothing else are blank, and a text or date column has no 0. */
function withoutBlankZeros(grid: Grid): Grid {
  if (!grid.some((row) => row.includes(0))) return grid;
  const { columns } = recognizeColumns(grid.slice(0, 1));
  const figures = new Set(
    columns.filter(({ field }) => field !== null && FIGURES.has(field)).map(({ index }) => index),
  );
  return grid.map((row) => {
    if (!row.includes(0)) return row;
    if (row.every((cell) => cell === 0 || cell === null)) return row.map(() => null);
    return row.map((cell, column) => (cell === 0 && !figures.has(column) ? null : cell));
  });
}

/** What a range holds, with its rejected rows; also when no row is usable. */
export function readingOf(grid: Grid, { card, key }: CardArgument): UsageReading {
  return readings(`${fingerprint(grid)}|${key}`, () => {
    const reader = createUsageReader({ card });
    reader.push(grid);
    return reader.finish();
  });
}

/**
 * What a usage argument holds.
 * @throws FlexError 'value' when no row is usable, naming FLEX.REJECTED
 */
export function usageArgument(argument: unknown, card: CardArgument, name = 'usage'): UsageReading {
  const reading = readingOf(usageGrid(argument, name), card);
  requireUsable(reading);
  return reading;
}
