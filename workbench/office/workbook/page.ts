/** Worksheet.freezePanes and Worksheet.pageLayout. */
import type { Rect } from '../grid';
import type { Served } from '../served';
import type { WorkbookState } from '../state';
import { remembered } from '../served';
import { failure } from '../failure';
import { integerArgument, placeArgument } from '../arguments';
import { rangeObject } from '../range/range';

export function freezeObject(state: WorkbookState, sheetId: string): Served {
  const record = state.record(sheetId);
  const set = (rows: number, columns: number): void => {
    if (rows < 0 || columns < 0) throw failure('InvalidArgument', 'WorksheetFreezePanes');
    record.frozen = { rows, columns };
    state.grid.freeze(sheetId, rows, columns);
  };
  const location = (): Served | null => {
    const { rows, columns } = record.frozen;
    if (rows === 0 && columns === 0) return null;
    const rect = {
      row: 0,
      column: 0,
      rows: rows === 0 ? 1_048_576 : rows,
      columns: columns === 0 ? 16_384 : columns,
    };
    return rangeObject(state, { sheetId, rect });
  };
  return {
    kind: 'WorksheetFreezePanes',
    gives: {
      getLocation: () => {
        const found = location();
        if (found === null) throw failure('ItemNotFound', 'WorksheetFreezePanes.getLocation');
        return found;
      },
      getLocationOrNullObject: location,
    },
    calls: {
      freezeRows: ([count]) => set(integerArgument(count, 'WorksheetFreezePanes.freezeRows', 1), 0),
      freezeColumns: ([count]) => set(0, integerArgument(count, 'WorksheetFreezePanes.freezeColumns', 1)),
      freezeAt: ([range]) => {
        const { rect } = placeArgument(state, range, 'WorksheetFreezePanes.freezeAt', sheetId);
        const rows = rect.rows === 1_048_576 ? 0 : rect.row + rect.rows;
        set(rows, rect.columns === 16_384 ? 0 : rect.column + rect.columns);
      },
      unfreeze: () => set(0, 0),
    },
  };
}

export function pageLayoutObject(state: WorkbookState, sheetId: string): Served {
  const { page } = state.record(sheetId);
  const keep =
    (what: string) =>
    ([range]: Parameters<NonNullable<Served['calls']>[string]>[0]): void => {
      const place = placeArgument(state, range, `PageLayout.${what}`, sheetId);
      if (place.sheetId !== sheetId) throw failure('InvalidArgument', `PageLayout.${what}`);
      page.set(what, { ...place.rect });
    };
  const kept = (what: string) => (): Served | null => {
    const rect = page.get(what) as Rect | undefined;
    return rect === undefined ? null : rangeObject(state, { sheetId, rect });
  };
  return {
    kind: 'PageLayout',
    scalars: {
      ...remembered(page, {
        paperSize: 'A4',
        zoom: { scale: 100 },
        centerHorizontally: false,
        centerVertically: false,
        printGridlines: false,
        printHeadings: false,
        blackAndWhite: false,
        draftMode: false,
        leftMargin: 50.4,
        rightMargin: 50.4,
        topMargin: 54,
        bottomMargin: 54,
        headerMargin: 21.6,
        footerMargin: 21.6,
        printOrder: 'DownThenOver',
      }),
      orientation: {
        get: () => page.get('orientation') ?? 'Portrait',
        set: (value) => {
          if (value !== 'Portrait' && value !== 'Landscape')
            throw failure('InvalidArgument', 'PageLayout.orientation');
          page.set('orientation', value);
        },
      },
    },
    parts: {
      headersFooters: () => ({
        kind: 'HeaderFooterGroup',
        parts: {
          defaultForAllPages: () => ({
            kind: 'HeaderFooter',
            scalars: remembered(state.bag(`headers ${sheetId}`), {
              leftHeader: '',
              centerHeader: '',
              rightHeader: '',
              leftFooter: '',
              centerFooter: '',
              rightFooter: '',
            }),
          }),
        },
      }),
    },
    gives: {
      getPrintAreaOrNullObject: kept('setPrintArea'),
      getPrintTitleRowsOrNullObject: kept('setPrintTitleRows'),
      getPrintTitleColumnsOrNullObject: kept('setPrintTitleColumns'),
    },
    calls: {
      setPrintArea: keep('setPrintArea'),
      setPrintTitleRows: keep('setPrintTitleRows'),
      setPrintTitleColumns: keep('setPrintTitleColumns'),
    },
  };
}
