import type { ServiceFailure } from '../contract/services';

/** A failure told to the user. `message` is a sentence: what, where, what to do. */
export class ExcelFailure extends Error implements ServiceFailure {
  /** Excel's own words, for "Details"; absent when there are none. */
  declare readonly detail?: string;

  constructor(
    readonly code: string,
    message: string,
    /** True when the workbook is known to be as it was before. */
    readonly untouched: boolean,
    detail?: string,
  ) {
    super(message);
    this.name = 'ExcelFailure';
    if (detail !== undefined && detail !== '') this.detail = detail;
  }
}

/** Code of a failure that the user asked for. */
export const CANCELLED = 'Cancelled';

/** @throws ExcelFailure `Cancelled` once the user has cancelled. */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) {
    throw new ExcelFailure(CANCELLED, 'Cancelled. The workbook is as it was before.', true);
  }
}
