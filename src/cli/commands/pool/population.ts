/** Whose tokens a pool must carry when only the people on Flex count. */
import { personKey } from '../../../engine/usage';
import type { SegmentRow } from '../../../engine/segments';
import type { UsageReading } from '../../../engine/usage';
import { countText } from '../../../report/model/formats';

export interface Population {
  readonly includes: (user: number, product: number) => boolean;
  readonly notes: readonly string[];
}

const FLEX = 'Flex';

/** People whose segment is on Flex, with the products for which Flex is recommended. */
export function flexPopulation(rows: readonly SegmentRow[], { table }: UsageReading): Population {
  const onFlex = new Map(
    rows
      .filter(({ segment }) => segment.startsWith(FLEX))
      .map((row) => [personKey(row.user), productsOnFlex(row)] as const),
  );
  const ofUser = table.users.map(({ key }) => onFlex.get(personKey(key)));
  const left = rows.length - onFlex.size;
  return {
    includes: (user, product) => ofUser[user]?.(table.products[product]?.name ?? '') ?? false,
    notes:
      left === 0
        ? []
        : [
            `${countText(onFlex.size)} of ${countText(rows.length)} people are on Flex; the tokens of the others, and of products for which a seat is recommended, are not counted.`,
          ],
  };
}

/** One word stands for all products, or each has its own: `Revit: Named User; AutoCAD: Flex`. */
function productsOnFlex({ recommendation, products }: SegmentRow): (product: string) => boolean {
  if (!recommendation.includes(': ')) return () => true;
  const words = new Map(products.map((line) => [line.product, line.recommendation]));
  return (product) => (words.get(product) ?? FLEX) === FLEX;
}
