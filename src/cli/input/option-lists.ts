/** The lists that options of a run name, with everything in them that could not be used. */
import type { BookRows } from '../../engine/usage/book-table';
import type { PlacedReject } from '../../report/segments/summary-tables';
import type { OptionValues } from '../program/option-values';
import { placedIn, readAs, readListFile, rejectNote, type ListPlace } from './list-file';
import type { Row } from './table-rows';

export class OptionLists {
  private readonly placed: PlacedReject[] = [];
  private readonly sentences: string[] = [];

  constructor(private readonly options: OptionValues) {}

  /** Null without the option. @throws BadInput naming the file and what is missing in it */
  async read<T>(
    name: string,
    place: ListPlace,
    reader: (rows: readonly Row[]) => BookRows<T>,
  ): Promise<readonly T[] | null> {
    const named = this.options.text(name);
    if (named === null) return null;
    const file = await readListFile(named, [place]);
    const found = readAs(file, reader);
    this.placed.push(...placedIn(file, found.rejected));
    this.sentences.push(...rejectNote(file, found));
    return found.rows;
  }

  /** Rows that could not be used so far, with their places. */
  get rejected(): readonly PlacedReject[] {
    return this.placed;
  }

  /** One sentence for each list with such rows. */
  get notes(): readonly string[] {
    return this.sentences;
  }
}
