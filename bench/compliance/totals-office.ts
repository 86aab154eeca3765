import { guideCard } from '../../src/engine/catalog';
import { firstSerialOfMonth, serialOf } from '../../src/engine/numeric';
import { uniform, type RandomWords } from '../../src/engine/numeric/random';
import { readUsage } from '../../src/engine/usage/reader/reader';
import type { RawCell } from '../../src/engine/usage';
import { between, type LabelledOffice } from './labels';

const PEOPLE = 60;
const PRODUCTS = ['Revit', 'AutoCAD', 'Civil 3D', 'Maya', 'Inventor Pro'];

/**
 * Totals instead of days, with nothing to find: a row a person and product for the year, dated by its last use and often below 24 hours, or
 * a row for every month. Whatever a daily check lists here is wrong.
 */
export function totalsOffice(words: RandomWords, grain: 'year' | 'month'): LabelledOffice {
  const rows: RawCell[][] = [];
  for (let at = 0; at < PEOPLE; at++) {
    const last = serialOf(2026, 9, 1) + between(words, 0, 20);
    for (const product of PRODUCTS) {
      if (grain === 'year') {
        if (uniform(words) < 0.7) rows.push([`p-${at}`, product, last, between(words, 2, 60)]);
        continue;
      }
      for (let month = 0; month < 12; month++) {
        if (uniform(words) < 0.6)
          rows.push([`p-${at}`, product, firstSerialOfMonth(2025 * 12 + month), between(words, 1, 22)]);
      }
    }
  }
  return {
    input: {
      reading: readUsage([['User', 'Product', 'Date', 'Hours'], ...rows], { card: guideCard }),
      asOf: null,
      seats: null,
      employment: null,
      moves: null,
    },
    rows: rows.length,
    planted: [],
    decoys: [],
  };
}
