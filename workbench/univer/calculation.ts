/** Tells when Univer's formula engine has nothing left to do. */
import type { Injector } from '@univerjs/core';
import { FormulaCalculationSessionService } from '@univerjs/sheets-formula';

/** Univer gathers changes for 100 ms before it starts to calculate. */
const GATHERING = 140;
const PATIENCE = 60_000;

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

export class Calculation {
  private lastChange = 0;

  constructor(private readonly injector: Injector) {}

  /** A change that may start a calculation. */
  touched(): void {
    this.lastChange = performance.now();
  }

  /** Resolves when changes have been taken up and their results are in the cells. @throws after a minute. */
  async settled(): Promise<void> {
    const session = this.injector.get(FormulaCalculationSessionService);
    const start = performance.now();
    for (;;) {
      const quiet = performance.now() - this.lastChange;
      const { started, resultApplied, stopped, completed, resultEmitted } = session.state;
      const done = !started || (resultApplied && (stopped || completed || resultEmitted));
      if (done && quiet >= GATHERING) return;
      if (performance.now() - start > PATIENCE) {
        throw new Error(
          'Calculation has not finished within a minute. Look for a formula that never settles.',
        );
      }
      await pause(done ? Math.max(5, GATHERING - quiet) : 20);
    }
  }
}
