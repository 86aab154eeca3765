/** Where a result comes from: the file and the moment, as every sheet of ours says. */
import { version } from '../../../package.json';
import type { RateCard } from '../../engine/catalog/types';
import { isoDate } from '../../engine/numeric';
import type { Provenance } from '../../report/model/document';
import { readingCounts } from '../../report/model/provenance-figures';
import type { UsageFile } from '../input/usage-file';

/** Name and version; the version's one place is package.json. */
export const PRODUCT = { name: 'Flex Governor', version } as const;

export function provenanceOf({ reading, card, input, fingerprint }: UsageFile, now: Date): Provenance {
  return {
    ...cardProvenance(card, now),
    input,
    inputFingerprint: `SHA-256 ${fingerprint}`,
    ...readingCounts(reading),
  };
}

/** Of a result that comes from the rate card alone. */
export function cardProvenance(card: RateCard, now: Date): Provenance {
  return {
    product: PRODUCT.name,
    version: PRODUCT.version,
    when: now.toISOString(),
    input: card.origin,
    inputFingerprint: '',
    card: card.origin.includes(card.name) ? card.origin : `${card.name} (${card.origin})`,
    cardDate: cardDate(card),
    read: 0,
    used: 0,
    rejected: 0,
    completeness: null,
  };
}

/** ISO date of the card's newest figure; '' when none is dated. */
function cardDate(card: RateCard): string {
  const dates = card.rows.flatMap((row) => row.date ?? []);
  const newest = dates.reduce((latest, date) => Math.max(latest, date), card.validFrom ?? 0);
  return newest > 0 ? isoDate(newest) : '';
}
