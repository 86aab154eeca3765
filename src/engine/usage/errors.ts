/** What reading usage and the tables beside it refuses, one function a refusal. */
import { FlexError } from '../errors';
import type { RejectedRow } from './types';

export function hoursPerDayOutOfRange(hours: number): FlexError {
  return new FlexError(
    'value',
    `Hours per day is ${hours}: give a number above 0 and up to 24, or leave it empty.`,
    'usage.hours-per-day',
  );
}

/** @param next what to do, in a sentence; the way to the list of rows in Excel when omitted */
export function noRows(next = 'FLEX.REJECTED lists rows that cannot be used.'): FlexError {
  return new FlexError(
    'value',
    `The usage range holds no rows: select the table with its header row (User, Product, Date, Hours). ${next}`,
    'usage.no-rows',
  );
}

/**
 * @param first the first of the rows left out for the commonest reason
 * @param count how many of the `read` rows are
 * @param next as of `noRows`
 */
export function noUsableRow(
  read: number,
  count: number,
  first: RejectedRow,
  next = 'FLEX.REJECTED lists them all.',
): FlexError {
  return new FlexError(
    'value',
    `No row of the usage range can be used: ${count} of ${read} are left out as "${first.reason}", the first in row ${first.row}` +
      `${first.column === '' ? '' : `, column "${first.column}"`}${first.value === '' ? '' : `, "${first.value}"`}. ${next}`,
    'usage.no-usable-row',
  );
}

export function noDatedRow(): FlexError {
  return new FlexError(
    'value',
    'No usable row has a date, so the year has no end: give an as-of date.',
    'usage.no-dated-row',
  );
}

export function noKeyColumnOfPeople(): FlexError {
  return new FlexError(
    'value',
    'The people table has no column Email, hash or User: name the column that says who each row is about.',
    'usage.people-without-key',
  );
}

const WITHOUT_USERS = {
  topUsers: 'there are no top users. Use an export with one row a user.',
  segments:
    'nobody can be segmented. Use an export with one row a user, or use the baseline and burn figures, which work by product.',
  burnBySegment: 'burn cannot be told by segment. Use an export with one row a user.',
  portfolio: 'nobody can be assigned to Flex, a seat or a Collection. Use an export with one row a user.',
  compliance: 'there is nobody to check. Use an export with one row a user.',
} as const;

/** @param wanted what rows without users cannot give */
export function noUserColumn(wanted: keyof typeof WITHOUT_USERS): FlexError {
  return new FlexError(
    'value',
    `These rows have no user column, so ${WITHOUT_USERS[wanted]}`,
    'usage.no-user-column',
  );
}

/**
 * @param what the table in a sentence: "packs"
 * @param absent labels of the required columns that are missing
 * @param needed labels of all required columns
 */
export function missingColumns(what: string, absent: string, needed: string): FlexError {
  return new FlexError(
    'value',
    `The table of ${what} has no column ${absent}: its header row must name ${needed}.`,
    'usage.missing-columns',
  );
}
