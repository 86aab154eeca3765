import { unfitCell } from '../../errors';
import { normalizeHeader } from '../../usage/reader/headers';
import type { RawCell } from '../../usage/types';
import { fallingRange, freezeAmongLevers, leverTwice, noLeverHeader, unknownLever } from '../errors';
import { GUIDE_LEVERS } from './levers';
import type { LeverName, LeverRange } from '../types';

const FRACTION = 'a number from 0 to 1 (10 % is 0.1)';

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
    throw noLeverHeader();
  }
  const read = new Map<LeverName, { readonly row: number; readonly range: LeverRange }>();
  range.forEach((cells, index) => {
    if (index <= first || cells.every(isBlank)) return;
    const place = `levers, row ${index + 1}`;
    const lever = leverNamed(cells[at.lever], place);
    const before = read.get(lever);
    if (before !== undefined) {
      throw leverTwice(place, lever, before.row);
    }
    const given = (name: 'low' | 'mid' | 'high' | 'own'): number | null =>
      fraction(cells[at[name]], `${place}: ${name} of ${lever}`);
    const [low, high] = [given('low'), given('high')];
    if (low === null || high === null) {
      throw unfitCell('renewal', `${place}: ${low === null ? 'low' : 'high'} of ${lever}`, null, FRACTION);
    }
    const mid = given('mid') ?? (low + high) / 2;
    if (!(low <= mid && mid <= high)) {
      throw fallingRange(place, { lever, low, mid, high });
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
    throw freezeAmongLevers(place);
  }
  throw unknownLever(
    place,
    isBlank(cell) ? null : String(cell),
    GUIDE_LEVERS.map(({ lever }) => lever),
  );
}

function fraction(cell: RawCell, what: string): number | null {
  if (isBlank(cell)) return null;
  if (typeof cell === 'number' && cell >= 0 && cell <= 1) return cell;
  throw unfitCell('renewal', what, cell, FRACTION);
}

function isBlank(cell: RawCell): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}
