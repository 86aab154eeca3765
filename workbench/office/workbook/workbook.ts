/** Excel.Workbook: the root every object path starts from. */
import type { Served } from '../served';
import type { WorkbookState } from '../state';
import { failure } from '../failure';
import { textArgument } from '../arguments';
import { commentsObject } from '../notes/comments';
import { documentPropertiesObject, settingsObject } from './properties';
import { namesObject } from './names';
import { notesObject } from '../notes/notes';
import { rangeObject } from '../range/range';
import { tablesObject } from '../table/table';
import { worksheetsObject } from './worksheet';

export function workbookObject(state: WorkbookState): Served {
  const byReference = (id: string): Served | null => {
    const place = state.references.get(id);
    return place === undefined ? null : rangeObject(state, place);
  };
  return {
    kind: 'Workbook',
    scalars: {
      name: { get: () => 'Workbench.xlsx' },
      readOnly: { get: () => false },
      isDirty: { get: () => true, set: () => undefined },
      autoSave: { get: () => false },
      previouslySaved: { get: () => false },
    },
    parts: {
      worksheets: () => worksheetsObject(state),
      tables: () => tablesObject(state, null),
      names: () => namesObject(state, null),
      settings: () => settingsObject(state),
      properties: () => documentPropertiesObject(state),
      application: () => applicationObject(state),
      notes: () => notesObject(state, null),
      comments: () => commentsObject(state),
      _Runtime: () => ({
        kind: 'Runtime',
        scalars: {
          enableEvents: {
            get: () => state.enableEvents,
            set: (value) => {
              if (typeof value !== 'boolean') throw failure('InvalidArgument', 'Runtime.enableEvents');
              state.enableEvents = value;
            },
          },
        },
      }),
    },
    gives: {
      getSelectedRange: () => rangeObject(state, state.grid.selection()),
      getActiveCell: () => {
        const { sheetId, rect } = state.grid.selection();
        return rangeObject(state, { sheetId, rect: { ...rect, rows: 1, columns: 1 } });
      },
      _GetRangeForEventByReferenceId: ([id]) => {
        const found = byReference(textArgument(id, 'Workbook'));
        if (found === null) throw failure('ItemNotFound', 'WorksheetChangedEventArgs.getRange');
        return found;
      },
      _GetRangeOrNullObjectForEventByReferenceId: ([id]) => byReference(textArgument(id, 'Workbook')),
    },
    calls: {
      _RemoveReference: ([id]) => void state.references.delete(textArgument(id, 'Workbook')),
      _RemoveAllReferences: () => state.references.clear(),
      _GetReferenceCount: () => state.references.size,
    },
  };
}

function applicationObject(state: WorkbookState): Served {
  return {
    kind: 'Application',
    scalars: {
      calculationMode: {
        get: () => state.calculationMode,
        set: (value) => {
          if (value !== 'Automatic' && value !== 'AutomaticExceptTables' && value !== 'Manual') {
            throw failure('InvalidArgument', 'Application.calculationMode');
          }
          state.calculationMode = value;
        },
      },
      calculationState: { get: () => 'Done' },
      calculationEngineVersion: { get: () => 191_029 },
      decimalSeparator: { get: () => '.' },
      thousandsSeparator: { get: () => ',' },
      useSystemSeparators: { get: () => true },
    },
    parts: {
      cultureInfo: () => ({ kind: 'CultureInfo', scalars: { name: { get: () => 'en-US' } } }),
    },
    calls: {
      calculate: () => void (state.dirty = true),
      suspendApiCalculationUntilNextSync: () => undefined,
      suspendScreenUpdatingUntilNextSync: () => undefined,
    },
  };
}
