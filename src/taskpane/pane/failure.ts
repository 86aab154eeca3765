/** A failure as the pane shows it: the sentence, and what goes behind "Details". */
export interface PaneFailure {
  readonly text: string;
  readonly code: string;
  readonly detail: string | null;
  /** True when the workbook is known to be as it was before. */
  readonly untouched: boolean;
}

const property = (value: object, name: string): unknown => (value as Record<string, unknown>)[name];

/** True for the failure a service throws when the user cancelled. */
export function isCancelled(thrown: unknown): boolean {
  if (typeof thrown !== 'object' || thrown === null) return false;
  return property(thrown, 'code') === 'Cancelled' || property(thrown, 'name') === 'AbortError';
}

/**
 * Reads what a service threw. An error without a `code` is not one of our sentences: its text goes behind
 * "Details", under `fallback`, which says what could not be done and what to do.
 */
export function toFailure(thrown: unknown, fallback: string): PaneFailure {
  if (typeof thrown !== 'object' || thrown === null) {
    return { text: fallback, code: 'Unknown', detail: String(thrown), untouched: false };
  }
  const code = property(thrown, 'code');
  const message = property(thrown, 'message');
  const detail = property(thrown, 'detail');
  const text = typeof message === 'string' ? message : '';
  if (typeof code !== 'string' || text === '') {
    return { text: fallback, code: 'Unknown', detail: text === '' ? null : text, untouched: false };
  }
  return {
    text,
    code,
    detail: typeof detail === 'string' && detail !== '' ? detail : null,
    untouched: property(thrown, 'untouched') === true,
  };
}
