/**
 * One colour a segment and one a way to choose the pool's size, in pane, sheets and charts: the Okabe–Ito set, which stays distinct for colour-blind readers
 * (Okabe & Ito, "Color Universal Design", 2008). Colour never stands alone: the segment's name is always beside it.
 */
import type { ChoiceKind } from '../../engine/pool/types';
import type { SegmentName } from '../../engine/segments/types';

export type Theme = 'light' | 'dark';

interface Paint {
  /** Bars, dots and chart points. */
  readonly light: string;
  readonly dark: string;
  /** Cell fill behind dark text: a tint of the same hue, contrast with `ink` above 7:1. */
  readonly tint: string;
}

const PAINTS: Readonly<Record<SegmentName, Paint>> = {
  'Named User – not on Flex': { light: '#5A5A5A', dark: '#B8B8B8', tint: '#E4E4E4' },
  'Flex – contractor': { light: '#CC79A7', dark: '#DE9FC1', tint: '#F6E3ED' },
  Collection: { light: '#E69F00', dark: '#F0B73C', tint: '#FCEBC8' },
  'Flex – project phase': { light: '#56B4E9', dark: '#7FC8F2', tint: '#DDF0FB' },
  'Named User': { light: '#0072B2', dark: '#4DA6DB', tint: '#CFE5F2' },
  Review: { light: '#D55E00', dark: '#F0883E', tint: '#FADFCC' },
  'Flex – low utilisation': { light: '#009E73', dark: '#3FC79F', tint: '#CDEDE3' },
};

/** The four ways to choose a size; the curves take what is left of the set, so that a mark is never mistaken for its line. */
const CHOICE_PAINTS: Readonly<Record<ChoiceKind, Paint>> = {
  baseline: { light: '#56B4E9', dark: '#7FC8F2', tint: '#DDF0FB' },
  guide: { light: '#E69F00', dark: '#F0B73C', tint: '#FCEBC8' },
  calibrated: { light: '#0072B2', dark: '#4DA6DB', tint: '#CFE5F2' },
  optimal: { light: '#009E73', dark: '#3FC79F', tint: '#CDEDE3' },
};

/** Lines of the pool's curves. */
export const CURVE_COLORS = {
  cost: '#5A5A5A',
  risk: '#D55E00',
  shortage: '#D55E00',
  waste: '#CC79A7',
} as const;

/** Lines of the burn-down and columns of the weeks. */
export const BURN_COLORS = {
  balance: '#0072B2',
  expected: '#8C8C8C',
  p10: '#D55E00',
  p50: '#E69F00',
  p90: '#009E73',
} as const;

/** Solid colour of a way to choose a size, as `#RRGGBB`. */
export function choiceColor(kind: ChoiceKind, theme: Theme = 'light'): string {
  return CHOICE_PAINTS[kind][theme];
}

/** Its pale fill for worksheet cells with dark text, as `#RRGGBB`. */
export function choiceTint(kind: ChoiceKind): string {
  return CHOICE_PAINTS[kind].tint;
}

/** Solid colour of a segment on a light or a dark surface, as `#RRGGBB`. */
export function segmentColor(segment: SegmentName, theme: Theme = 'light'): string {
  return PAINTS[segment][theme];
}

/** Pale fill of a segment for worksheet cells with dark text, as `#RRGGBB`. */
export function segmentTint(segment: SegmentName): string {
  return PAINTS[segment].tint;
}

/** The few neutral colours of our sheets. */
export const SHEET_COLORS = {
  ink: '#1F1F1F',
  quiet: '#5F5F5F',
  warning: '#8A3B00',
  rule: '#BFBFBF',
  headerFill: '#1F3A4D',
  headerText: '#FFFFFF',
  inputFill: '#FFF8DC',
  inputText: '#0B3D91',
  tab: '#0072B2',
} as const;
