/** What stands in the cells of a document, and native sums and counts over them with what they give. */
import type { CellValue, Computed, SheetDocument, TableBlock, TableCell } from './document';
import { quoteText } from './formula';

/** What a cell shows. */
export function cellValue(cell: TableCell | undefined): CellValue {
  return cell === undefined ? null : typeof cell === 'object' && cell !== null ? cell.value : cell;
}

/** The values of a column, by its key. @throws Error for a key the table lacks: a mistake of ours */
export function columnValues(table: TableBlock, key: string): readonly CellValue[] {
  const at = indexOf(table, key);
  return table.rows.map((cells) => cellValue(cells[at]));
}

/** As SUM: what is no number counts as nothing. */
export function numbersIn(values: readonly CellValue[]): number {
  return values.reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0);
}

/** Criteria by column key, as SUMIFS takes them: a text, one with `*` or `?`, or a text or number behind `<>`, `>` or `<=`. */
export type Criteria = Readonly<Record<string, string>>;

/** `=SUM(Table[Header])`, or `=SUMIFS(…)` over the rows that meet all criteria. */
export function sumOf(table: TableBlock, key: string, where: Criteria = {}): Computed {
  const values = columnValues(table, key).filter(meeting(table, where));
  const column = reference(table, key);
  const given = criteria(table, where);
  return {
    formula: given === '' ? `=SUM(${column})` : `=SUMIFS(${column},${given})`,
    value: numbersIn(values),
  };
}

/** `=COUNTIFS(…)`: the rows that meet all criteria. */
export function countOf(table: TableBlock, where: Criteria): Computed {
  const value = table.rows.filter((_, row) => meeting(table, where)(null, row)).length;
  return { formula: `=COUNTIFS(${criteria(table, where)})`, value };
}

/** A table of a document, by its native name. @throws Error when there is none: a mistake of ours */
export function tableIn(document: SheetDocument, name: string): TableBlock {
  const table = document.blocks.find(
    (block): block is TableBlock => block.kind === 'table' && block.name === name,
  );
  if (table === undefined) throw new Error(`${document.name} has no table ${name}.`);
  return table;
}

function indexOf({ name, columns }: TableBlock, key: string): number {
  const at = columns.findIndex((column) => column.key === key);
  if (at < 0) throw new Error(`The table ${name} has no column ${key}.`);
  return at;
}

function reference(table: TableBlock, key: string): string {
  return `${table.name}[${table.columns[indexOf(table, key)]!.header}]`;
}

function criteria(table: TableBlock, where: Criteria): string {
  return Object.entries(where)
    .map(([key, criterion]) => `${reference(table, key)},${quoteText(criterion)}`)
    .join(',');
}

function meeting(table: TableBlock, where: Criteria): (value: unknown, row: number) => boolean {
  const tests = Object.entries(where).map(([key, criterion]) => {
    const values = columnValues(table, key);
    const meets = test(criterion);
    return (row: number): boolean => meets(values[row] ?? null);
  });
  return (_, row) => tests.every((meets) => meets(row));
}

function test(criterion: string): (value: CellValue) => boolean {
  const [, sign = '', wanted = ''] = /^(<>|<=|>)?(.*)$/s.exec(criterion) ?? [];
  if (sign === '>') return (value) => typeof value === 'number' && value > Number(wanted);
  if (sign === '<=') return (value) => typeof value === 'number' && value <= Number(wanted);
  const pattern = wanted
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const like = new RegExp(`^${pattern}$`, 'is');
  const equals = (value: CellValue): boolean => value !== null && value !== '' && like.test(String(value));
  return sign === '<>' ? (value) => !equals(value) : equals;
}
