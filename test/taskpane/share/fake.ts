import type { ShareInspection, ShareServices } from '../../../src/excel/contract/share';

const KEY = '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff';

/** As a look finds it; `frozen` and `formulas` follow what was done. */
export const SHARE_INSPECTION: ShareInspection = {
  formulas: {
    total: 2,
    bySheet: [{ sheet: 'Report', count: 2 }],
    cells: ['A1', 'B4'].map((cell) => ({
      address: `Report!${cell}`,
      formula: '=FLEX.BREAKEVEN("Revit")',
      functions: ['FLEX.BREAKEVEN'],
      shows: '1940',
      without: '#NAME?',
      cells: 1,
    })),
    names: [],
  },
  frozen: null,
  personal: {
    people: 412,
    cells: 98_000,
    sheets: [
      { sheet: 'Usage', ours: false, columns: ['User', 'Name'], cells: 96_000 },
      { sheet: 'Flex Segments', ours: true, columns: ['User', 'Owner'], cells: 2000 },
    ],
    charts: 1,
    notes: 0,
    comments: 2,
    names: 0,
    properties: 1,
  },
  checks: { sheet: 'Flex Checks', state: 'new' },
  messages: [],
};

/** @param log where calls and writes are noted */
export function createFakeShare(log: { readonly calls: string[]; readonly writes: string[] }): ShareServices {
  let frozen = false;
  return {
    inspectShare: async () => {
      log.calls.push('inspectShare');
      const { formulas } = SHARE_INSPECTION;
      return frozen
        ? {
            ...SHARE_INSPECTION,
            formulas: { ...formulas, total: 0, bySheet: [], cells: [] },
            frozen: { formulas: 2, when: '2026-11-12T09:00:00' },
          }
        : SHARE_INSPECTION;
    },
    writeChecks: async () => {
      log.writes.push('writeChecks');
      return { sheet: 'Flex Checks', address: "'Flex Checks'!A4:D5", checks: 20, broken: 1, missing: [] };
    },
    freeze: async () => {
      log.writes.push('freeze');
      frozen = true;
      return { formulas: 2, cells: 2, left: [], messages: [] };
    },
    restore: async () => {
      log.writes.push('restore');
      frozen = false;
      const edited = [{ address: 'Report!A1', formula: '=FLEX.BREAKEVEN("Revit")' }];
      return { formulas: 1, edited, lost: [], messages: [] };
    },
    newPseudonymKey: () => KEY,
    pseudonymise: async ({ key, ownSheets }) => {
      log.writes.push(
        `pseudonymise ${key === KEY ? 'with the key' : 'with another'}, own sheets ${ownSheets}`,
      );
      return {
        people: 412,
        cells: 2000,
        charts: 1,
        notes: 0,
        comments: 2,
        names: 0,
        properties: 1,
        smallTeams: 3,
        left: ownSheets ? [] : ['Usage is yours and was not changed.'],
        messages: [],
      };
    },
  };
}
