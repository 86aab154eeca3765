import { bodyCell, columnRect, layout, totalCells } from '../../../src/report/model/layout';
import type { SheetDocument, TableBlock } from '../../../src/report/model/document';

const TABLE: TableBlock = {
  kind: 'table',
  name: 'T',
  columns: [
    { key: 'name', header: 'Name', kind: 'text', numberFormat: 'General', width: 20 },
    { key: 'tokens', header: 'Tokens', kind: 'tokens', numberFormat: '#,##0', width: 10 },
    { key: 'cost', header: 'Cost', kind: 'money', numberFormat: '0', width: 12 },
  ],
  rows: [
    ['a', 1, { formula: '={@tokens}*Price', value: 2 }],
    ['b', 2, 'price missing'],
  ],
  totals: { label: 'Total', sums: ['tokens'] },
};

function sheet(over: Partial<SheetDocument> = {}): SheetDocument {
  return {
    name: 'Flex Test',
    mark: 'test',
    blocks: [
      { kind: 'text', lines: [{ text: 'Title', style: 'title' }] },
      {
        kind: 'figures',
        heading: 'Figures',
        figures: [{ label: 'Price', name: 'Price', value: 2, numberFormat: '0' }],
      },
      TABLE,
      { kind: 'text', lines: [{ text: 'after', style: 'body' }] },
    ],
    charts: [],
    conditional: [],
    gridlines: true,
    tabColor: '#000000',
    print: { orientation: 'portrait' },
    ...over,
  };
}

test('blocks follow one another with a blank row between, so nothing is written over', () => {
  const placed = layout(sheet());
  expect(placed.texts.map(({ row }) => row)).toEqual([0, 2, 10]);
  expect(placed.figures.map(({ row }) => row)).toEqual([3]);
  expect(placed.tables[0]?.header.row).toBe(5);
  expect(placed.tables[0]?.totalsRow).toBe(8);
});

test('a named figure is found at the cell where it stands', () => {
  expect(layout(sheet()).names).toEqual([{ name: 'Price', row: 3, formula: "='Flex Test'!$B$4" }]);
});

test('a formula column points to its own row, and a missing price stands instead of a formula', () => {
  const table = layout(sheet()).tables[0]!;
  expect(bodyCell(table, 0, 2)).toEqual({
    kind: 'formula',
    formula: '=B7*Price',
    value: 2,
  });
  expect(bodyCell(table, 1, 2)).toEqual({ kind: 'value', value: 'price missing' });
  expect(totalCells(table)).toEqual([
    { column: 0, cell: { kind: 'value', value: 'Total' } },
    { column: 1, cell: { kind: 'formula', formula: '=SUM(T[Tokens])', value: 3 } },
  ]);
  expect(columnRect(table, 'cost')).toEqual({ row: 6, column: 2, rows: 2, columns: 1 });
});

test('a table without rows shows its sentence and no formula', () => {
  const table = layout(sheet({ blocks: [{ ...TABLE, rows: [], emptyText: 'None.' }] })).tables[0]!;
  expect(table.body.rows).toBe(1);
  expect([0, 1, 2].map((column) => bodyCell(table, 0, column))).toEqual([
    { kind: 'value', value: 'None.' },
    { kind: 'value', value: null },
    { kind: 'value', value: null },
  ]);
});

test('a chart below a table gets room, so the next block does not lie under it', () => {
  const chart = {
    name: 'c',
    title: 't',
    type: 'bar',
    table: 'T',
    categoryKey: 'name',
    placement: 'below',
    width: 300,
    height: 150,
    series: [{ key: 'tokens', name: 'Tokens', color: '#000000' }],
  } as const;
  const placed = layout(sheet({ charts: [chart] }));
  const drawn = placed.charts[0]!;
  const after = placed.texts.find(({ cell }) => cell.kind === 'value' && cell.value === 'after')!;
  const extra = [...placed.heights]
    .filter(([row]) => row < after.row)
    .reduce((sum, [, height]) => sum + height - 15, 0);
  expect(drawn.top + 150).toBeLessThanOrEqual(after.row * 15 + extra);
  expect(drawn.series[0]?.values).toEqual({ row: 6, column: 1, rows: 2, columns: 1 });
});

test('rows are frozen down to the header that is named', () => {
  expect(layout(sheet({ freezeHeaderOf: 'T' })).frozenRows).toBe(6);
  expect(layout(sheet()).frozenRows).toBe(0);
});

test('a document whose formula names a column it lacks is refused, not written wrong', () => {
  const wrong = {
    ...TABLE,
    rows: [['a', 1, { formula: '={@price}', value: 2 }]],
  };
  const table = layout(sheet({ blocks: [wrong] })).tables[0]!;
  expect(() => bodyCell(table, 0, 2)).toThrow(/column price/);
});

test('a long sentence in a wrapping column makes its row tall enough, other rows stay low', () => {
  const columns = TABLE.columns.map((column) => (column.key === 'name' ? { ...column, wrap: true } : column));
  const rows = [
    ['short', 1, null],
    ['x'.repeat(50), 2, null],
  ];
  const placed = layout(sheet({ blocks: [{ ...TABLE, columns, rows }] }));
  const { body } = placed.tables[0]!;
  expect(placed.heights.get(body.row)).toBeUndefined();
  expect(placed.heights.get(body.row + 1)).toBe(45);
});

test('a row is tall enough where words that do not fit go to the next line', () => {
  const columns = TABLE.columns.map((column) =>
    column.key === 'name' ? { ...column, wrap: true, width: 20 } : column,
  );
  // 22 letters fit: of words of 12 one a line, though all four together have only 51 letters.
  const rows = [[Array.from({ length: 4 }, () => 'x'.repeat(12)).join(' '), 1, null]];
  const placed = layout(sheet({ blocks: [{ ...TABLE, columns, rows }] }));
  expect(placed.heights.get(placed.tables[0]!.body.row)).toBe(60);
});

test('a chart can stand at another table than the one that feeds it, and one beside the other', () => {
  const other: TableBlock = { ...TABLE, name: 'Other' };
  const chart = {
    title: 't',
    type: 'scatter',
    table: 'T',
    categoryKey: 'tokens',
    anchorTable: 'Other',
    placement: 'below',
    width: 300,
    series: [
      { key: 'cost', name: 'Cost', color: '#000000' },
      {
        key: 'cost',
        name: 'Chosen',
        color: '#0072B2',
        point: { table: 'Other', xKey: 'tokens', row: 1, marker: 'circle' },
      },
    ],
  } as const;
  const charts = [
    { ...chart, name: 'a', height: 150 },
    { ...chart, name: 'b', height: 300, nextToPrevious: true },
    { ...chart, name: 'c', height: 150 },
  ];
  const placed = layout(sheet({ blocks: [other, TABLE], charts }));
  const [a, b, c] = placed.charts;
  const [anchor, feeding] = placed.tables;
  expect(b!.top).toBe(a!.top);
  expect(b!.left).toBeGreaterThanOrEqual(a!.left + 300);
  expect(c!.left).toBe(a!.left);
  expect(c!.top).toBeGreaterThanOrEqual(b!.top + 300);
  expect(feeding!.header.row).toBeGreaterThan(anchor!.rect.row + anchor!.rect.rows + 30);
  expect(a!.series[0]?.values).toEqual(columnRect(feeding!, 'cost'));
  expect(a!.series[1]?.x).toEqual({ ...columnRect(anchor!, 'tokens'), row: anchor!.body.row + 1, rows: 1 });
});
