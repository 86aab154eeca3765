import type { Confidence, RateCard, RateRow } from './types';
import { BUILTIN_COLLECTIONS, settleCollections } from './collections';

const SOURCES: Readonly<Record<Confidence, string>> = {
  A: 'published by Autodesk [A]',
  B: 'reseller quoting Autodesk [B]',
  C: 'weak or conflicting sources [C]',
  guide: 'Flex governance guide',
  user: "the user's own table",
};

interface Figure {
  readonly value: number;
  readonly from: Confidence;
}

function daily(product: string, rate: Figure | null, seat: Figure | null): RateRow {
  const rateSource = rate
    ? `Tokens a day: ${SOURCES[rate.from]}`
    : 'Tokens a day: no source confirms it; fill it in from the current rate sheet';
  const seatSource = seat ? `seat price: ${SOURCES[seat.from]}` : 'seat price: none found';
  return {
    product,
    basis: 'day',
    tokensPerUnit: rate?.value ?? null,
    seatPrice: seat?.value ?? null,
    onFlex: true,
    margin: null,
    source: `${rateSource}; ${seatSource} (undated)`,
    date: null,
    confidence: rate?.from ?? 'C',
    ...(seat ? { seatConfidence: seat.from } : {}),
  };
}

function notOnFlex(product: string): RateRow {
  return {
    product,
    basis: 'day',
    tokensPerUnit: null,
    seatPrice: null,
    onFlex: false,
    margin: null,
    source: `Not on retail Flex: ${SOURCES.A} (undated)`,
    date: null,
    confidence: 'A',
  };
}

const A = (value: number): Figure => ({ value, from: 'A' });
const B = (value: number): Figure => ({ value, from: 'B' });
const GUIDE = (value: number): Figure => ({ value, from: 'guide' });

const ROWS: readonly RateRow[] = [
  daily('AutoCAD', A(7), GUIDE(2030)),
  daily('Revit', B(10), GUIDE(2910)),
  daily('Navisworks Manage', B(9), B(2605)),
  daily('Navisworks Simulate', B(4), null),
  daily('Fusion', B(3), B(680)),
  daily('InfoWorks ICM Sewer', B(24), null),
  daily('InfoWorks ICM Flood', B(31), null),
  daily('InfoWorks ICM Ultimate', B(75), null),
  daily('Civil 3D', null, null),
  daily('Inventor Pro', null, null),
  daily('3ds Max', null, null),
  daily('Maya', null, null),
  notOnFlex('BIM Collaborate Pro'),
  notOnFlex('Autodesk Docs'),
  notOnFlex('Autodesk Build'),
];

/** Retail Flex as it bills today: 24-hour days at the $3.00 list price. Rates that no source confirms are empty, never guessed. */
export const retailCard: RateCard = {
  name: 'retail',
  tokenPrice: 3,
  currency: 'USD',
  validFrom: null,
  validTo: null,
  rows: ROWS,
  collections: settleCollections(BUILTIN_COLLECTIONS, ROWS, 'USD'),
  origin: 'built-in card retail',
};
