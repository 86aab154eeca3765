export {
  WORKING_YEAR,
  breakEven,
  ceiling,
  discountedSeat,
  exceeds,
  missingFigure,
  requireRate,
} from './break-even';
export { recommendUnits } from './recommend';
export { unitsText } from './assess';
export { BREAK_EVEN_COLUMNS, breakEvenRows, breakEvenTable } from './table';
