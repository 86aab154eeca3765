/** What a segmentation assumes; the other capabilities share these. */
import {
  AS_OF,
  EXTERNAL_DOMAINS,
  HOURS_PER_DAY,
  MARGIN,
  RANKING_HOURS,
  SEAT_DISCOUNT,
  TOKEN_DISCOUNT,
  TOKEN_PRICE,
} from '../assumptions/shared';

/** What the Segments step keeps, and every other step reads. */
export const SEGMENT_SETTINGS = {
  seatDiscount: SEAT_DISCOUNT,
  tokenDiscount: TOKEN_DISCOUNT,
  tokenPrice: TOKEN_PRICE,
  margin: MARGIN,
  asOf: AS_OF,
  hoursPerDay: HOURS_PER_DAY,
  rankingHoursPerDay: RANKING_HOURS,
  externalDomains: EXTERNAL_DOMAINS,
};

/** What `Flex Summary` shows as named cells. */
export const SEGMENT_ASSUMPTIONS = {
  tokenPrice: { ...TOKEN_PRICE, cell: 'Flex_TokenPrice' },
  tokenDiscount: { ...TOKEN_DISCOUNT, cell: 'Flex_TokenDiscount' },
  seatDiscount: { ...SEAT_DISCOUNT, cell: 'Flex_SeatDiscount' },
  margin: { ...MARGIN, cell: 'Flex_Margin' },
  asOf: { ...AS_OF, cell: 'Flex_AsOf' },
  rankingHoursPerDay: { ...RANKING_HOURS, cell: 'Flex_RankingHours' },
};
