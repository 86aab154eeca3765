/** Fourteen months of use by day: habits of several kinds, and the rows that every real export has among them. */
import { guideCard } from '../../src/engine/catalog/guide';
import { retailCard } from '../../src/engine/catalog/retail';
import { LAST_DAY, type Cell, type Rows } from './description';
import { PROJECTS, type Person } from './people';
import type { Draws } from './random';

const MONTHS = 14;
const DAYS = MONTHS * 30;

const PRODUCTS = {
  Hours: [
    'Revit',
    'Revit',
    'AutoCAD',
    'AutoCAD',
    'Civil 3D',
    'Inventor Pro',
    'Maya',
    'Autodesk Docs',
    'BIM Collaborate Pro',
  ],
  Days: [
    'Revit',
    'Revit',
    'AutoCAD',
    'AutoCAD',
    'Navisworks Manage',
    'Fusion',
    'Civil 3D',
    'Autodesk Docs',
    'Navisworks Simulate',
  ],
} as const;

/** @param unit the column that holds the units */
export function usageOf(
  draw: Draws,
  people: readonly Person[],
  unit: 'Hours' | 'Days',
  card: Rows | null,
): Rows {
  const traits = {
    tokens: draw.chance(0.4),
    teams: draw.chance(0.7),
    projects: draw.chance(0.6),
    types: draw.chance(0.5),
  };
  const header = [
    ...['User', 'Product', 'Date', unit],
    ...(traits.tokens ? ['Tokens'] : []),
    ...(traits.teams ? ['Team'] : []),
    ...(traits.projects ? ['Project'] : []),
    ...(traits.types ? ['User type'] : []),
  ];
  const months = draw.chance(0.25) ? draw.whole(4, 11) : MONTHS;
  const line = (person: Person, product: string, day: number, units: Cell, tokens: Cell): readonly Cell[] => [
    ...[person.user, product, day, units],
    ...(traits.tokens ? [tokens] : []),
    ...(traits.teams ? [person.team] : []),
    ...(traits.projects ? [draw.chance(0.8) ? person.project : draw.pick(PROJECTS)] : []),
    ...(traits.types ? [person.contractor ? 'Contractor' : 'Employee'] : []),
  ];
  const rows: (readonly Cell[])[] = [];
  for (const person of people) {
    const names: readonly string[] = [...PRODUCTS[unit], ...(card === null ? [] : ['TerrainPro'])];
    const used = [...new Set(Array.from({ length: draw.whole(1, 3) }, () => draw.pick(names)))];
    for (const product of used) {
      for (const day of daysOf(draw, months)) {
        const units = unit === 'Days' ? 1 : draw.whole(1, 40) / 4;
        rows.push(line(person, product, day, units, charged(product, units, unit)));
      }
    }
  }
  const [first] = people;
  if (first !== undefined) {
    if (traits.tokens && draw.chance(0.6)) rows.push(line(first, 'Revit', LAST_DAY - 40, -2, -2 * 5));
    if (draw.chance(0.4)) rows.push(line(first, 'Unheard Of', LAST_DAY - 9, 3, draw.chance(0.5) ? 12 : null));
    if (draw.chance(0.4)) rows.push(line(first, 'Revit', LAST_DAY - 5, 'n/a', null));
    if (draw.chance(0.3)) rows.push(line(first, 'Revit', LAST_DAY - 5, null, null));
    rows.push(line(first, 'Revit', LAST_DAY, 1, charged('Revit', 1, unit)));
  }
  return [header, ...rows];
}

/** Working days with a habit: regular, light, in a few months only, or not until lately. */
function daysOf(draw: Draws, months: number): readonly number[] {
  const habit = draw.pick(['regular', 'light', 'light', 'burst', 'joiner', 'heavy'] as const);
  const span = Math.min(DAYS, months * 30);
  const first = LAST_DAY - span + 1;
  const [from, to, share] = {
    heavy: [first, LAST_DAY, 0.6],
    regular: [first, LAST_DAY, 0.25],
    light: [first, LAST_DAY, 0.06],
    burst: [first + draw.whole(0, Math.max(0, span - 110)), 0, 0.6],
    joiner: [LAST_DAY - draw.whole(20, 110), LAST_DAY, 0.4],
  }[habit] as [number, number, number];
  const last = to === 0 ? from + 100 : to;
  const days: number[] = [];
  for (let day = Math.max(first, from); day <= Math.min(last, LAST_DAY); day += 1) {
    const weekend = (day - 2) % 7 >= 5;
    if (draw.chance(weekend ? share * 0.03 : share)) days.push(day);
  }
  return days;
}

/** What the vendor charged, where the rows say it; blank where Flex does not cover the product. */
function charged(product: string, units: number, unit: 'Hours' | 'Days'): Cell {
  const card = unit === 'Days' ? retailCard : guideCard;
  const rate = card.rows.find((row) => row.product === product)?.tokensPerUnit ?? null;
  return rate === null ? null : rate * units;
}
