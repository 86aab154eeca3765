/** Companies from seeds. */
import { cardTable } from '../../src/engine/catalog';
import { guideCard } from '../../src/engine/catalog/guide';
import { retailCard } from '../../src/engine/catalog/retail';
import { books } from './books';
import { choices } from './choices';
import { LAST_DAY, type Cell, type Company, type Rows } from './description';
import { peopleOf, type Person } from './people';
import { draws, type Draws } from './random';
import { usageOf } from './usage';

/** The same company for the same seed. */
export function company(seed: number): Company {
  const draw = draws(seed);
  const kind = draw.pick(['guide', 'guide', 'retail', 'own'] as const);
  const card = kind === 'own' ? ownCard(draw) : null;
  const base = kind === 'retail' ? 'retail' : 'guide';
  const people = peopleOf(draw);
  const usage = usageOf(draw, people, base === 'retail' ? 'Days' : 'Hours', card);
  return {
    seed,
    usage,
    people: draw.chance(0.5) ? peopleTable(draw, people) : null,
    card,
    newCard: draw.chance(0.4) ? announced(draw, base) : null,
    ...books(draw, people, usage),
    ...choices(draw, card === null ? base : 'Flex Rates'),
  };
}

/** What stays when only a function's arguments are given: usage and card, with the prices of the card. */
export function plain(full: Company): Company {
  const { card } = full.settings;
  return {
    ...full,
    people: null,
    settings: { ...(card === undefined ? {} : { card }) },
  };
}

/** A copy of the guide's card as somebody edits it: other rates and prices, some missing, a product of its own. */
function ownCard(draw: Draws): Rows {
  const [header = [], ...rows] = cardTable(guideCard);
  const at = (name: string): number => header.indexOf(name);
  const edited = rows.map((row) => {
    const cells = [...row];
    if (typeof cells[at('Tokens per unit')] === 'number' && draw.chance(0.4)) {
      cells[at('Tokens per unit')] = draw.whole(2, 12) / 2;
    }
    if (draw.chance(0.3)) cells[at('Seat price')] = draw.whole(400, 4000);
    if (draw.chance(0.15)) cells[at('Seat price')] = null;
    if (draw.chance(0.2)) cells[at('Margin')] = draw.whole(3, 10) / 10;
    return cells;
  });
  const own = header.map((name): Cell => {
    const cells: Readonly<Record<string, Cell>> = {
      Product: 'TerrainPro',
      Basis: 'hour',
      'Tokens per unit': draw.whole(1, 9),
      'Seat price': draw.chance(0.5) ? draw.whole(500, 2500) : null,
      'On Flex': true,
      'Token price': guideCard.tokenPrice,
      Currency: guideCard.currency,
    };
    return cells[String(name)] ?? null;
  });
  return [header, ...edited, own];
}

/** The card in use with other rates: what a vendor announces. */
function announced(draw: Draws, base: 'guide' | 'retail'): Rows {
  const [header = [], ...rows] = cardTable(base === 'guide' ? guideCard : retailCard);
  const rate = header.indexOf('Tokens per unit');
  return [
    header,
    ...rows.map((row) =>
      row.map((cell, at) =>
        at === rate && typeof cell === 'number' ? cell * draw.pick([1, 1, 2, 3]) : cell,
      ),
    ),
  ];
}

function peopleTable(draw: Draws, people: readonly Person[]): Rows {
  return [
    ['Email', 'User type', 'Department', 'Cost centre', 'Project', 'Role', 'Start date', 'End date'],
    ...people
      .filter(() => draw.chance(0.85))
      .map((person): readonly Cell[] => [
        draw.chance(0.3) ? person.user.toUpperCase() : person.user,
        person.contractor ? 'Contractor' : 'Employee',
        person.department,
        person.costCentre,
        person.project,
        draw.pick(['Engineer', 'Architect', '']),
        LAST_DAY - draw.whole(500, 2000),
        draw.chance(0.2) ? LAST_DAY - draw.whole(-60, 200) : null,
      ]),
  ];
}
