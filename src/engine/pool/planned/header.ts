import { cellText } from '../../usage/cells/cells';
import { normalizeHeader } from '../../usage/reader/headers';
import type { RawCell } from '../../usage/types';
import { plannedColumnsMissing } from '../errors';

/** The columns of `Flex Projects`. */
export type PlannedField =
  'project' | 'start' | 'end' | 'people' | 'products' | 'tokens' | 'probability' | 'continues';

/** Spellings without case, spaces and punctuation; the first word for word is what the sheet's own header says. */
const ALIASES: Readonly<Record<PlannedField, readonly string[]>> = {
  project: ['project', 'projectname', 'name'],
  start: ['start', 'startdate', 'from', 'begin'],
  end: ['end', 'enddate', 'to', 'until', 'finish'],
  people: ['people', 'persons', 'users', 'headcount', 'staff'],
  products: ['products', 'product', 'software'],
  tokens: [
    'tokensperpersonandmonth',
    'tokensperpersonmonth',
    'tokensperpersonpermonth',
    'tokensaperson',
    'tokens',
  ],
  probability: ['probability', 'chance', 'likelihood'],
  continues: ['continues', 'continuationof', 'continuesproject'],
};
const FIELDS = Object.keys(ALIASES) as readonly PlannedField[];
const REQUIRED: readonly (readonly [PlannedField, string])[] = [
  ['project', 'Project'],
  ['start', 'Start'],
  ['end', 'End'],
  ['people', 'People'],
];

/** Where the table's header stands, and which column each field has. */
export interface PlannedHeader {
  /** 0-based row in the range. */
  readonly row: number;
  /** Headers as typed. */
  readonly texts: readonly string[];
  /** 0-based column; -1 = the table has no such column. */
  readonly at: Readonly<Record<PlannedField, number>>;
}

/**
 * The first row that names the columns Project, Start, End and People; titles above it are passed over.
 * @throws FlexError 'value' naming the columns that the likeliest header row lacks
 */
export function plannedHeader(range: readonly (readonly RawCell[])[]): PlannedHeader {
  let lacking: readonly string[] = REQUIRED.map(([, name]) => name);
  for (const [row, cells] of range.entries()) {
    const header = headerAt(cells, row);
    const missing = REQUIRED.filter(([field]) => header.at[field] < 0).map(([, name]) => name);
    if (missing.length === 0) {
      if (header.at.products >= 0 || header.at.tokens >= 0) return header;
      missing.push('Products');
    }
    if (missing.length < lacking.length) lacking = missing;
  }
  throw plannedColumnsMissing(lacking);
}

function headerAt(cells: readonly RawCell[], row: number): PlannedHeader {
  const texts = cells.map((cell) => cellText(cell));
  const names = texts.map(normalizeHeader);
  const at = Object.fromEntries(
    FIELDS.map((field) => [field, names.findIndex((name) => ALIASES[field].includes(name))]),
  ) as Record<PlannedField, number>;
  return { row, texts, at };
}
