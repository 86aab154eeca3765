/** The columns of `Flex Usage`: headers as usage is read by, so that the table is itself a usage range. */
import { historyFields, type History, type HistoryField } from '../../engine/monitor';
import { columnsOf } from '../model/columns';
import type { CellValue, Column, ColumnKind } from '../model/document';

interface Look {
  readonly key: string;
  readonly kind: ColumnKind;
  readonly width: number;
  readonly note?: string;
  readonly numberFormat?: string;
}

const DECIMALS = '#,##0.0##';

const LOOKS: Readonly<Record<HistoryField['header'], Look>> = {
  User: { key: 'user', kind: 'text', width: 30, note: 'As in the exports, first spelling.' },
  Product: { key: 'product', kind: 'text', width: 22, note: 'As on the rate card.' },
  Date: {
    key: 'date',
    kind: 'date',
    width: 12,
    note: 'One row a person, product, team and day; a project, a seat or a refund of that day has a row of its own.',
  },
  Hours: { key: 'hours', kind: 'units', width: 10, numberFormat: DECIMALS, note: 'Hours of use in the day.' },
  Days: {
    key: 'days',
    kind: 'units',
    width: 10,
    numberFormat: DECIMALS,
    note: '24-hour charges of the day.',
  },
  Units: { key: 'units', kind: 'units', width: 10, numberFormat: DECIMALS, note: 'Results of the day.' },
  Tokens: {
    key: 'tokens',
    kind: 'tokens',
    width: 11,
    numberFormat: DECIMALS,
    note: 'As the export gives them; below 0 is a refund. Blank: the rate card decides. Of seat rows they do not count.',
  },
  Team: { key: 'team', kind: 'text', width: 18 },
  Department: { key: 'department', kind: 'text', width: 18 },
  Project: { key: 'project', kind: 'text', width: 22 },
  'User type': {
    key: 'userType',
    kind: 'text',
    width: 12,
    note: 'employee, contractor or external, as the latest export says.',
  },
  Access: {
    key: 'access',
    kind: 'text',
    width: 9,
    note: 'Seat: drawn from a Named User seat. Blank: Flex, or not said.',
  },
  Email: { key: 'email', kind: 'text', width: 30, note: 'Where it is not the User.' },
  Name: { key: 'name', kind: 'text', width: 24, note: 'As the latest export says.' },
};

/** The columns that hold anything, and the rows in the order of the history. */
export function usageColumns(history: History): {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly CellValue[])[];
} {
  // No column holds money: the currency is not asked.
  const column = columnsOf('USD');
  const fields = historyFields(history);
  return {
    columns: fields.map(({ header }) => {
      const { key, kind, width, ...more } = LOOKS[header];
      return column(key, header, kind, width, more);
    }),
    rows: Array.from({ length: history.rows }, (_, row) => fields.map(({ cell }) => cell(row))),
  };
}
