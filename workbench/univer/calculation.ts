/** Tells when Univer's formula engine has nothing left to do. */
import type { Injector } from '@univerjs/core';
import { FormulaCalculationSessionService } from '@univerjs/sheets-formula';

/** Univer gathers changes for 100 ms before it starts to calculate. */
const GATHERING = 140;
const PATIENCE = 60_000;
/** A change that has not started a calculation by then starts none. */
const NEVER_STARTED = 2_000;

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

export class Calculation {
  private lastChange = 0;
  /** The session that was the latest when cells last changed: their results come with a later one. */
  private outdated = -1;

  constructor(private readonly injector: Injector) {}

  /** Cells or names changed. */
  touched(): void {
    this.lastChange = performance.now();
    this.outdated = this.session().state.id;
  }

  /** Resolves when changes have been taken up and their results are in the cells. @throws after a minute. */
  async settled(): Promise<void> {
    const start = performance.now();
    while (!this.isSettled()) {
      if (performance.now() - start > PATIENCE) {
        throw new Error(
          'Calculation has not finished within a minute. Look for a formula that never settles.',
        );
      }
      await pause(20);
    }
  }

  private isSettled(): boolean {
    const quiet = performance.now() - this.lastChange;
    if (quiet < GATHERING) return false;
    const { id, started, resultApplied, stopped, completed, resultEmitted } = this.session().state;
    if (id <= this.outdated && quiet < NEVER_STARTED) return false;
    return !started || (resultApplied && (stopped || completed || resultEmitted));
  }

  private session(): FormulaCalculationSessionService {
    return this.injector.get(FormulaCalculationSessionService);
  }
}
