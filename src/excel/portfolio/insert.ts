/** `Flex Seats`, `Flex Subscriptions` and `Flex Pins`: written once from a template; from then on they are the user's. */
import type { SheetDocument } from '../../report/model/document';
import { SHEETS } from '../../report/model/sheet-names';
import {
  pinsDocument,
  seatsDocument,
  subscriptionsDocument,
  type TemplateInput,
} from '../../report/portfolio/seats/document';
import { writeDocuments } from '../sheets/document-writer';
import { ExcelFailure } from '../host/failure';
import { sheetStates } from '../host/own-sheets';
import { loadCard } from '../rates/rates';

const TEMPLATES: readonly {
  readonly name: string;
  readonly make: (input: TemplateInput) => SheetDocument;
}[] = [
  { name: SHEETS.seats.name, make: seatsDocument },
  { name: SHEETS.subscriptions.name, make: subscriptionsDocument },
  { name: SHEETS.pins.name, make: pinsDocument },
];

/**
 * Writes those that are not there yet, together or not at all.
 * @param sample true = seats and subscriptions that go with the sample usage
 * @param card whose Collections a pin may name
 * @throws ExcelFailure `SeatsExist` when all are there, ours or not
 */
export async function insertSeats(
  context: Excel.RequestContext,
  sample: boolean,
  card: string,
): Promise<{ readonly sheet: string; readonly address: string; readonly sheets: readonly string[] }> {
  const states = await sheetStates(
    context,
    TEMPLATES.map(({ name }) => name),
  );
  const absent = TEMPLATES.filter(
    ({ name }) => states.find((state) => state.name === name)?.mark === undefined,
  );
  if (absent.length === 0) {
    const names = TEMPLATES.map(({ name }) => `"${name}"`).join(', ');
    throw new ExcelFailure(
      'SeatsExist',
      `The sheets ${names} are there already: they are yours and are never replaced. Type there, or rename one and insert it again.`,
      true,
    );
  }
  const { collections } = await loadCard(context, card);
  const input = { sample, collections: collections.map(({ name }) => name) };
  const written = await writeDocuments(
    context,
    absent.map(({ make }) => make(input)),
  );
  const [first] = written;
  const sheet = first?.name ?? SHEETS.seats.name;
  return { sheet, address: first?.address ?? sheet, sheets: written.map(({ name }) => name) };
}
