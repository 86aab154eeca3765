/** The cheapest mix of a usage file: shared by the commands that need to know who should hold what. */
import {
  buildPortfolio,
  portfolioInput,
  readOwnedSeats,
  readPins,
  readSeatHolders,
  type Portfolio,
  type PortfolioInput,
} from '../../../engine/portfolio';
import { usageYear, type UsageYear } from '../../../engine/usage';
import { countText } from '../../../report/model/formats';
import { SHEETS, TABLES } from '../../../report/model/sheet-names';
import type { PortfolioAssumptions } from '../../../report/portfolio/input';
import { shortYear } from '../../../report/portfolio/words';
import type { PlacedReject } from '../../../report/segments/summary-tables';
import type { ListPlace } from '../../input/list-file';
import { OptionLists } from '../../input/option-lists';
import { POOL_TIERS, PORTFOLIO_TIERS, tiersFrom } from '../../input/plan-files';
import { SEATS_PLACE } from '../../input/seats-file';
import type { UsageFile } from '../../input/usage-file';
import { PORTFOLIO_SETTINGS } from '../../../engine/portfolio/assumptions';
import { givenValues } from '../../program/assumption-options';
import type { OptionValues } from '../../program/option-values';
import { termsOf } from '../../program/price-options';
import type { Progress } from '../../program/progress';
import { outsideNote } from '../segments/run';

export interface PortfolioRequest {
  readonly input: PortfolioInput;
  readonly assumptions: PortfolioAssumptions;
  readonly year: UsageYear;
  /** The file of seats, "the usage report", or '' where nobody knows. */
  readonly seatsFrom: string;
  readonly listsRejected: readonly PlacedReject[];
  readonly notes: readonly string[];
}

const SUBSCRIPTIONS: ListPlace = { sheet: SHEETS.subscriptions.name, table: TABLES.subscriptions };
const PINS: ListPlace = { sheet: SHEETS.pins.name, table: TABLES.pins };

/** @throws FlexError when the data name no users, BadInput naming the list that cannot be used */
export async function requestPortfolio(usage: UsageFile, options: OptionValues): Promise<PortfolioRequest> {
  const { reading, card } = usage;
  const terms = termsOf(card, options);
  const lists = new OptionLists(options);
  const seats = await lists.read('seats', SEATS_PLACE, readSeatHolders);
  const owned = await lists.read('subscriptions', SUBSCRIPTIONS, readOwnedSeats);
  const pins = await lists.read('pins', PINS, (rows) => readPins(rows, card));
  const { contractorsOnFlex, bundle, committed } = givenValues(PORTFOLIO_SETTINGS, options);
  const input = portfolioInput(reading, {
    card,
    terms,
    asOf: options.number('as-of'),
    externalDomains: options.list('external-domains'),
    policies: { contractorsOnFlex, pins: pins ?? [], protectToday: true },
    tiers: await tiersFrom(options.text('tiers'), [PORTFOLIO_TIERS, POOL_TIERS]),
    bundle,
    committed,
    owned: owned ?? [],
    // Rows of which none could be read do not say that nobody holds a seat.
    assignments: seats !== null && seats.length > 0 ? seats : null,
  });
  const year = usageYear(reading, options.number('as-of'));
  const { tokenPrice, tokenDiscount, seatDiscount } = terms;
  return {
    input,
    assumptions: {
      tokenPrice,
      tokenDiscount,
      seatDiscount,
      margin: options.number('margin'),
      contractorsOnFlex,
      useTodaysSeats: true,
      bundle,
      committed,
      asOf: input.asOf,
    },
    year,
    seatsFrom: input.assignments === null ? '' : (options.text('seats') ?? 'the usage report'),
    listsRejected: lists.rejected,
    notes: [...lists.notes, ...unknownSeats(input), ...shortYear(year), ...outsideNote(year)],
  };
}

export function runPortfolio({ input }: PortfolioRequest, progress: Progress): Portfolio {
  progress.say(`Finding the cheapest mix for ${countText(input.people.length)} people`);
  const portfolio = buildPortfolio(input);
  progress.end();
  return portfolio;
}

function unknownSeats({ assignments }: PortfolioInput): readonly string[] {
  if (assignments !== null) return [];
  return [
    'Nobody can tell who holds which seat today, so there is nothing to compare with and nothing to change: give --seats FILE, such as the users export of your Autodesk Account.',
  ];
}
