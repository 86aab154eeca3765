import { FlexError } from '../../errors';
import { formatNumber } from '../../numeric';
import { normalizeHeader } from '../../usage/reader/headers';
import type { RawCell } from '../../usage/types';
import { GUIDE_LEVERS } from './levers';
import type { LeverName, LeverRange } from '../types';

/** Spellings of a lever, the governing guide's own among them; compared without case, spaces and punctuation. */
const LEVER_NAMES: Readonly<Record<LeverName, readonly string[]>> = {
  'Volume tier': ['volumetier', 'volumetierdiscount', 'volume', 'volumediscount'],
  Commitment: ['commitment', 'commitmentdiscount'],
  'Carry-forward': ['carryforward', 'tokencarryforward', 'carryover', 'tokencarryover', 'rollover'],
  Bundle: ['bundle', 'bundlewithnameduserpricing', 'bundlewithnameduser', 'bundling'],
};
const FREEZE_NAMES = new Set(['ratefreeze', 'ratefreezeclause', 'ratelock', 'pricelock', 'ratecardfreeze']);
const COLUMNS = {
  lever: ['lever', 'negotiationlever'],
  low: ['low'],
  mid: ['mid'],
  high: ['high'],
  own: ['own'],
};

/**
 * Reads lever ranges: columns Lever, Low, High and, optionally, Mid (else halfway) and Own. A lever that is not listed keeps the guide's
 * range; the result is in the guide's order.
 * @throws FlexError 'value' naming the row of a lever or figure that cannot be used
 */
export function readLevers(range: readonly (readonly RawCell[])[]): readonly LeverRange[] {
  const first = range.findIndex((row) => !row.every(isBlank));
  const header = range[first] ?? [];
  const column = (name: keyof typeof COLUMNS): number =>
    header.findIndex((cell) => typeof cell === 'string' && COLUMNS[name].includes(normalizeHeader(cell)));
  const at = {
    lever: column('lever'),
    low: column('low'),
    mid: column('mid'),
    high: column('high'),
    own: column('own'),
  };
  if (at.lever < 0 || at.low < 0 || at.high < 0) {
    throw new FlexError(
      'value',
      'levers needs a header row with Lever, Low and High; Mid and Own may be left out.',
    );
  }
  const read = new Map<LeverName, { readonly row: number; readonly range: LeverRange }>();
  range.forEach((cells, index) => {
    if (index <= first || cells.every(isBlank)) return;
    const place = `levers, row ${index + 1}`;
    const lever = leverNamed(cells[at.lever], place);
    const before = read.get(lever);
    if (before !== undefined) {
      throw new FlexError(
        'value',
        `${place}: ${lever} stands in row ${before.row} too. Keep one row a lever.`,
      );
    }
    const given = (name: 'low' | 'mid' | 'high' | 'own'): number | null =>
      fraction(cells[at[name]], `${place}: ${name} of ${lever}`);
    const [low, high] = [given('low'), given('high')];
    if (low === null || high === null) {
      throw new FlexError(
        'value',
        `${place}: ${low === null ? 'low' : 'high'} of ${lever} is missing: it must be a number from 0 to 1 (10 % is 0.1).`,
      );
    }
    const mid = given('mid') ?? (low + high) / 2;
    if (!(low <= mid && mid <= high)) {
      throw new FlexError(
        'value',
        `${place}: ${lever} goes from ${formatNumber(low, 6)} over ${formatNumber(mid, 6)} to ${formatNumber(high, 6)}: low must not exceed mid, nor mid high.`,
      );
    }
    read.set(lever, { row: index + 1, range: { lever, low, mid, high, own: given('own') } });
  });
  return GUIDE_LEVERS.map((guide) => read.get(guide.lever)?.range ?? guide);
}

function leverNamed(cell: RawCell, place: string): LeverName {
  const text = typeof cell === 'string' ? normalizeHeader(cell) : '';
  const found = GUIDE_LEVERS.find(({ lever }) => LEVER_NAMES[lever].includes(text));
  if (found !== undefined) return found.lever;
  if (FREEZE_NAMES.has(text)) {
    throw new FlexError(
      'value',
      `${place}: a rate freeze is counted in years, not as a fraction. Leave the row out and use FLEX.RATEFREEZE.`,
    );
  }
  throw new FlexError(
    'value',
    `${place}: the lever is ${isBlank(cell) ? 'blank' : `"${String(cell)}"`}. Known levers: ${GUIDE_LEVERS.map(({ lever }) => lever).join(', ')}.`,
  );
}

function fraction(cell: RawCell, what: string): number | null {
  if (isBlank(cell)) return null;
  if (typeof cell === 'number' && cell >= 0 && cell <= 1) return cell;
  const shown = typeof cell === 'number' ? formatNumber(cell, 6) : `"${String(cell)}"`;
  throw new FlexError('value', `${what} is ${shown}: it must be a number from 0 to 1 (10 % is 0.1).`);
}

function isBlank(cell: RawCell): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}
