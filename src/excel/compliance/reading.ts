/** Everything a check needs, read from the workbook; nothing is written. Shared by what the pane shows before a run and by the run. */
import { counted } from '../../engine/numeric';
import type { ComplianceInput, KeptFinding } from '../../engine/compliance';
import { netTokenPrice, priceTerms } from '../../engine/catalog';
import { requireUsable, usageYear } from '../../engine/usage';
import type { UsageYear } from '../../engine/usage/types';
import { countText } from '../../report/model/formats';
import { readComplianceLists, type ComplianceLists } from './lists';
import { readMoves, type Moves } from './moves';
import { readPreviousFindings } from './previous';
import type { ComplianceInspection } from '../contract/compliance';
import { throwIfCancelled } from '../host/failure';
import { PEOPLE_LEFT_OUT, readingMessages } from '../usage/inspection';
import type { PlacedList } from '../portfolio/lists';
import { readSource, type SourceReading } from '../usage/reading';
import { asOfSerial } from '../runs/terms';
import type { Message, Progress, SegmentSettings, SourceChoice } from '../contract/services';
import { breathe } from '../host/session';

export interface ComplianceReading {
  readonly read: SourceReading;
  readonly year: UsageYear;
  readonly lists: ComplianceLists;
  readonly moves: Moves | null;
  /** Null on a first run. */
  readonly earlier: readonly KeptFinding[] | null;
  readonly input: ComplianceInput;
  readonly tokenPrice: number;
  readonly seatsFrom: ComplianceInspection['seats']['from'];
  readonly messages: readonly Message[];
}

/** @throws FlexError or ExcelFailure with the cell that cannot be used */
export async function readCompliance(
  context: Excel.RequestContext,
  choice: SourceChoice,
  settings: SegmentSettings,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<ComplianceReading> {
  const read = await readSource(context, choice, settings, onProgress, signal);
  const { reading, card } = read;
  requireUsable(reading);
  const asOf = settings.asOf === null ? null : asOfSerial(settings.asOf);
  const year = usageYear(reading, asOf);
  const lists = await readComplianceLists(context, { signal });
  const moves = await readMoves(context, read, year, signal);
  const earlier = await readPreviousFindings(context, { signal });
  throwIfCancelled(signal);
  await breathe();
  throwIfCancelled(signal);
  const tokenPrice = netTokenPrice(
    priceTerms(card, { tokenPrice: settings.tokenPrice, tokenDiscount: settings.tokenDiscount }),
  );
  const hasOwnSeats = (reading.seats ?? []).length > 0;
  return {
    read,
    year,
    lists,
    moves,
    earlier,
    input: {
      reading,
      asOf,
      seats: lists.seats?.rows ?? null,
      employment: lists.people?.rows ?? null,
      moves: moves?.moves ?? null,
      externalDomains: settings.externalDomains,
      tokenPrice,
    },
    tokenPrice,
    seatsFrom: lists.seats !== null ? 'Flex Seats' : hasOwnSeats ? 'usage' : 'none',
    messages: [...usageMessages(read, lists), ...[lists.seats, lists.people].flatMap(listMessages)],
  };
}

/** What is said of any reading; rows of the people left out are told once, with the first of them. */
function usageMessages(read: SourceReading, { people }: ComplianceLists): readonly Message[] {
  const messages = readingMessages(read);
  if (people === null || people.rejected.length === 0) return messages;
  return messages.filter(({ code }) => code !== PEOPLE_LEFT_OUT);
}

function listMessages(list: PlacedList<unknown> | null): readonly Message[] {
  if (list === null || list.rejected.length === 0) return [];
  const { range, address, read, rejected } = list;
  const [first] = rejected;
  return [
    {
      level: 'warning',
      text:
        `${countText(rejected.length)} of ${counted(read, 'row')} of ${range.sheet} could not be used and ${rejected.length === 1 ? 'is' : 'are'} left out.` +
        (first === undefined ? '' : ` The first, row ${range.rect.row + first.row}: ${first.reason}.`),
      address,
    },
  ];
}
