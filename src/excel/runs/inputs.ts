/** The user's own sheets, as commands read them. */
import { PEOPLE_SHEET, SHEETS, TABLES } from '../../report/model/sheet-names';
import { typedSheet } from './input';

export const PEOPLE = typedSheet('people', 'the people', PEOPLE_SHEET, null);
export const SEATS = typedSheet('seats', 'the seats', SHEETS.seats.name, TABLES.seats);
export const SUBSCRIPTIONS = typedSheet(
  'owned',
  'the subscriptions',
  SHEETS.subscriptions.name,
  TABLES.subscriptions,
);
export const PINS = typedSheet('pins', 'the pins', SHEETS.pins.name, TABLES.pins);
export const PLAN = typedSheet('plan', 'the planned work', SHEETS.projects.name, TABLES.projects);
export const QUOTES = typedSheet('quotes', 'the quotes', SHEETS.quotes.name, TABLES.quotes);
