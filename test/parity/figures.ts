/** What a surface answers, as one flat list of named figures, and what two surfaces disagree about. */
import { parseIsoDate } from '../../src/engine/numeric';

export type Scalar = string | number | boolean | null;

export interface Refusal {
  /** Says which refusal it is, the same on every surface that can say it. */
  readonly code: string;
  /** What a cell shows of it: value, missing or number. */
  readonly kind: string;
  readonly sentence: string;
}

/** Figures, or a refusal. */
export type Answer =
  | { readonly figures: ReadonlyMap<string, Scalar>; readonly refused?: undefined }
  | { readonly refused: Refusal; readonly figures?: undefined };

export interface Disagreement {
  readonly figure: string;
  readonly here: Scalar | undefined;
  readonly there: Scalar | undefined;
}

/** Errors of cells, by the kind they stand for. */
const CELLS: Readonly<Record<string, string>> = { '#VALUE!': 'value', '#N/A': 'missing', '#NUM!': 'number' };

export function refusal(
  error: unknown,
  sentence = error instanceof Error ? error.message : String(error),
): Answer {
  const { code, kind } = error as { readonly code?: unknown; readonly kind?: unknown };
  // The pane's failures bear the engine's codes under a name of its own.
  const plain = typeof code === 'string' ? code.replace(/^Flex\./, '') : 'without a code';
  const shown = typeof kind === 'string' ? kind : (CELLS[plain] ?? 'value');
  return { refused: { code: plain, kind: shown, sentence: sentence.trim() } };
}

/** A day as text becomes its serial: surfaces differ in how they write one. */
export function dayOf(value: Scalar): Scalar {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
    ? (parseIsoDate(value) ?? value)
    : value;
}

/** Text exactly, numbers to a millionth (and what doubles lose of large ones: a tenth of a cent in a million); a blank is empty text. */
export function isSame(a: Scalar | undefined, b: Scalar | undefined): boolean {
  if ((a ?? '') === (b ?? '')) return true;
  return typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) <= 1e-6 + 1e-9 * Math.abs(a);
}

/** Every figure that both have and that differs. Figures of tables count only where both have the table. */
export function disagreements(
  here: ReadonlyMap<string, Scalar>,
  there: ReadonlyMap<string, Scalar>,
): { readonly shared: number; readonly found: readonly Disagreement[] } {
  const names = [...here.keys()].filter((name) => there.has(name));
  const found = names.flatMap((figure): readonly Disagreement[] => {
    const [a, b] = [here.get(figure), there.get(figure)];
    return isSame(a, b) ? [] : [{ figure, here: a, there: b }];
  });
  return { shared: names.length, found };
}

/** The same figures with the rows of tables named by a column that tells them apart, and not by their place. */
export function keyed(answer: Answer, columns: Readonly<Record<string, readonly string[]>>): Answer {
  if (answer.refused !== undefined) return answer;
  const figures = new Map<string, Scalar>();
  const seen = new Map<string, number>();
  const names = new Map<string, string>();
  for (const [figure, value] of answer.figures) {
    const [, table = '', row = '', header = ''] = /^(\w+) (\d+) (.*)$/.exec(figure) ?? [];
    const by = columns[table];
    if (by === undefined) {
      figures.set(figure, value);
      continue;
    }
    const place = `${table} ${row}`;
    let name = names.get(place);
    if (name === undefined) {
      name = `${table} ${by.map((column) => String(answer.figures.get(`${place} ${column}`))).join(' ')}`;
      if (by.length > 1) {
        seen.set(name, (seen.get(name) ?? 0) + 1);
        name = `${name} ${seen.get(name)}`;
      }
      names.set(place, name);
    }
    figures.set(`${name} ${header}`, value);
  }
  return { figures };
}

/** What was left out is said in a message of the pane and in front of the finding of the command line: the same sentence. */
const DOUBT = /^Data incomplete: .*? left out(?:; the tokens of .*? cannot be read)?\./;

/** The sentence about what was left out, '' where nothing is missing. */
export function doubtOf(text: string): string {
  return DOUBT.exec(text)?.[0] ?? '';
}
