import { identity, type Identity } from './identity';

/** Collections as products of their own. */
export const COLLECTION_NAMES: readonly Identity[] = [
  identity('AEC Collection', {
    others: [
      'AEC',
      'Architecture Engineering & Construction Collection',
      'Architecture, Engineering and Construction Collection',
      'Architecture, Engineering & Construction Collection (AEC)',
      'AEC Collection Package',
    ],
    codes: ['AECCOL'],
  }),
  identity('PDM Collection', {
    others: [
      'PDMC',
      'PD&M Collection',
      'Product Design & Manufacturing Collection',
      'Product Design and Manufacturing Collection',
      'Product Design & MFG Collection',
    ],
    codes: ['PDCOLL'],
  }),
  identity('M&E Collection', {
    others: ['Media & Entertainment Collection', 'Media and Entertainment Collection'],
    codes: ['MECOLL'],
  }),
];
