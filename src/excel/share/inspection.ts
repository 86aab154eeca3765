/** What a look at the workbook says before it is shared. Reads only. */
import { SHEETS } from '../../report/model/sheet-names';
import { addressOf, findTexts } from './freeze-command';
import { flexFunctions, WITHOUT_ADD_IN } from './formula-text';
import { readRecord } from './frozen-record';
import { sheetStates } from '../host/own-sheets';
import { findEdits, findPeople, placedTables } from './personal-scan';
import { countComments, findSpots, type SpotKind } from './personal-spots';
import { newPseudonymKey } from './pseudonym-key';
import type { Progress } from '../contract/services';
import { flexFormulas, type FlexFormula } from './formulas';
import type { FlexFormulaCell, ShareInspection } from '../contract/share';
import { allSheets } from '../host/workbook-scan';

const CELLS_SHOWN = 200;

export async function inspectShare(
  context: Excel.RequestContext,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<ShareInspection> {
  const sheets = await allSheets(context);
  const record = await readRecord(context, sheets);
  const texts = await findTexts(context, sheets, onProgress, signal);
  const formulas = await flexFormulas(context, texts, signal);
  return {
    formulas: {
      total: formulas.length,
      bySheet: sheets.flatMap(({ name }) => {
        const count = formulas.filter(({ sheet }) => sheet.name === name).length;
        return count === 0 ? [] : [{ sheet: name, count }];
      }),
      cells: formulas.slice(0, CELLS_SHOWN).map(cellOf),
      names: await flexNames(context),
    },
    frozen: record.length === 0 ? null : { formulas: record.length, when: record.at(-1)?.when ?? '' },
    personal: await personalOf(context, sheets, signal),
    checks: await checksState(context),
    messages: [],
  };
}

function cellOf(formula: FlexFormula): FlexFormulaCell {
  return {
    address: addressOf(formula),
    formula: formula.formula,
    functions: flexFunctions(formula.formula),
    shows: String(formula.values[0]?.[0] ?? ''),
    without: WITHOUT_ADD_IN,
    cells: formula.rect.rows * formula.rect.columns,
  };
}

async function flexNames(context: Excel.RequestContext): Promise<readonly string[]> {
  const { names } = context.workbook;
  names.load('items/name,items/formula');
  await context.sync();
  return names.items
    .filter(({ formula }) => flexFunctions(String(formula)).length > 0)
    .map(({ name }) => name);
}

/** Counted with a key that is thrown away: an alias shows where a name would be replaced. */
async function personalOf(
  context: Excel.RequestContext,
  sheets: Awaited<ReturnType<typeof allSheets>>,
  signal: AbortSignal,
): Promise<ShareInspection['personal']> {
  const tables = await placedTables(context);
  const { identities } = await findPeople(context, sheets, tables, { signal });
  const aliases = await identities.aliased(newPseudonymKey());
  const edits = await findEdits(context, sheets, tables, aliases, new Set(), { signal });
  const spots = await findSpots(context, sheets, aliases);
  const of = (kind: SpotKind): number => spots.filter((spot) => spot.kind === kind).length;
  return {
    people: aliases.people,
    cells: edits.reduce((sum, each) => sum + each.edits.length, 0),
    sheets: edits.flatMap(({ sheet, columns, edits: cells }) =>
      cells.length === 0
        ? []
        : [{ sheet: sheet.name, ours: sheet.mark !== null, columns, cells: cells.length }],
    ),
    charts: of('chart'),
    notes: of('note'),
    comments: await countComments(context),
    names: of('name'),
    properties: of('property'),
  };
}

async function checksState(context: Excel.RequestContext): Promise<ShareInspection['checks']> {
  const { name, mark } = SHEETS.checks;
  const [state] = await sheetStates(context, [name]);
  const found = state?.mark;
  return { sheet: name, state: found === undefined ? 'new' : found === mark ? 'replaces ours' : 'blocked' };
}
