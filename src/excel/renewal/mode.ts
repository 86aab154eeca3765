/** Whether levers are compounded: the pane's word, or the cell of `Flex Renewal` where it was changed since the last run. */
import { RENEWAL_SETTINGS } from '../../engine/renewal/assumptions';
import type { LeverMode } from '../../engine/renewal/types';
import { SHEETS } from '../../report/model/sheet-names';
import { chosenAssumptions, NOTHING_EARLIER } from '../runs/assumptions';
import { sheetStates } from '../host/own-sheets';
import type { Message } from '../contract/services';
import { cellsOf, readEarlierCells } from '../runs/sheet-assumptions';

const ON_RENEWAL = { mode: RENEWAL_SETTINGS.mode };

/** The input cells of `Flex Renewal`. */
export const RENEWAL_CELLS = cellsOf(ON_RENEWAL);

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
  const earlier =
    state?.mark === mark ? await readEarlierCells(context, name, RENEWAL_CELLS) : NOTHING_EARLIER;
  const { used, adopted, messages } = chosenAssumptions(ON_RENEWAL, { mode: pane }, earlier, () => name);
  return { mode: used.mode, pane, adopted, messages };
}
