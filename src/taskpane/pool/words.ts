import type { ChoiceKind, ClusterKind } from '../../engine/pool/types';
import type { ClusterBy } from '../../engine/pool/types';
import type { PoolInspection } from '../../excel/contract/pool';
import type { Formats } from '../figures/formats';

/** The four ways to choose a size, named as on Flex Pool. */
export const CHOICE_NAMES: Readonly<Record<ChoiceKind, string>> = {
  baseline: 'Baseline',
  guide: 'Guide’s rule',
  calibrated: 'Risk-calibrated',
  optimal: 'Cost-optimal',
};

const KIND_WORDS: Readonly<Record<ClusterKind, readonly [one: string, many: string]>> = {
  project: ['project', 'projects'],
  team: ['team', 'teams'],
  department: ['department', 'departments'],
  user: ['person', 'people'],
  product: ['product', 'products'],
};

export const CLUSTER_LABELS: Readonly<Record<ClusterBy, string>> = {
  auto: 'Project, else team, department, person',
  project: 'Project',
  team: 'Team',
  department: 'Department',
  user: 'Person',
};

/** "about as many as 31 equal ones". */
export const equalOnes = (effective: number, formats: Formats): string =>
  `as many as ${formats.count(Math.max(1, Math.round(effective)))} equal ${Math.round(effective) > 1 ? 'ones' : 'one'}`;

/** "83 projects and 12 people, as many as 31 equal ones". */
export function clusterSentence(inspection: PoolInspection, formats: Formats): string {
  const kinds = Object.keys(KIND_WORDS) as readonly ClusterKind[];
  const parts = kinds
    .filter((kind) => inspection.kinds[kind] > 0)
    .map((kind) => formats.counted(inspection.kinds[kind], ...KIND_WORDS[kind]));
  if (parts.length === 0) return 'No tokens in the year.';
  const listed = parts.length === 1 ? parts[0] : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
  return `Demand moves in ${listed}, ${equalOnes(inspection.effectiveClusters, formats)}.`;
}

/** 0.05 → "1 year in 20"; 0.3 → "3 years in 10". */
export function yearsIn(risk: number, formats: Formats): string {
  if (risk <= 0) return 'no year';
  const of = Math.round(1 / risk);
  if (Math.abs(1 / risk - of) < 0.05 * (1 / risk) && of > 1) return `about 1 year in ${formats.count(of)}`;
  const tenths = Math.round(10 * risk);
  return tenths >= 10 ? 'almost every year' : `about ${tenths} ${tenths === 1 ? 'year' : 'years'} in 10`;
}
