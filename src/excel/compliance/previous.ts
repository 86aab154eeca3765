/** What our earlier `Flex Compliance` still tells: its findings with the state and reason the user gave them. */
import type { KeptFinding } from '../../engine/compliance';
import { listedFindings } from '../../report/compliance/earlier';
import { SHEETS, TABLES } from '../../report/model/sheet-names';
import type { ReadOptions } from '../host/block-reader';
import { sheetStates } from '../host/own-sheets';
import { readOwnTable } from '../host/own-tables';

/** Null without an earlier sheet of ours. @throws FlexError naming the cell of a state that is none */
export async function readPreviousFindings(
  context: Excel.RequestContext,
  options: ReadOptions,
): Promise<readonly KeptFinding[] | null> {
  const { name, mark } = SHEETS.compliance;
  const [state] = await sheetStates(context, [name]);
  if (state?.mark !== mark) return null;
  const table = await readOwnTable(context, name, TABLES.complianceFindings, options);
  return table === null ? [] : listedFindings(table);
}
