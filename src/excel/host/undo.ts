/** Going back after a failure: the workbook is as it was, or the user is told what to check. */
import { ExcelFailure } from './failure';
import { toFailure } from './error-messages';

export const ATTEMPTS = 3;

/** Puts everything back and throws the failure that caused it. */
export async function undo(
  cause: unknown,
  putBack: (context: Excel.RequestContext) => Promise<void>,
): Promise<never> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      // The failed conversation's objects may be invalid: a new one looks at what is there.
      await Excel.run(putBack);
      throw toFailure(cause, 'untouched');
    } catch (error) {
      if (error instanceof ExcelFailure) throw error;
      if (attempt >= ATTEMPTS) throw toFailure(cause, 'unknown');
    }
  }
}
