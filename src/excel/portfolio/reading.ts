/** Everything a portfolio needs, read from the workbook; nothing is written. Shared by what the pane shows before a run and by the run. */
import { counted } from '../../engine/numeric';
import { portfolioInput, type PortfolioInput } from '../../engine/portfolio';
import { requireUsable, usageYear } from '../../engine/usage';
import type { UsageYear } from '../../engine/usage/types';
import { countText } from '../../report/model/formats';
import { SHEETS } from '../../report/model/sheet-names';
import type { PortfolioAssumptions } from '../../report/portfolio/input';
import { shortYear } from '../../report/portfolio/words';
import { throwIfCancelled } from '../host/failure';
import { readingMessages } from '../usage/inspection';
import { readPortfolioLists, type PlacedList, type PortfolioLists } from './lists';
import { readPreviousPortfolio, type PreviousPortfolio } from './previous';
import type { PortfolioInspection, PortfolioSettings } from '../contract/portfolio';
import { portfolioTerms, type PortfolioTerms } from './terms';
import { readTierTable, type TierTable } from '../pool/tiers';
import { readSource, type SourceReading } from '../usage/reading';
import type { Message, Progress, SegmentSettings, SourceChoice } from '../contract/services';
import { breathe } from '../host/session';

export interface PortfolioReading {
  readonly read: SourceReading;
  readonly year: UsageYear;
  readonly terms: PortfolioTerms;
  readonly assumptions: PortfolioAssumptions;
  readonly lists: PortfolioLists;
  readonly previous: PreviousPortfolio;
  readonly tiers: TierTable;
  readonly input: PortfolioInput;
  /** Where it is known from who holds which seat. */
  readonly seatsFrom: PortfolioInspection['seats']['from'];
  /** What any command over these data says; `messages`: what a portfolio says, these among them. */
  readonly dataMessages: readonly Message[];
  readonly messages: readonly Message[];
}

/** @throws FlexError or ExcelFailure with the cell that cannot be used, or why these data cannot be assigned */
export async function readPortfolio(
  context: Excel.RequestContext,
  choice: SourceChoice,
  settings: SegmentSettings,
  portfolio: PortfolioSettings,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<PortfolioReading> {
  const read = await readSource(context, choice, settings, onProgress, signal);
  const { reading, card } = read;
  requireUsable(reading);
  const previous = await readPreviousPortfolio(context, { signal });
  const terms = portfolioTerms(card, settings, portfolio, previous);
  const lists = await readPortfolioLists(context, card, { signal });
  const tiers = readTierTable(previous.tiers);
  throwIfCancelled(signal);
  await breathe();
  throwIfCancelled(signal);

  const { chosen } = terms;
  const year = usageYear(reading, chosen.asOf);
  const made = portfolioInput(reading, {
    card,
    terms: terms.terms,
    asOf: chosen.asOf,
    externalDomains: settings.externalDomains,
    policies: {
      contractorsOnFlex: chosen.contractorsOnFlex,
      pins: lists.pins?.rows ?? [],
      protectToday: true,
    },
    tiers: tiers.tiers,
    bundle: chosen.bundle,
    committed: chosen.committed,
    owned: lists.subscriptions?.rows ?? [],
    // Rows of which none could be read do not say that nobody holds a seat.
    assignments: isKnown(lists.seats) ? lists.seats.rows : null,
  });
  const input = chosen.useTodaysSeats ? made : { ...made, owned: [], assignments: null };
  const dataMessages = [
    ...readingMessages(read),
    ...terms.messages,
    ...listMessages(lists),
    ...yearMessages(year),
  ];
  return {
    read,
    year,
    terms,
    assumptions: { ...chosen, asOf: input.asOf },
    lists,
    previous,
    tiers,
    input,
    seatsFrom: input.assignments === null ? 'none' : isKnown(lists.seats) ? 'Flex Seats' : 'usage',
    dataMessages,
    messages: [
      ...dataMessages,
      ...tierMessages(tiers, previous),
      ...seatMessages(input, chosen.useTodaysSeats),
    ],
  };
}

function isKnown<Row>(list: PlacedList<Row> | null): list is PlacedList<Row> {
  return list !== null && list.rows.length > 0;
}

function listMessages({ seats, subscriptions, pins }: PortfolioLists): readonly Message[] {
  return [seats, subscriptions, pins].flatMap((list): readonly Message[] =>
    list === null || list.rejected.length === 0 ? [] : [rejectedMessage(list)],
  );
}

function rejectedMessage({ range, address, read, rejected }: PlacedList<unknown>): Message {
  const { length } = rejected;
  const [first] = rejected;
  return {
    level: 'warning',
    text:
      `${countText(length)} of ${counted(read, 'row')} of ${range.sheet} could not be used and ${length === 1 ? 'is' : 'are'} left out.` +
      (first === undefined ? '' : ` The first, row ${range.rect.row + first.row}: ${first.reason}.`),
    address,
  };
}

function tierMessages({ tiers }: TierTable, { tiersFrom }: PreviousPortfolio): readonly Message[] {
  if (tiers.length === 0 || tiersFrom === 'Flex Portfolio') return [];
  return [
    {
      level: 'info',
      text: `The price tiers of ${SHEETS.pool.name} count here too. From now on they stand on ${SHEETS.portfolio.name}: change them there.`,
    },
  ];
}

function seatMessages({ assignments }: PortfolioInput, asked: boolean): readonly Message[] {
  if (assignments !== null || !asked) return [];
  return [
    {
      level: 'warning',
      text: `Nobody can tell who holds which seat today, so there is nothing to compare with and nothing to change. Insert ${SHEETS.seats.name}, or paste the users export of your Autodesk Account on a sheet of that name.`,
    },
  ];
}

function yearMessages(year: UsageYear): readonly Message[] {
  return shortYear(year).map((text): Message => ({ level: 'warning', text }));
}
