/** What commands read beside the usage. An input is declared once: reading takes it from here, and so does the test whether it still says the same. */
import { FlexError } from '../../engine/errors';
import type { RawCell } from '../../engine/usage/types';
import { createFingerprint } from '../host/fingerprint';
import { isBlankCell, readOwnTable, readWholeSheet, type PlacedRange } from '../host/own-tables';
import type { ReadOptions } from '../host/block-reader';

export interface Input {
  /** Under which the record of a run keeps it. */
  readonly key: string;
  /** In a sentence: "the rate card". */
  readonly label: string;
  /** Sheets on which it stands: a change there is news to whoever reads it. */
  readonly sheets: readonly string[];
  /** Equal texts, equal input; nothing of its contents. */
  readonly fingerprint: (context: Excel.RequestContext) => Promise<string>;
}

/** A sheet that the user types or pastes, header first. */
export interface TypedSheet extends Input {
  /** Null = there is no such sheet, or nothing on it yet. */
  readonly range: (context: Excel.RequestContext, options: ReadOptions) => Promise<PlacedRange | null>;
}

/** Of an input that is not there. */
export const ABSENT = 'none';

export function fingerprintOf(rows: readonly (readonly RawCell[])[]): string {
  const fingerprint = createFingerprint();
  fingerprint.add(rows);
  return fingerprint.text();
}

/** Cells without a row below their header say what no cells say. */
function rangeFingerprint(range: PlacedRange | null): string {
  return range === null || !hasRows(range.values) ? ABSENT : fingerprintOf(range.values);
}

/** @param table of our template, where something is typed in it; else everything on the sheet counts, as an export is pasted */
export function typedSheet(key: string, label: string, sheet: string, table: string | null): TypedSheet {
  const range: TypedSheet['range'] = async (context, options) => {
    const own = table === null ? null : await readOwnTable(context, sheet, table, options);
    if (own === null) return await readWholeSheet(context, sheet, options);
    return hasRows(own.values) ? own : null;
  };
  const fingerprint: Input['fingerprint'] = async (context) => rangeFingerprint(await range(context, {}));
  return { key, label, sheets: [sheet], range, fingerprint };
}

/** An input that the commands understand before they use it; one that they refuse says so by itself. */
export function readInput(
  key: string,
  label: string,
  sheets: readonly string[],
  rows: (context: Excel.RequestContext) => Promise<readonly (readonly RawCell[])[]>,
): Input {
  return {
    key,
    label,
    sheets,
    fingerprint: async (context) => {
      try {
        const read = await rows(context);
        return read.length === 0 ? ABSENT : fingerprintOf(read);
      } catch (error) {
        if (error instanceof FlexError) return 'unreadable';
        throw error;
      }
    },
  };
}

/** By key. @param seen what was looked at already, so that an input of several commands is read once */
export async function fingerprints(
  context: Excel.RequestContext,
  inputs: readonly Input[],
  seen = new Map<string, string>(),
): Promise<Readonly<Record<string, string>>> {
  for (const { key, fingerprint } of inputs) if (!seen.has(key)) seen.set(key, await fingerprint(context));
  return Object.fromEntries(inputs.map(({ key }) => [key, seen.get(key) ?? ABSENT]));
}

function hasRows(values: readonly (readonly RawCell[])[]): boolean {
  return values.slice(1).some((cells) => cells.some((cell) => !isBlankCell(cell)));
}
