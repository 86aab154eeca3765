/** Whether levers are compounded: the pane's word, or the cell of `Flex Renewal` where it was changed since the last run. */
import { FlexError } from '../../engine/errors';
import type { LeverMode } from '../../engine/renewal/types';
import { SHEETS } from '../../report/model/sheet-names';
import { LEVER_MODES, RENEWAL_NAMES } from '../../report/renewal/input';
import { adoptedMessage, editOf } from '../runs/values-from-sheet';
import { sheetStates } from '../host/own-sheets';
import type { Message } from '../contract/services';
import { readNamedCells, readSheetAssumptions } from '../runs/sheet-assumptions';

export interface ChosenMode {
  readonly mode: LeverMode;
  /** What the pane says. */
  readonly pane: LeverMode;
  /** Keys of the figures taken from the sheet. */
  readonly adopted: readonly string[];
  readonly messages: readonly Message[];
}

/** @throws FlexError naming the cell that says neither */
export async function chosenMode(context: Excel.RequestContext, pane: LeverMode): Promise<ChosenMode> {
  const { name, mark } = SHEETS.renewal;
  const [state] = await sheetStates(context, [name]);
  if (state?.mark !== mark) return { mode: pane, pane, adopted: [], messages: [] };
  const cells = await readNamedCells(context, { mode: RENEWAL_NAMES.mode });
  const edit = editOf('mode', pane, await readSheetAssumptions(context, name, cells));
  if (edit === undefined) return { mode: pane, pane, adopted: [], messages: [] };
  const mode = LEVER_MODES.find((one) => one === edit);
  if (mode === undefined) {
    throw new FlexError(
      'value',
      `"Levers are" in ${cells.get('mode')?.address ?? name} is "${String(edit ?? '')}". Enter ${LEVER_MODES.join(' or ')} there, then run again.`,
    );
  }
  return { mode, pane, adopted: ['mode'], messages: [adoptedMessage('Whether levers are compounded', name)] };
}
