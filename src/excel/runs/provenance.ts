/** Where a result comes from: the reading and the moment, as every sheet of ours says. */
import type { Provenance } from '../../report/model/document';
import { readingCounts } from '../../report/model/provenance-figures';
import { PRODUCT } from '../host/product';
import { cardDate } from '../rates/rates';
import type { SourceReading } from '../usage/reading';

export function provenanceOf({ source, reading, card, fingerprint }: SourceReading, now: Date): Provenance {
  return {
    product: PRODUCT.name,
    version: PRODUCT.version,
    when: now.toISOString(),
    input: source.address,
    inputFingerprint: fingerprint,
    card: card.origin.includes(card.name) ? card.origin : `${card.name} (${card.origin})`,
    cardDate: cardDate(card),
    ...readingCounts(reading),
  };
}
