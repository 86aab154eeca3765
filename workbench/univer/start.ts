/** Brings Univer up in an element: the plugins the workbench uses, English texts, one workbook. */
import { LocaleType, LogLevel, mergeLocales, Univer } from '@univerjs/core';
import type { ILanguagePack, IWorkbookData } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { UniverDataValidationPlugin } from '@univerjs/data-validation';
import { UniverDocsPlugin } from '@univerjs/docs';
import { UniverDocsDrawingPlugin } from '@univerjs/docs-drawing';
import { UniverDocsUIPlugin } from '@univerjs/docs-ui';
import { UniverDrawingPlugin } from '@univerjs/drawing';
import { UniverDrawingUIPlugin } from '@univerjs/drawing-ui';
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import { UniverRenderEnginePlugin } from '@univerjs/engine-render';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import { UniverSheetsConditionalFormattingPlugin } from '@univerjs/sheets-conditional-formatting';
import { UniverSheetsConditionalFormattingUIPlugin } from '@univerjs/sheets-conditional-formatting-ui';
import { UniverSheetsDataValidationPlugin } from '@univerjs/sheets-data-validation';
import { UniverSheetsDataValidationUIPlugin } from '@univerjs/sheets-data-validation-ui';
import { UniverSheetsDrawingPlugin } from '@univerjs/sheets-drawing';
import { UniverSheetsDrawingUIPlugin } from '@univerjs/sheets-drawing-ui';
import { UniverSheetsFilterPlugin } from '@univerjs/sheets-filter';
import { UniverSheetsFilterUIPlugin } from '@univerjs/sheets-filter-ui';
import { UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import { UniverSheetsFormulaUIPlugin } from '@univerjs/sheets-formula-ui';
import { UniverSheetsNotePlugin } from '@univerjs/sheets-note';
import { UniverSheetsNoteUIPlugin } from '@univerjs/sheets-note-ui';
import { UniverSheetsNumfmtPlugin } from '@univerjs/sheets-numfmt';
import { UniverSheetsNumfmtUIPlugin } from '@univerjs/sheets-numfmt-ui';
import { UniverSheetsSortPlugin } from '@univerjs/sheets-sort';
import { UniverSheetsTablePlugin } from '@univerjs/sheets-table';
import { UniverSheetsTableUIPlugin } from '@univerjs/sheets-table-ui';
import { UniverSheetsUIPlugin } from '@univerjs/sheets-ui';
import { UniverUIPlugin } from '@univerjs/ui';

import designEn from '@univerjs/design/locale/en-US';
import docsUiEn from '@univerjs/docs-ui/locale/en-US';
import drawingUiEn from '@univerjs/drawing-ui/locale/en-US';
import sheetsEn from '@univerjs/sheets/locale/en-US';
import conditionalEn from '@univerjs/sheets-conditional-formatting-ui/locale/en-US';
import dataValidationEn from '@univerjs/data-validation/locale/en-US';
import validationEn from '@univerjs/sheets-data-validation/locale/en-US';
import validationUiEn from '@univerjs/sheets-data-validation-ui/locale/en-US';
import sheetsDrawingUiEn from '@univerjs/sheets-drawing-ui/locale/en-US';
import filterEn from '@univerjs/sheets-filter/locale/en-US';
import filterUiEn from '@univerjs/sheets-filter-ui/locale/en-US';
import formulaEn from '@univerjs/sheets-formula/locale/en-US';
import formulaUiEn from '@univerjs/sheets-formula-ui/locale/en-US';
import noteUiEn from '@univerjs/sheets-note-ui/locale/en-US';
import numfmtUiEn from '@univerjs/sheets-numfmt-ui/locale/en-US';
import tableEn from '@univerjs/sheets-table/locale/en-US';
import tableUiEn from '@univerjs/sheets-table-ui/locale/en-US';
import sheetsUiEn from '@univerjs/sheets-ui/locale/en-US';
import uiEn from '@univerjs/ui/locale/en-US';

import '@univerjs/engine-formula/facade';
import '@univerjs/sheets/facade';
import '@univerjs/sheets-ui/facade';
import '@univerjs/ui/facade';
import '@univerjs/sheets-formula/facade';
import '@univerjs/sheets-numfmt/facade';
import '@univerjs/sheets-filter/facade';
import '@univerjs/sheets-table/facade';
import '@univerjs/sheets-note/facade';
import '@univerjs/sheets-drawing/facade';
import '@univerjs/sheets-drawing-ui/facade';
import '@univerjs/sheets-data-validation/facade';
import '@univerjs/sheets-conditional-formatting/facade';

import type { FWorkbook } from '@univerjs/sheets/facade';
import { TABLE_THEMES } from './table-themes';

const english = mergeLocales(
  ...([
    designEn,
    uiEn,
    docsUiEn,
    drawingUiEn,
    sheetsEn,
    sheetsUiEn,
    formulaEn,
    formulaUiEn,
    numfmtUiEn,
    filterEn,
    filterUiEn,
    tableEn,
    tableUiEn,
    noteUiEn,
    dataValidationEn,
    validationEn,
    validationUiEn,
    conditionalEn,
    sheetsDrawingUiEn,
  ] as ILanguagePack[]),
);

/** Texts of the progress of a calculation: this version of Univer asks for them and does not bring them. */
const progress = {
  analyzing: 'Reading formulas',
  calculating: 'Calculating',
  'array-analysis': 'Reading spilled formulas',
  'array-calculation': 'Calculating spilled formulas',
  done: 'Calculated',
};
const texts = { ...english, 'sheets-formula': { ...(english['sheets-formula'] as ILanguagePack), progress } };

export interface StartedUniver {
  readonly univer: Univer;
  readonly api: FUniver;
  readonly workbook: FWorkbook;
}

/** @param container element id @param data the workbook to open @param dark start in the dark appearance */
export function startUniver(container: string, data: Partial<IWorkbookData>, dark: boolean): StartedUniver {
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: texts },
    logLevel: LogLevel.ERROR,
    darkMode: dark,
  });
  univer.registerPlugin(UniverDocsPlugin);
  univer.registerPlugin(UniverRenderEnginePlugin);
  univer.registerPlugin(UniverUIPlugin, { container, header: true, toolbar: false, headerMenu: false });
  univer.registerPlugin(UniverDocsUIPlugin);
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsUIPlugin, { formulaBar: true, disableForceStringMark: true });
  univer.registerPlugin(UniverSheetsNumfmtPlugin);
  univer.registerPlugin(UniverSheetsNumfmtUIPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin);
  univer.registerPlugin(UniverSheetsFormulaUIPlugin);
  univer.registerPlugin(UniverSheetsSortPlugin);
  univer.registerPlugin(UniverSheetsFilterPlugin);
  univer.registerPlugin(UniverSheetsFilterUIPlugin);
  univer.registerPlugin(UniverSheetsTablePlugin, { userThemes: TABLE_THEMES.map((theme) => ({ ...theme })) });
  univer.registerPlugin(UniverSheetsTableUIPlugin, { hideAnchor: true });
  univer.registerPlugin(UniverSheetsNotePlugin);
  univer.registerPlugin(UniverSheetsNoteUIPlugin);
  univer.registerPlugin(UniverDataValidationPlugin);
  univer.registerPlugin(UniverSheetsDataValidationPlugin);
  univer.registerPlugin(UniverSheetsDataValidationUIPlugin);
  univer.registerPlugin(UniverSheetsConditionalFormattingPlugin);
  univer.registerPlugin(UniverSheetsConditionalFormattingUIPlugin);
  univer.registerPlugin(UniverDrawingPlugin);
  univer.registerPlugin(UniverDrawingUIPlugin);
  univer.registerPlugin(UniverDocsDrawingPlugin);
  univer.registerPlugin(UniverSheetsDrawingPlugin);
  univer.registerPlugin(UniverSheetsDrawingUIPlugin);
  const api = FUniver.newAPI(univer);
  const workbook = api.createWorkbook(data);
  return { univer, api, workbook };
}
