/** `Flex Projects`: the template for planned work. The user fills it in; a run reads it and never replaces it. */
import { columnsOf } from '../model/columns';
import type { CellValue, Column, SheetDocument } from '../model/document';
import { SHEETS, TABLES } from '../model/sheet-names';
import { SHEET_COLORS } from '../model/palette';

/** Empty rows ready to type in; a native table grows when one types below it. */
const ROWS = 12;

/** Builds the template. */
export function projectsDocument(): SheetDocument {
  const columns = projectColumns();
  return {
    name: SHEETS.projects.name,
    mark: SHEETS.projects.mark,
    blocks: [
      {
        kind: 'text',
        lines: [
          { text: 'Planned work', style: 'title' },
          {
            text: "One row a project that is expected in the pool's year, the 12 months after the last month of the usage. Size pool adds it to the demand.",
            style: 'subtitle',
          },
          {
            text: 'A project whose name or Continues is one of the history replaces it, so nothing counts twice; all others add to it.',
            style: 'body',
          },
        ],
      },
      {
        kind: 'table',
        name: TABLES.projects,
        columns,
        keyColumn: 'project',
        rows: Array.from({ length: ROWS }, () => columns.map((): CellValue => null)),
      },
    ],
    charts: [],
    conditional: [
      {
        table: TABLES.projects,
        column: 'end',
        test: { kind: 'formula', formula: '=AND({@end}<>"",{@end}<{@start})' },
        fill: '#FADFCC',
      },
    ],
    freezeHeaderOf: TABLES.projects,
    gridlines: true,
    tabColor: SHEET_COLORS.tab,
    print: { orientation: 'landscape' },
  };
}

function projectColumns(): readonly Column[] {
  const column = columnsOf('USD');
  const own = (note: string): Partial<Column> => ({ userOwned: true, note });
  return [
    column(
      'project',
      'Project',
      'text',
      30,
      own('Any name, once. The name of a project in the usage replaces its history.'),
    ),
    column('start', 'Start', 'date', 13, own('First day of work.')),
    column('end', 'End', 'date', 13, own('Last day of work, counted in.')),
    column('people', 'People', 'units', 11, {
      ...own('How many people work on it at a time; 2.5 is allowed.'),
      numberFormat: 'General',
    }),
    column(
      'products',
      'Products',
      'text',
      30,
      own('Each person uses all of them; several are separated by ; or a comma. Names as on the rate card.'),
    ),
    column('tokens', 'Tokens per person and month', 'units', 16, {
      ...own(
        "All products together, for a month of work. Empty: learnt from what the usage shows of one person's months with these products.",
      ),
      numberFormat: 'General',
    }),
    column('probability', 'Probability', 'share', 12, {
      ...own('That the project happens at all, 0 % to 100 %. Empty: 100 %.'),
      numberFormat: '0%',
    }),
    column(
      'continues',
      'Continues',
      'text',
      26,
      own(
        'The project, team or department of the usage that it continues, where its name is another. Its history is then taken out.',
      ),
    ),
  ];
}
