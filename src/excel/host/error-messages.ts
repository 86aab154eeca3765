/** Excel's error codes in our words. Codes are stable and not localised; Excel's own message goes behind "Details". */
import { FlexError } from '../../engine/errors';
import { ExcelFailure } from './failure';

const SENTENCES: Readonly<Record<string, string>> = {
  AccessDenied:
    'The workbook or a sheet in it is protected or read-only. Unprotect it (Review tab) or save a copy, then try again.',
  InvalidOperationInCellEditMode: 'A cell is being edited. Press Enter or Esc to finish it, then try again.',
  RequestPayloadSizeLimitExceeded:
    'Excel refused a block because it was too large. Try again with a smaller range.',
  ResponsePayloadSizeLimitExceeded:
    'Excel could not hand over a block because it was too large. Try again with a smaller range.',
  ItemNotFound: 'Something this step needs was deleted or renamed meanwhile. Choose the data again.',
  InvalidReference: 'The range no longer exists. Choose the data again.',
  InvalidSelection: 'The selection cannot be read. Select one rectangle of cells.',
  ItemAlreadyExists: 'A sheet, table or name that is needed is already taken. Rename yours, then try again.',
  InvalidArgument:
    'Excel did not accept what was to be written. Try again; if it stays, report it with the details.',
  GeneralException: 'Excel could not complete the step. Try again in a moment.',
  Timeout: 'Excel took too long. Try again, or with a smaller range.',
  ActivityLimitReached: 'Excel is busy. Wait a moment, then try again.',
  RequestAborted: 'Excel stopped the step. Try again.',
  ServiceNotAvailable: 'Excel is not reachable at the moment. Check the connection, then try again.',
  UnsupportedOperation: 'This version of Excel cannot do this step. Update Excel, then try again.',
  ApiNotFound: 'This version of Excel lacks what the step needs. Update Excel, then try again.',
  NotImplemented: 'This version of Excel lacks what the step needs. Update Excel, then try again.',
  ConflictingEdit: 'Somebody else changed the same cells. Try again.',
};

/** An Office.js error seen from outside: its code, and its debug text for "Details". */
interface RichError {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly debugInfo?: { readonly errorLocation?: unknown; readonly message?: unknown };
}

/** The stable code of whatever was thrown; '' when it has none. */
export function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const { code } = error as RichError;
  return typeof code === 'string' ? code : '';
}

/** True for the errors that a smaller block may avoid. A block too big for the web may also surface as GeneralException. */
export function isSizeError(error: unknown, big: boolean): boolean {
  const code = errorCode(error);
  return /^Re(quest|sponse)PayloadSizeLimitExceeded$/.test(code) || (big && code === 'GeneralException');
}

/** What happened, for "Details": code, Excel's message and where. Never cell contents. */
function detailOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const { message, debugInfo } = error as RichError;
  const location = debugInfo?.errorLocation;
  const parts = [
    errorCode(error),
    typeof message === 'string' ? message : '',
    typeof location === 'string' ? location : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/**
 * Turns anything thrown into a failure with a sentence.
 * @param state what is known of the workbook, appended as a sentence of its own
 */
export function toFailure(error: unknown, state: 'untouched' | 'unknown' = 'untouched'): ExcelFailure {
  if (error instanceof ExcelFailure) return error;
  if (error instanceof FlexError)
    return new ExcelFailure(`Flex.${error.code}`, error.message, state === 'untouched');
  const code = errorCode(error) || 'Unexpected';
  const sentence =
    SENTENCES[code] ?? 'Something unexpected happened. Try again; if it stays, report it with the details.';
  const known =
    state === 'untouched'
      ? 'The workbook is as it was before.'
      : 'Check the sheets whose names start with "Flex" before going on.';
  return new ExcelFailure(code, `${sentence} ${known}`, state === 'untouched', detailOf(error));
}
