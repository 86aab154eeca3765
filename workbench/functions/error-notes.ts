/** Messages of the errors that functions left in cells: the grid's engine keeps only the error's name. */
import { isError } from './call';
import type { ErrorResult, Result, ResultCell } from './call';

export class ErrorNotes {
  private readonly notes = new Map<string, ErrorResult>();
  /** Cells whose messages a formula at a cell has written, so that the next result clears them. */
  private readonly written = new Map<string, string[]>();

  /** Keeps the messages of a result that starts at a cell and forgets those of the result before. */
  record(sheetId: string, row: number, column: number, result: Result): void {
    const origin = key(sheetId, row, column);
    for (const old of this.written.get(origin) ?? []) this.notes.delete(old);
    const places: string[] = [];
    const keep = (cell: ResultCell, down: number, across: number): void => {
      if (!isError(cell) || cell.message === '') return;
      const place = key(sheetId, row + down, column + across);
      this.notes.set(place, cell);
      places.push(place);
    };
    if (Array.isArray(result)) {
      (result as readonly (readonly ResultCell[])[]).forEach((line, down) =>
        line.forEach((cell, across) => keep(cell, down, across)),
      );
    } else {
      keep(result as ResultCell, 0, 0);
    }
    if (places.length > 0) this.written.set(origin, places);
    else this.written.delete(origin);
  }

  /** '' when the error now in the cell is not the one a function gave there, or came without a message. */
  at(sheetId: string, row: number, column: number, error: string): string {
    const note = this.notes.get(key(sheetId, row, column));
    return note?.error === error ? note.message : '';
  }
}

const key = (sheetId: string, row: number, column: number): string => `${sheetId}!${row}!${column}`;
