/** Whom the last portfolio, or else the last segmentation, proposes for Flex: what the check of cloud entitlements looks at. */
import { personKey } from '../../engine/usage';
import type { ProposedMove } from '../../engine/compliance';
import type { UsageYear } from '../../engine/usage/types';
import { populationOf, readFlexLists } from '../population/population';
import { readPreviousPortfolio } from '../portfolio/previous';
import type { ComplianceInspection } from '../contract/compliance';
import type { SourceReading } from '../usage/reading';

export interface Moves {
  readonly moves: readonly ProposedMove[];
  readonly from: NonNullable<ComplianceInspection['moves']>['from'];
}

/** Null when neither was made. */
export async function readMoves(
  context: Excel.RequestContext,
  read: SourceReading,
  year: UsageYear,
  signal: AbortSignal,
): Promise<Moves | null> {
  const lists = await readFlexLists(context, signal, {
    address: read.source.address,
    fingerprint: read.fingerprint,
  });
  const by = lists.portfolio !== null ? 'portfolio' : lists.segmentation !== null ? 'flex' : null;
  if (by === null) return null;
  const { includes } = populationOf(by, read, year, lists);
  const { products: listed } = read.reading.table;
  const counts = includes ?? (() => false);
  // A portfolio says which products it draws with tokens; a segment is a word about the person.
  const sold = (product: number): boolean => by === 'portfolio' || listed[product]!.row?.onFlex === true;
  const onFlex = productsOnFlex(read, (user, product) => sold(product) && counts(user, product));
  if (by === 'flex') {
    const moves = [...onFlex].map(([user, toFlex]) => ({ user, toFlex, givesUp: toFlex, gets: [] }));
    return { moves, from: 'Flex Segments' };
  }
  const { people, actions } = await readPreviousPortfolio(context, { signal });
  const moves = [...onFlex].map(([user, toFlex]): ProposedMove => {
    const key = personKey(user);
    return {
      user,
      toFlex,
      givesUp: actions.flatMap(({ action }) =>
        action.kind === 'unassign seat' && personKey(action.user) === key ? [action.offering] : [],
      ),
      gets: seatsIn(people.get(key)?.proposed ?? ''),
    };
  });
  return { moves, from: 'Flex Portfolio' };
}

/** By person, in order of first appearance. */
function productsOnFlex(
  { reading: { table } }: SourceReading,
  includes: (user: number, product: number) => boolean,
): ReadonlyMap<string, readonly string[]> {
  const seen = new Set<number>();
  const found = new Map<string, string[]>();
  for (let row = 0; row < table.rows; row += 1) {
    const user = table.user[row]!;
    const product = table.product[row]!;
    const pair = user * table.products.length + product;
    if (user < 0 || seen.has(pair)) continue;
    seen.add(pair);
    if (!includes(user, product)) continue;
    const { key } = table.users[user]!;
    found.set(key, [...(found.get(key) ?? []), table.products[product]!.name]);
  }
  return found;
}

/** The word of a cover without anything in it. */
const NOTHING = 'nothing';

/** Seats and Collections of a cover as `Flex Portfolio` words it: "Autodesk Docs seat, Flex: Revit". */
function seatsIn(proposed: string): readonly string[] {
  const [seats = ''] = proposed.split(/(?:^|, )Flex: /);
  return seats
    .split(', ')
    .map((part) => part.replace(/ seat$/, '').trim())
    .filter((part) => part !== '' && part !== NOTHING);
}
