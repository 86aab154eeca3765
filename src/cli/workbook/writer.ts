/** Sheet documents as one xlsx file: the counterpart in files of the add-in's document writer. */
import { writeXlsx, type SheetChart, type WorkbookProperties } from 'hucre/xlsx';
import { quotedSheet } from '../../report/model/address';
import type { SheetDocument } from '../../report/model/document';
import { layout } from '../../report/model/layout';
import { chartXml } from './chart-xml';
import { drawingXml } from './drawing-xml';
import { replaceParts } from './package-parts';
import { namesOf, sheetOf } from './sheet';

/**
 * Bytes of a workbook with the documents as sheets in their order. Formulas carry their results for readers that do not calculate;
 * Excel works them out anew on opening, so that what is shown is what the formulas say. Same documents, same bytes.
 */
export async function workbookBytes(documents: readonly SheetDocument[]): Promise<Uint8Array> {
  const layouts = documents.map((document) => layout(document));
  const bytes = await writeXlsx({
    sheets: documents.map((document, index) => {
      const placed = layouts[index]!;
      return { ...sheetOf(document, placed), charts: placed.charts.map(placeholder) };
    }),
    namedRanges: layouts.flatMap((each) => [...namesOf(each)]),
    properties: propertiesOf(documents),
    defaultFont: { name: 'Calibri', size: 11 },
  });
  // The library counts charts through the workbook, but a drawing bears the number of its sheet.
  const charts = layouts.flatMap((each) => each.charts.map((chart) => chartXml(chart, each)));
  return replaceParts(bytes, (name, text) => {
    const chart = numbered(name, /^xl\/charts\/chart(\d+)\.xml$/, charts);
    if (chart !== null) return chart;
    const drawing = numbered(name, /^xl\/drawings\/drawing(\d+)\.xml$/, layouts);
    if (drawing !== null) return drawingXml(drawing);
    return name === 'xl/workbook.xml' ? quotedPrintNames(calculatedOnOpening(text())) : null;
  });
}

/** Makes the library set up the parts of a chart; what stands in them is ours. */
function placeholder(): SheetChart {
  return { type: 'line', series: [{ values: 'A1:A2' }], anchor: { from: { row: 0, col: 0 } } };
}

function numbered<T>(name: string, pattern: RegExp, items: readonly T[]): T | null {
  const number = pattern.exec(name)?.[1];
  return number === undefined ? null : (items[Number(number) - 1] ?? null);
}

function calculatedOnOpening(workbook: string): string {
  const calc = '<calcPr calcId="191029" fullCalcOnLoad="1"/>';
  if (workbook.includes('<calcPr')) return workbook.replace(/<calcPr[^>]*\/>/, calc);
  // The schema wants it right after the names, or after the sheets where there are none.
  const after = workbook.includes('</definedNames>') ? '</definedNames>' : '</sheets>';
  return workbook.replace(after, after + calc);
}

/** The library leaves sheet names with blanks bare in print areas and titles, which Excel refuses. */
function quotedPrintNames(workbook: string): string {
  return workbook.replace(
    /(<definedName name="_xlnm\.[^>]*>)([^'<!]+)!/g,
    (_, open: string, sheet: string) => `${open}${quotedSheet(sheet)}!`,
  );
}

function propertiesOf(documents: readonly SheetDocument[]): WorkbookProperties {
  const from = documents.find(({ provenance }) => provenance !== undefined)?.provenance;
  const marks = Object.fromEntries(documents.map(({ name, mark }) => [`FlexGovernor.${mark}`, name]));
  const shared = { title: 'Flex Governor report', subject: 'Autodesk Flex tokens' };
  if (from === undefined) return { ...shared, custom: marks };
  const when = new Date(from.when);
  return {
    ...shared,
    creator: `${from.product} ${from.version}`,
    lastModifiedBy: from.product,
    created: when,
    modified: when,
    description: `From ${from.input}: ${from.read} rows read, ${from.used} used, ${from.rejected} rejected; rate card ${from.card}`,
    custom: {
      ...marks,
      'FlexGovernor.version': from.version,
      'FlexGovernor.input': from.input,
      'FlexGovernor.fingerprint': from.inputFingerprint,
      'FlexGovernor.rows': `${from.read} read, ${from.used} used, ${from.rejected} rejected`,
    },
  };
}
