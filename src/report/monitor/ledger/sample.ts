/** Packs that go with the sample usage (about 90,000 tokens a month from September 2025 to October 2026 on the guide's card). */
import { serialOf } from '../../../engine/numeric';
import type { OwnTable } from '../input';

/** A first order nearly used up when the renewal starts, and a top-up too small for what is left of the term: the review has something to say. */
export const SAMPLE_PACKS: OwnTable = {
  header: ['Pack', 'Team', 'Kind', 'Quantity', 'Price', 'Start', 'Expiry'],
  rows: [
    ['First order', null, 'purchase', 420_000, 0.3, serialOf(2025, 9, 1), serialOf(2026, 8, 31)],
    ['Renewal 2026', null, 'purchase', 850_000, 0.285, serialOf(2026, 2, 1), serialOf(2027, 1, 31)],
    ['Top-up August', null, 'purchase', 150_000, 0.3, serialOf(2026, 8, 1), serialOf(2027, 7, 31)],
  ],
};
