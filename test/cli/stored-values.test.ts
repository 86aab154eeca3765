/** Every formula cell of the workbooks we write carries what LibreOffice works out for it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { guideCard, retailCard, cardTable, collectionsTable } from '../../src/engine/catalog';
import { parseIsoDate } from '../../src/engine/numeric';
import { replaceParts } from '../../src/cli/workbook/package-parts';
import { workbookBytes } from '../../src/cli/workbook/writer';
import type { SheetDocument } from '../../src/report/model/document';
import { bodyCell, layout, totalCells, type PlacedCell } from '../../src/report/model/layout';
import { ratesDocument } from '../../src/report/rates/document';
import { checked, reviewedDocuments, segmentedDocuments } from '../report/checks/checked-workbook';
import { TEAM_PACKS, TRANSFERS } from '../report/monitor/report';
import { outcomeOf, RUNS, sample } from './documents';
import { recalculated, sheetsOf } from './libreoffice';

jest.setTimeout(240_000);

const folder = mkdtempSync(path.join(tmpdir(), 'flex-stored-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Stored {
  readonly at: string;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  readonly value: unknown;
}

/** The formula cells of a document with the values they carry. */
function storedOf(document: SheetDocument): readonly Stored[] {
  const placed = layout(document);
  const found: Stored[] = [];
  const see = (cell: PlacedCell, row: number, column: number, what: string): void => {
    if (cell.kind !== 'formula') return;
    found.push({ at: `${document.name}, ${what}, row ${row + 1}`, row, column, ...cell });
  };
  for (const { row, cell } of placed.texts) see(cell, row, 0, 'text');
  for (const { figure, row, value } of placed.figures) see(value, row, 1, figure.label);
  for (const table of placed.tables) {
    for (let row = 0; row < table.body.rows; row += 1) {
      table.block.columns.forEach(({ header }, column) => {
        see(bodyCell(table, row, column), table.body.row + row, column, `${table.block.name}[${header}]`);
      });
    }
    for (const { cell, column } of totalCells(table)) {
      see(cell, table.totalsRow ?? 0, column, `total of ${table.block.name}`);
    }
  }
  return found;
}

/** Numbers to 1e-6 relative, texts exactly; a cell of days shows them year-month-day, one of shares in per cent. */
function isSame(value: unknown, shown: string): boolean {
  if (typeof value === 'number') {
    const number = shown.endsWith('%')
      ? Number(shown.slice(0, -1)) / 100
      : (parseIsoDate(shown) ?? Number(shown));
    return shown !== '' && Math.abs(number - value) <= 1e-6 * Math.max(1, Math.abs(value));
  }
  return typeof value === 'boolean' ? shown === String(value).toUpperCase() : shown === value;
}

async function differences(
  name: string,
  documents: readonly SheetDocument[],
): Promise<{ readonly cells: number; readonly different: readonly unknown[] }> {
  const bytes = await workbookBytes(documents);
  writeFileSync(path.join(folder, `${name}.xlsx`), bytes);
  replaceParts(bytes, (part, text) => {
    if (part.startsWith('xl/worksheets/sheet')) expect(text()).not.toContain('</f></c>');
    return null;
  });
  const sheet = sheetsOf(folder, `${name}.xlsx`);
  const stored = documents.flatMap((document) => {
    const rows = sheet(document.name);
    return storedOf(document).map((cell) => ({ ...cell, shown: rows[cell.row]?.[cell.column] ?? '' }));
  });
  const different = stored.filter(({ value, shown }) => !isSame(value, shown));
  return {
    cells: stored.length,
    different: different.map(({ at, formula, value, shown }) => [at, formula, value, shown]),
  };
}

/** Formula cells that the workbook of a run has at least: fewer, and the test looks past some. */
const LEAST: Readonly<Record<string, number>> = { report: 3200, renewal: 29, compliance: 300, breakeven: 24 };

recalculated.each(Object.keys(RUNS))(
  'the formulas of the workbook of %s carry what they work out to, in every cell',
  async (name) => {
    const { documents } = await outcomeOf(RUNS[name]!);
    const { cells, different } = await differences(name, documents);
    expect(different).toEqual([]);
    expect(cells).toBeGreaterThanOrEqual(LEAST[name] ?? 1);
  },
);

/** Seats nobody knows, prices nobody knows, tiers, levers that add up, margins, another card. */
const CORNERS: Readonly<Record<string, readonly string[]>> = {
  'portfolio without seats': ['portfolio', sample('usage.json'), '--margin', '0.5'],
  'portfolio with tiers and missing prices': [
    ...[
      'portfolio',
      'use.csv',
      '--seats',
      'seats.csv',
      '--subscriptions',
      'owned.csv',
      '--tiers',
      'tiers.csv',
    ],
  ],
  'segments with missing prices': ['segment', 'use.csv', '--token-discount', '10%', '--seat-discount', '20%'],
  'pool with tiers': ['pool', sample('usage.json'), '--tiers', 'tiers.csv', '--salvage', '0.1'],
  'renewal with another card': [
    ...[
      'renewal',
      sample('usage.json'),
      '--new-card',
      'retail',
      '--mode',
      'additive',
      '--tiers',
      'tiers.csv',
    ],
  ],
  'review without a pack that is good': [...['monitor', sample('usage.json'), '--purchases', 'old.csv']],
};

const FILES: Readonly<Record<string, string>> = {
  'use.csv': [
    'User,Product,Date,Hours',
    'ann@example.com,Revit,2026-03-02,100',
    'bob@example.com,Revit,2026-10-05,1000',
    'cy@example.com,Revit,2026-10-05,50',
    'cy@example.com,Autodesk Docs,2026-10-05,50',
  ].join('\n'),
  'seats.csv': 'User,Product\nann@example.com,Revit\ncy@example.com,AEC Collection\n',
  'owned.csv': 'Product,Quantity,End\nRevit,3,2026-12-31\nAutodesk Docs,1,\nAEC Collection,1,2026-12-31\n',
  'tiers.csv': 'From quantity,Price\n10000,0.3\n50000,0.25\n',
  'old.csv': 'Pack,Quantity,Price,Start,Expiry\nA,1000,0.3,2020-01-01,2020-12-31\n',
};

recalculated.each(Object.keys(CORNERS))('so do those of a %s', async (name) => {
  for (const [file, content] of Object.entries(FILES)) writeFileSync(path.join(folder, file), content);
  const words = CORNERS[name]!.map((word) => (word in FILES ? path.join(folder, word) : word));
  const { documents } = await outcomeOf(words);
  const { cells, different } = await differences(name.replaceAll(' ', '-'), documents);
  expect(different).toEqual([]);
  expect(cells).toBeGreaterThan(5);
});

recalculated(
  'so do those of teams with packs of their own, and of a ledger nobody has filled in',
  async () => {
    const teams = checked([
      ...segmentedDocuments(),
      ...reviewedDocuments({ packs: TEAM_PACKS, transfers: TRANSFERS }),
    ]);
    expect(await differences('teams', teams)).toMatchObject({ different: [] });
    const none = checked(reviewedDocuments({ packs: { ...TEAM_PACKS, rows: [] } }));
    expect(await differences('none', none)).toMatchObject({ different: [] });
  },
);

recalculated('so do those of the rate cards, as delivered and with two prices or currencies', async () => {
  const cards = [guideCard, retailCard].map((card) => ({
    card,
    cardTable: cardTable(card),
    collectionsTable: collectionsTable(card),
  }));
  const two = cards.map(
    ({ card, cardTable: [header = [], first = [], ...rest], collectionsTable: more }, at) => {
      const column = header.indexOf(at === 0 ? 'Token price' : 'Currency');
      const other = first.map((cell, index) => (index === column ? (at === 0 ? 9 : 'EUR') : cell));
      return { card, cardTable: [header, other, ...rest], collectionsTable: more };
    },
  );
  for (const [at, card] of [...cards, ...two].entries()) {
    const { cells, different } = await differences(`rates${at}`, [ratesDocument(card)]);
    expect([cells, different]).toEqual([2, []]);
  }
});

recalculated(
  'a result that was stored wrong is not taken for the formula’s: LibreOffice works it out',
  async () => {
    const { documents } = await outcomeOf(RUNS['breakeven']!);
    const wrong = documents.map((document) => ({
      ...document,
      blocks: document.blocks.map((block) =>
        block.kind !== 'table'
          ? block
          : {
              ...block,
              rows: block.rows.map((cells) =>
                cells.map((cell) =>
                  typeof cell === 'object' && cell !== null ? { ...cell, value: 'stale' } : cell,
                ),
              ),
            },
      ),
    }));
    const { cells, different } = await differences('wrong', wrong);
    expect(different).toHaveLength(cells);
  },
);
