/** One conversation with Excel that a user's click started. */
import { toFailure } from './error-messages';

/** Runs `work` once no cell is being edited; whatever fails comes out as a sentence. */
export async function withWorkbook<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Excel.run({ delayForCellEdit: true }, work);
  } catch (error) {
    throw toFailure(error);
  }
}

/** Lets Excel and the page breathe: on the desktop, five seconds without a pause restart the add-in. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

/** True when this Excel has the requirement set, e.g. `supports('1.18')`. */
export function supports(version: string): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', version);
}
