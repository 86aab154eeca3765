/** The inputs of a portfolio: the pane's settings, and what the user changed in the input cells of `Flex Portfolio` since the last run. */
import { priceTerms, type RateCard } from '../../engine/catalog';
import type { PriceTerms } from '../../engine/catalog/types';
import { FlexError } from '../../engine/errors';
import type { CellValue } from '../../report/model/document';
import { SHEETS } from '../../report/model/sheet-names';
import { PORTFOLIO_NAMES, type PortfolioAssumptions } from '../../report/portfolio/input';
import { adoptedMessage, editOf, type SheetAssumptions } from '../runs/values-from-sheet';
import { PORTFOLIO_CELLS, type PortfolioKey } from './cells';
import type { PortfolioSettings } from '../contract/portfolio';
import { asOfSerial } from '../runs/terms';
import type { Message, SegmentSettings } from '../contract/services';
import type { NamedCell } from '../runs/sheet-assumptions';

export interface PortfolioTerms {
  /** As-of null: the latest usable row. */
  readonly chosen: Omit<PortfolioAssumptions, 'asOf'> & { readonly asOf: number | null };
  readonly terms: PriceTerms;
  readonly adopted: readonly string[];
  readonly pane: Readonly<Record<PortfolioKey, CellValue>>;
  /** Which inputs were taken from the sheet instead of the pane. */
  readonly messages: readonly Message[];
}

/**
 * @param earlier inputs of the last run of this workbook; null on a first run
 * @param cells where the inputs stand on the earlier sheet
 * @throws FlexError naming the cell, or the setting, that cannot be used
 */
export function portfolioTerms(
  card: RateCard,
  settings: SegmentSettings,
  portfolio: PortfolioSettings,
  earlier: SheetAssumptions | null,
  cells: ReadonlyMap<string, NamedCell>,
): PortfolioTerms {
  const pane: Readonly<Record<PortfolioKey, CellValue>> = {
    tokenPrice: settings.tokenPrice ?? card.tokenPrice,
    tokenDiscount: settings.tokenDiscount,
    seatDiscount: settings.seatDiscount,
    margin: settings.margin,
    contractorsOnFlex: portfolio.contractorsOnFlex,
    useTodaysSeats: portfolio.useTodaysSeats,
    bundle: portfolio.bundle,
    committed: portfolio.committed,
    asOf: settings.asOf === null ? null : asOfSerial(settings.asOf),
  };
  const values: Record<PortfolioKey, CellValue> = { ...pane };
  const messages: Message[] = [];
  const adopted: string[] = [];
  for (const key of Object.keys(PORTFOLIO_NAMES) as PortfolioKey[]) {
    const edit = editOf(key, pane[key], earlier);
    if (edit !== undefined) {
      values[key] = edit;
      adopted.push(key);
      messages.push(adoptedMessage(PORTFOLIO_CELLS[key].label, SHEETS.portfolio.name));
    }
    require(key, values[key], edit === undefined ? null : (cells.get(key)?.address ?? SHEETS.portfolio.name));
  }
  // Each has been looked at by `require`.
  const chosen = values as unknown as PortfolioTerms['chosen'];
  const { tokenPrice, tokenDiscount, seatDiscount, margin } = chosen;
  return {
    chosen: { ...chosen, asOf: chosen.asOf === null ? null : Math.floor(chosen.asOf) },
    terms: priceTerms(card, { tokenPrice, tokenDiscount, seatDiscount, margin }),
    adopted,
    pane,
    messages,
  };
}

function require(key: PortfolioKey, value: CellValue, address: string | null): void {
  const { label, wanted, accepts } = PORTFOLIO_CELLS[key];
  if (accepts(value)) return;
  const given = value === null ? 'empty' : `"${String(value)}"`;
  throw new FlexError(
    'value',
    address === null
      ? `${label} is ${given}. Enter ${wanted}.`
      : `${label} in ${address} is ${given}. Enter ${wanted} there, then run again.`,
  );
}
