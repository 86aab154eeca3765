/** What a run would do to the sheets it writes. */
import type { CommandInspection } from '../contract/services';
import { sheetStates } from '../host/own-sheets';
import type { Recorded } from './last-run';

/** What would become of sheets of ours. */
export async function writesOf(
  context: Excel.RequestContext,
  sheets: Recorded['writes'],
): Promise<CommandInspection['writes']> {
  const states = await sheetStates(
    context,
    sheets.map(({ name }) => name),
  );
  return sheets.map(({ name, mark }, index) => {
    const found = states[index]?.mark;
    return { sheet: name, state: found === undefined ? 'new' : found === mark ? 'replaces ours' : 'blocked' };
  });
}
