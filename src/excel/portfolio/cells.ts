/** The input cells of `Flex Portfolio`: what each takes, and how its text is read. */
import { LAST_SERIAL } from '../../engine/numeric';
import { OWN_MARGIN } from '../../report/segments/assumptions';
import type { CellValue } from '../../report/model/document';
import type { PORTFOLIO_NAMES } from '../../report/portfolio/input';

export type PortfolioKey = keyof typeof PORTFOLIO_NAMES;

interface PortfolioCell {
  readonly label: string;
  /** Goes on "Enter …". */
  readonly wanted: string;
  readonly accepts: (value: CellValue) => boolean;
}

const number =
  (test: (value: number) => boolean) =>
  (value: CellValue): boolean =>
    typeof value === 'number' && Number.isFinite(value) && test(value);
const share = number((value) => value >= 0 && value <= 1);
const whole = number((value) => Number.isSafeInteger(value) && value >= 0);
const flag = (value: CellValue): boolean => typeof value === 'boolean';

const SHARE = 'a share from 0 % to 100 %';
const TOKENS = 'a whole number of tokens, 0 or more';

export const PORTFOLIO_CELLS: Readonly<Record<PortfolioKey, PortfolioCell>> = {
  tokenPrice: {
    label: 'Token price',
    wanted: "an amount of 0 or more in the card's currency",
    accepts: number((value) => value >= 0),
  },
  tokenDiscount: { label: 'Token discount', wanted: SHARE, accepts: share },
  seatDiscount: { label: 'Seat discount', wanted: SHARE, accepts: share },
  margin: {
    label: 'Decision margin',
    wanted: `${SHARE}, or "${OWN_MARGIN}"`,
    accepts: (value) => value === null || share(value),
  },
  contractorsOnFlex: { label: 'Contractors on Flex', wanted: '"yes" or "no"', accepts: flag },
  useTodaysSeats: { label: "Start from today's seats", wanted: '"yes" or "no"', accepts: flag },
  bundle: { label: 'Bundle', wanted: TOKENS, accepts: whole },
  committed: { label: 'Committed tokens', wanted: TOKENS, accepts: whole },
  asOf: {
    label: 'As-of date',
    wanted: 'a date',
    accepts: (value) => value === null || number((serial) => serial >= 1 && serial <= LAST_SERIAL)(value),
  },
};

/** A cell as the settings say it: "yes" is true, "per product" is null. Anything else stays as typed. */
export function portfolioCell(key: string, value: CellValue): CellValue {
  if (typeof value !== 'string') return value;
  const word = value.trim().toLowerCase();
  if (key === 'contractorsOnFlex' || key === 'useTodaysSeats') {
    return word === 'yes' ? true : word === 'no' ? false : value;
  }
  return key === 'margin' && word === OWN_MARGIN ? null : value;
}
