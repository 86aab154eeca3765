/** Cell addresses in A1 notation. Rows and columns count from 0 here, as in Office.js' getRangeByIndexes. */
export interface CellRect {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  }
  return letters;
}

/** (4, 1) → B5. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** (4, 1) → $B$5. */
export function absoluteAddress(row: number, column: number): string {
  return `$${columnLetters(column)}$${row + 1}`;
}

/** A1:F20; a single cell without the colon. */
export function rectAddress(rect: CellRect): string {
  const first = cellAddress(rect.row, rect.column);
  const last = cellAddress(rect.row + rect.rows - 1, rect.column + rect.columns - 1);
  return first === last ? first : `${first}:${last}`;
}

/** `Usage` or `'Flex Summary'`: quoted unless Excel reads the name without. */
export function quotedSheet(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name)
    ? name
    : `'${name.replace(/'/g, "''")}'`;
}

/** `'Flex Summary'!B5:C9`. */
export function sheetAddress(sheet: string, rect: CellRect): string {
  return `${quotedSheet(sheet)}!${rectAddress(rect)}`;
}

/** Splits `'My sheet'!A1:B2` into its sheet ('' when none) and its cells. */
export function splitAddress(address: string): { readonly sheet: string; readonly cells: string } {
  const cut = address.lastIndexOf('!');
  if (cut < 0) return { sheet: '', cells: address };
  const raw = address.slice(0, cut);
  const sheet = raw.startsWith("'") && raw.endsWith("'") ? raw.slice(1, -1).replace(/''/g, "'") : raw;
  return { sheet, cells: address.slice(cut + 1) };
}

/** `A1:F20` or `B5` → its cells; null for anything else. */
export function rectOfAddress(cells: string): CellRect | null {
  const [first, last = first] = cells.replace(/\$/g, '').split(':').map(cellPosition);
  if (first === undefined || first === null || last === undefined || last === null) return null;
  const { row, column } = first;
  return { row, column, rows: last.row - row + 1, columns: last.column - column + 1 };
}

function cellPosition(text: string): { readonly row: number; readonly column: number } | null {
  const [, letters, digits] = /^([A-Z]{1,3})(\d{1,7})$/i.exec(text) ?? [];
  if (letters === undefined || digits === undefined) return null;
  const column = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(digits) - 1, column: column - 1 };
}
