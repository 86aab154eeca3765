/** The user's own `Flex People` sheet: who is a contractor, in which department and project. Read, never written. */
import { FlexError } from '../../engine/errors';
import { readPeople, type PeopleTable } from '../../engine/usage';
import { sheetAddress } from '../../report/model/address';
import { PEOPLE_SHEET } from '../../report/model/sheet-names';
import type { ReadOptions } from '../host/block-reader';
import { PEOPLE } from '../runs/inputs';

export interface PeopleRange {
  readonly table: PeopleTable;
  /** `'Flex People'!A1:F400`. */
  readonly address: string;
}

/** Null without the sheet, or when it is empty. @throws FlexError naming the sheet when it has no column to join by */
export async function loadPeople(
  context: Excel.RequestContext,
  options: ReadOptions,
): Promise<PeopleRange | null> {
  const range = await PEOPLE.range(context, options);
  if (range === null) return null;
  try {
    return { table: readPeople(range.values), address: sheetAddress(PEOPLE_SHEET, range.rect) };
  } catch (error) {
    if (error instanceof FlexError) throw error.at(PEOPLE_SHEET);
    throw error;
  }
}
