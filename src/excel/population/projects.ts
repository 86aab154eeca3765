/** `Flex Projects`: written once from a template; from then on it is the user's. */
import { SHEETS } from '../../report/model/sheet-names';
import { projectsDocument } from '../../report/pool/projects-document';
import { writeDocuments, type WrittenSheet } from '../sheets/document-writer';
import { ExcelFailure } from '../host/failure';
import { sheetStates } from '../host/own-sheets';

const SHEET = SHEETS.projects.name;

/** @throws ExcelFailure `ProjectsExist` when there is a sheet of that name, ours or not */
export async function insertProjects(context: Excel.RequestContext): Promise<WrittenSheet> {
  const [state] = await sheetStates(context, [SHEET]);
  if (state?.mark !== undefined) {
    throw new ExcelFailure(
      'ProjectsExist',
      `There is a sheet "${SHEET}" already: it is your plan and is never replaced. Type your projects there, or rename it and insert an empty one.`,
      true,
    );
  }
  const [written] = await writeDocuments(context, [projectsDocument()]);
  return written ?? { name: SHEET, address: SHEET };
}
