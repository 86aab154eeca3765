/** The first `Flex Pool Ledger`: tables for the user to fill in; from then on a review keeps them. */
import { emptyLedgerDocument } from '../../../report/monitor/ledger/document';
import { SHEETS } from '../../../report/model/sheet-names';
import { writeDocuments, type WrittenSheet } from '../../sheets/document-writer';
import { ExcelFailure } from '../../host/failure';
import { sheetStates } from '../../host/own-sheets';
import { loadCard } from '../../rates/rates';

const SHEET = SHEETS.ledger.name;

/**
 * @param sample true = packs that go with the sample usage
 * @param card whose currency the prices are in
 * @throws ExcelFailure `LedgerExists` when there is a sheet of that name, ours or not
 */
export async function insertLedger(
  context: Excel.RequestContext,
  sample: boolean,
  card: string,
): Promise<WrittenSheet> {
  const [state] = await sheetStates(context, [SHEET]);
  if (state?.mark !== undefined) {
    throw new ExcelFailure(
      'LedgerExists',
      `There is a sheet "${SHEET}" already, and its rows are never replaced by empty ones. Type your packs there, or rename it and insert an empty one.`,
      true,
    );
  }
  const { currency } = await loadCard(context, card);
  const [written] = await writeDocuments(context, [emptyLedgerDocument(sample, currency)]);
  return written ?? { name: SHEET, address: SHEET };
}
