import { cellText, isErrorText, isNoName } from './cells';

/** Code of a blank cell in every text column. */
export const BLANK = 0;

/**
 * A column of texts, dictionary-coded as blocks arrive. Texts that differ only in case and outer spaces share a code
 * and are shown as first typed, as Excel's own lookups and pivot tables treat them. `N/A` names nothing.
 */
export class TextColumn {
  /** Code of each row. */
  codes: Uint32Array;
  /** Text of each code. */
  readonly texts: string[] = [''];
  /** Code of `N/A`; -1 while the column holds none. */
  private noName = -1;
  private readonly byCell = new Map<unknown, number>();
  private readonly byKey = new Map<string, number>();

  constructor(
    readonly index: number,
    readonly header: string,
    capacity: number,
  ) {
    this.codes = new Uint32Array(capacity);
    this.byCell.set('', BLANK).set(null, BLANK).set(undefined, BLANK);
  }

  /** Codes the column's cell of one row. */
  put(row: number, cell: unknown): void {
    const code = this.byCell.get(cell);
    this.codes[row] = code === undefined ? this.code(cell) : code;
  }

  /** Makes room for `rows` rows. */
  reserve(rows: number): void {
    if (rows <= this.codes.length) return;
    const grown = new Uint32Array(rows);
    grown.set(this.codes);
    this.codes = grown;
  }

  /** The text of a row, '' when blank. */
  text(row: number): string {
    return this.texts[this.codes[row] as number] as string;
  }

  /** Whether a row holds a name: not blank, `N/A` or an Excel error. */
  isNamed(row: number): boolean {
    const code = this.codes[row] as number;
    return code !== BLANK && code !== this.noName && !isErrorText(this.texts[code] as string);
  }

  /** Whether a row holds `N/A` or the like. */
  isNoName(row: number): boolean {
    return this.codes[row] === this.noName;
  }

  /** Whether a row holds an Excel error. */
  isError(row: number): boolean {
    return isErrorText(this.text(row));
  }

  /** Frees what only staging needed. */
  release(): void {
    this.byCell.clear();
    this.byKey.clear();
  }

  private code(cell: unknown): number {
    const text = cellText(cell);
    const key = isNoName(text) ? 'n/a' : text.toLowerCase();
    let code = text === '' ? BLANK : this.byKey.get(key);
    if (code === undefined) {
      code = this.texts.push(text) - 1;
      this.byKey.set(key, code);
      if (key === 'n/a') this.noName = code;
    }
    // Error objects are a new one in every cell: remembering them would keep them all.
    if (typeof cell !== 'object') this.byCell.set(cell, code);
    return code;
  }
}
