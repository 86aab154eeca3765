import { guideCard, retailCard } from '../catalog';
import type { RateCard } from '../catalog/types';
import type { Layout } from './reader/layout';
import type { UsageField } from './types';

/** Columns that say what Flex charged, or charges by the day. */
const CHARGED: readonly UsageField[] = ['tokens', 'days', 'daysUsed'];

/**
 * The built-in card for data that no card was named for: `retail`, how Flex bills today, where the columns count charged days or tokens;
 * `guide` for hours, and for units of which the header does not say what they are.
 */
export function fittingCard({ shape, columns }: Pick<Layout, 'shape' | 'columns'>): RateCard {
  const has = (field: UsageField): boolean => columns.some((column) => column.field === field);
  if (has('hours') || has('start')) return guideCard;
  const dayRows = shape !== 'generic' && shape !== 'no header';
  return dayRows || CHARGED.some(has) ? retailCard : guideCard;
}
