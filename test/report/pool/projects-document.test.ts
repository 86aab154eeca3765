import { guideCard } from '../../../src/engine/catalog';
import { readPlannedWork } from '../../../src/engine/pool/planned/table';
import { cellValue } from '../../../src/report/model/cells';
import { layout } from '../../../src/report/model/layout';
import { projectsDocument } from '../../../src/report/pool/projects-document';
import type { CellValue } from '../../../src/report/model/document';

const [TABLE] = layout(projectsDocument()).tables;
const HEADERS = TABLE!.block.columns.map(({ header }) => header);

function read(rows: readonly (readonly CellValue[])[]) {
  return readPlannedWork(
    [HEADERS, ...TABLE!.block.rows.slice(rows.length).map((row) => row.map(cellValue)), ...rows],
    guideCard,
  );
}

test('the empty template reads as no planned work and nothing rejected', () => {
  expect(TABLE!.body.rows).toBe(12);
  expect(read([])).toEqual({ projects: [], read: 0, rejected: [] });
});

test('a row typed under the template’s headers is understood column by column', () => {
  const { projects, rejected } = read([
    ['Bridge', 46_357, 46_538, 6, 'Revit; AutoCAD', 60, 0.6, 'Old bridge'],
  ]);
  expect(rejected).toEqual([]);
  expect(projects).toMatchObject([
    {
      name: 'Bridge',
      start: 46_357,
      end: 46_538,
      people: 6,
      products: ['Revit', 'AutoCAD'],
      tokensPerPersonMonth: 60,
      probability: 0.6,
      continues: 'Old bridge',
    },
  ]);
});

test('every column belongs to the user and teaches what goes into it', () => {
  for (const column of TABLE!.block.columns) {
    expect(column.userOwned).toBe(true);
    expect(column.note?.length).toBeGreaterThan(10);
  }
});

test('the sheet explains that a project of the history is replaced, not counted twice', () => {
  const lines = layout(projectsDocument()).texts.map(({ cell }) => (cell.kind === 'value' ? cell.value : ''));
  expect(lines.join(' ')).toMatch(/name or Continues is one of the history replaces it/);
});
