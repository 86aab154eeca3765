/** Where the charts of a workbook stand, read from the parts of its package. */
import { replaceParts } from '../../../src/cli/workbook/package-parts';
import { workbookBytes } from '../../../src/cli/workbook/writer';
import { bodyCell, charsToPoints, layout, ROW_POINTS } from '../../../src/report/model/layout';
import type { ChartSpec, SheetDocument } from '../../../src/report/model/document';
import { outcomeOf, RUNS } from '../documents';

const MIDDLE = 'xl/worksheets/_rels/sheet';

function chart(name: string, nextToPrevious = false): ChartSpec {
  return {
    name,
    title: name,
    type: 'column',
    table: name.slice(0, 3),
    categoryKey: 'who',
    series: [{ key: 'tokens', name: 'Tokens', color: '#000000' }],
    placement: 'below',
    nextToPrevious,
    width: 300,
    height: 150,
  };
}

function sheet(number: number, charts: readonly ChartSpec[]): SheetDocument {
  const column = { kind: 'text', numberFormat: 'General', width: 12 } as const;
  return {
    name: `Flex ${number}`,
    mark: `m${number}`,
    blocks: [
      {
        kind: 'table',
        name: `T0${number}`,
        columns: [
          { ...column, key: 'who', header: 'Who', note: 'so that sheets without charts have parts too' },
          { ...column, key: 'tokens', header: 'Tokens' },
        ],
        rows: [['ann', number]],
      },
    ],
    charts,
    conditional: [],
    gridlines: true,
    tabColor: '#000000',
    print: { orientation: 'portrait' },
  };
}

function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  replaceParts(bytes, (name, text) => {
    parts.set(name, text());
    return null;
  });
  return parts;
}

/** Names of the parts that a part refers to, by relationship. */
function targets(
  parts: ReadonlyMap<string, string>,
  rels: string,
  kind: string,
): ReadonlyMap<string, string> {
  const found = [...(parts.get(rels) ?? '').matchAll(/<Relationship [^>]*>/g)].map(([tag]) => {
    const [id = '', target = ''] = ['Id', 'Target'].map(
      (key) => new RegExp(`${key}="([^"]*)"`).exec(tag)?.[1],
    );
    return [id, target.replace('..', 'xl')] as const;
  });
  return new Map(found.filter(([, target]) => target.includes(`/${kind}`)));
}

test('in a workbook with charts on sheets 2, 5 and 7 each stands on its own sheet and draws its own table', async () => {
  const charts = new Map([
    [2, [chart('T02 a')]],
    [5, [chart('T05 a'), chart('T05 b', true)]],
    [7, [chart('T07 a')]],
  ]);
  const documents = [1, 2, 3, 4, 5, 6, 7].map((number) => sheet(number, charts.get(number) ?? []));
  const parts = partsOf(await workbookBytes(documents));
  const drawn = documents.map((_, index) => {
    const drawings = [...targets(parts, `${MIDDLE}${index + 1}.xml.rels`, 'drawings/drawing').values()];
    return drawings.flatMap((drawing) => {
      const xml = parts.get(drawing) ?? '';
      const rels = targets(parts, drawing.replace('drawings/', 'drawings/_rels/') + '.rels', 'charts/chart');
      const anchors = [...xml.matchAll(/<xdr:cNvPr [^>]*name="([^"]*)".*?r:id="([^"]*)"/gs)];
      return anchors.map(([, name, id = '']) => ({
        name,
        from: /<c:f>'?([^'!<]*)/.exec(parts.get(rels.get(id) ?? '') ?? '')?.[1],
        title: /<a:t>([^<]*)/.exec(parts.get(rels.get(id) ?? '') ?? '')?.[1],
      }));
    });
  });
  const own = (number: number, name: string) => ({ name, from: `Flex ${number}`, title: name });
  expect(drawn).toEqual([
    [],
    [own(2, 'T02 a')],
    [],
    [],
    [own(5, 'T05 a'), own(5, 'T05 b')],
    [],
    [own(7, 'T07 a')],
  ]);
});

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Boxes in points of the cells that hold something, by address of row and column. */
function writtenBoxes(document: SheetDocument): readonly Box[] {
  const placed = layout(document);
  const cells = [
    ...placed.texts.map(({ row }) => [row, 0] as const),
    ...placed.figures.flatMap(({ row }) => [0, 1, 2, 3].map((column) => [row, column] as const)),
    ...placed.tables.flatMap((table) =>
      Array.from({ length: table.rect.rows + (table.totalsRow === null ? 0 : 1) }, (_, at) => at).flatMap(
        (at) =>
          table.block.columns
            .map((__, column) => [table.rect.row + at, column] as const)
            .filter(([, column]) => {
              if (at === 0 || at === table.rect.rows) return true;
              const cell = bodyCell(table, at - 1, column);
              return cell.kind === 'formula' || (cell.value !== null && cell.value !== '');
            }),
      ),
    ),
  ];
  const edge = (count: number, size: (at: number) => number): number =>
    Array.from({ length: count }, (_, at) => size(at)).reduce((sum, each) => sum + each, 0);
  const x = (column: number): number => edge(column, (at) => charsToPoints(placed.widths[at] ?? 8.43));
  let extra = 0;
  const tops = new Map<number, number>();
  for (let row = 0; row <= placed.used.rows + 1; row += 1) {
    tops.set(row, row * ROW_POINTS + extra);
    extra += (placed.heights.get(row) ?? ROW_POINTS) - ROW_POINTS;
  }
  return cells.map(([row, column]) => ({
    left: x(column),
    right: x(column + 1),
    top: tops.get(row) ?? NaN,
    bottom: tops.get(row + 1) ?? NaN,
  }));
}

test.each(Object.keys(RUNS))(
  'the charts of %s stand on free cells of their sheet, and not on one another',
  async (name) => {
    const { documents } = await outcomeOf(RUNS[name]!);
    const charted = documents.filter(({ charts }) => charts.length > 0);
    for (const document of charted) {
      const placed = layout(document);
      expect([document.name, placed.charts.length]).toEqual([document.name, document.charts.length]);
      const boxes = placed.charts.map(({ chart: { width, height, name: label }, left, top }) => ({
        ...{ left, top, right: left + width, bottom: top + height, label },
      }));
      const written = writtenBoxes(document);
      for (const [at, box] of boxes.entries()) {
        const hit = written.filter((cell) => overlap(box, cell));
        expect([document.name, box.label, hit]).toEqual([document.name, box.label, []]);
        const over = boxes.slice(at + 1).filter((other) => overlap(box, other));
        expect([document.name, box.label, over]).toEqual([document.name, box.label, []]);
      }
    }
    if (name === 'report') expect(charted.map((document) => document.name)).toHaveLength(4);
  },
  120_000,
);
