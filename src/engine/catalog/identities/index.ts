import { normalizeName } from '../names';
import { CLOUD } from './cloud';
import { COLLECTION_NAMES } from './collections';
import { DESIGN } from './design';
import type { Identity } from './identity';
import { MANUFACTURING } from './manufacturing';
import { MEDIA } from './media';

export type { Identity } from './identity';

/** Every product that the sources name; what is not here is unknown, however near it looks. */
export const IDENTITIES: readonly Identity[] = [
  ...DESIGN,
  ...MANUFACTURING,
  ...MEDIA,
  ...CLOUD,
  ...COLLECTION_NAMES,
];

const BY_KEY: ReadonlyMap<string, Identity> = new Map(
  IDENTITIES.flatMap((found) =>
    [found.name, ...found.others].map((name): [string, Identity] => [normalizeName(name), found]),
  ),
);

const BY_CODE: ReadonlyMap<string, Identity> = new Map(
  IDENTITIES.flatMap((found) => found.codes.map((code): [string, Identity] => [code, found])),
);

/** The product a name means; undefined when no source knows the name. Compared as `normalizeName` does, never fuzzily. */
export function identityOf(text: string): Identity | undefined {
  return BY_KEY.get(normalizeName(text));
}

/** The product of a product line code such as `RVT` or `CIV3D`; undefined when no source pairs the code. */
export function identityOfCode(code: string): Identity | undefined {
  return BY_CODE.get(code.trim().toUpperCase());
}

/**
 * The product of a FlexNet feature code: digits, then the product line code, then the release (`87945RVT_2025_0F`). The digits differ by
 * release, and a code may begin with a digit itself (`866333DSMAX_2017_0F` is 3DSMAX), so five digits are taken off.
 */
export function identityOfFeature(feature: string): Identity | undefined {
  const bare = /^\d{5}(.+?)(?:_T)?(?:_\d{4})?_\d?F$/.exec(feature.trim().replace(/^"|"$/g, ''))?.[1];
  return bare === undefined ? undefined : identityOfCode(bare);
}
