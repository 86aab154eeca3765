/** The input cells of `Flex Pool`: what each takes, and how its text is read. */
import type { ClusterBy } from '../../engine/pool';
import type { CellValue } from '../../report/model/document';
import type { POOL_NAMES } from '../../report/pool/input';
import type { PoolPeople } from '../contract/pool';

export type PoolKey = keyof typeof POOL_NAMES;

interface PoolCell {
  readonly label: string;
  /** Goes on "Enter …". */
  readonly wanted: string;
  readonly accepts: (value: CellValue) => boolean;
}

const number =
  (test: (value: number) => boolean) =>
  (value: CellValue): boolean =>
    typeof value === 'number' && Number.isFinite(value) && test(value);
const amount = number((value) => value >= 0);
const share = number((value) => value >= 0 && value <= 1);

const SHARE = 'a share from 0 % to 100 %';
const PRICE = "an amount of 0 or more in the card's currency";

export const POOL_CELLS: Readonly<Record<PoolKey, PoolCell>> = {
  tolerance: {
    label: 'Tolerated stockout risk',
    wanted: 'a share above 0 % and below 100 %, for example 5 %',
    accepts: number((value) => value > 0 && value < 1),
  },
  growthMean: {
    label: 'Expected growth',
    wanted: 'a share above -100 % and up to 1,000 %, for example 10 %',
    accepts: number((value) => value > -1 && value <= 10),
  },
  growthSpread: {
    label: 'Spread of growth',
    wanted: 'a share from 0 % to 200 %, for example 5 %',
    accepts: number((value) => value >= 0 && value <= 2),
  },
  people: {
    label: 'People',
    wanted: '"all people", "Flex segments" or "Flex people of the portfolio"',
    accepts: (value) => PEOPLE_WORDS.some(({ people }) => people === value),
  },
  clusterBy: {
    label: 'Clusters by',
    wanted: '"auto", "project", "team", "department" or "user"',
    accepts: (value) => CLUSTERS.some((by) => by === value),
  },
  tokenPrice: { label: 'Token price', wanted: PRICE, accepts: amount },
  tokenDiscount: { label: 'Token discount', wanted: SHARE, accepts: share },
  bundle: {
    label: 'Bundle',
    wanted: 'a whole number of tokens, 1 or more',
    accepts: number((value) => Number.isSafeInteger(value) && value >= 1),
  },
  topUpPrice: { label: 'Top-up price', wanted: PRICE, accepts: (value) => value === null || amount(value) },
  leadDays: {
    label: 'Top-up lead time',
    wanted: 'days from 0 to 365',
    accepts: number((value) => value >= 0 && value <= 365),
  },
  disruption: {
    label: 'Disruption cost',
    wanted: PRICE,
    accepts: (value) => value === null || amount(value),
  },
  salvage: { label: 'Salvage value', wanted: PRICE, accepts: amount },
  salvageShare: { label: 'Salvage share', wanted: SHARE, accepts: share },
  missizeShare: { label: 'Mis-sized share', wanted: SHARE, accepts: share },
  seed: {
    label: 'Seed',
    wanted: 'a whole number',
    accepts: number((value) => Number.isSafeInteger(value)),
  },
};

/** How the cell of the people starts, the longer ones first. */
const PEOPLE_WORDS: readonly { readonly starts: string; readonly people: PoolPeople }[] = [
  { starts: 'flex people of the portfolio', people: 'portfolio' },
  { starts: 'portfolio', people: 'portfolio' },
  { starts: 'flex', people: 'flex' },
  { starts: 'all', people: 'all' },
];

const CLUSTERS: readonly ClusterBy[] = ['auto', 'project', 'team', 'department', 'user'];

/** A cell as the settings say it: "Flex segments" is `flex`, "Team" is `team`. Anything else stays as typed. */
export function poolCell(key: string, value: CellValue): CellValue {
  if (typeof value !== 'string' || (key !== 'people' && key !== 'clusterBy')) return value;
  const word = value.trim().toLowerCase();
  if (key === 'people') return PEOPLE_WORDS.find(({ starts }) => word.startsWith(starts))?.people ?? value;
  return CLUSTERS.find((by) => word.startsWith(by)) ?? value;
}
