/** An error the workbook service answers with; the add-in sees a RichApi.Error with this code. */
export class HostFailure extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly location = '',
  ) {
    super(message);
    this.name = 'HostFailure';
  }
}

// Texts as Excel words them, so that a message an add-in shows by mistake is recognised.
const TEXTS: Readonly<Record<string, string>> = {
  ItemNotFound: "The requested resource doesn't exist.",
  InvalidArgument: 'The argument is invalid or missing or has an incorrect format.',
  ItemAlreadyExists: 'The resource being created already exists.',
  AccessDenied: "You can't perform the requested operation.",
  InvalidOperation: 'The operation attempted is invalid on the object.',
  InvalidReference: 'This reference is not valid for the current operation.',
  InvalidOperationInCellEditMode:
    'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.',
  RequestPayloadSizeLimitExceeded:
    'The request payload size has exceeded the limit. Please refer to the documentation.',
  ResponsePayloadSizeLimitExceeded:
    'The response payload size has exceeded the limit. Please refer to the documentation.',
  GeneralException: 'There was an internal error while processing the request.',
  UndoNotSupported: 'The operation cannot be undone and is not allowed in a merged undo group.',
  ApiNotFound:
    'The API you are trying to use could not be found. It may be available in a newer version of Excel.',
  Timeout: 'The operation timed out.',
};

/** @returns Excel's own sentence for a code, else the code itself. */
export const textOf = (code: string): string => TEXTS[code] ?? code;

export const failure = (code: string, location: string, detail?: string): HostFailure =>
  new HostFailure(code, detail === undefined ? textOf(code) : `${textOf(code)} ${detail}`, location);

/** For what Excel has and this host does not. */
export const refused = (kind: string, member: string): HostFailure =>
  new HostFailure(
    'NotImplemented',
    `${kind}.${member} is not served by the workbench's Office host. See workbench/office/README.md.`,
    `${kind}.${member}`,
  );
