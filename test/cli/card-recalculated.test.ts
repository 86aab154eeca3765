/** Whether `Flex Rates` has changed since a run, worked out by LibreOffice. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { workbookBytes } from '../../src/cli/workbook/writer';
import { builtinCard, cardTable, collectionsTable } from '../../src/engine/catalog';
import type { CellValue, SheetDocument } from '../../src/report/model/document';
import { cardChangedCondition } from '../../src/report/rates/card-changed';
import { ratesDocument } from '../../src/report/rates/document';
import { recalculated, sheetsOf } from './libreoffice';
import { program } from './program';

type Cells = readonly (readonly CellValue[])[];

const cli = program();
afterAll(cli.remove);

const card = builtinCard('guide')!;
const rates = cardTable(card) as Cells;
const collections = collectionsTable(card) as Cells;

const at = (cells: Cells, column: string): number => cells[0]!.indexOf(column);

/** The cells with one of them typed over. */
function typed(cells: Cells, row: number, column: string, value: CellValue): Cells {
  return cells.map((each, index) =>
    index === row ? each.map((cell, place) => (place === at(cells, column) ? value : cell)) : each,
  );
}

const filled = (column: string): number =>
  rates.findIndex((cells, row) => row > 0 && typeof cells[at(rates, column)] === 'number');

const CASES: readonly (readonly [string, Cells, Cells, boolean])[] = [
  ['as at the run', rates, collections, false],
  ['a rate', typed(rates, filled('Tokens per unit'), 'Tokens per unit', 50), collections, true],
  ['a rate left blank', typed(rates, filled('Tokens per unit'), 'Tokens per unit', null), collections, true],
  ['a seat price', typed(rates, filled('Seat price'), 'Seat price', 1), collections, true],
  ['a margin', typed(rates, 1, 'Margin', 0.42), collections, true],
  ['a flag', typed(rates, 1, 'On Flex', rates[1]![at(rates, 'On Flex')] !== true), collections, true],
  ['a product', typed(rates, 1, 'Product', 'Another one'), collections, true],
  ['the price of a Collection', rates, typed(collections, 1, 'Seat price', 1), true],
];

recalculated(
  'a sheet says that Flex Rates has changed once a figure, a flag or a name on it reads otherwise, and not before',
  async () => {
    const said: boolean[] = [];
    for (const [index, [, now, held]] of CASES.entries()) {
      const told: SheetDocument = {
        name: 'Told',
        mark: 'told',
        blocks: [
          {
            kind: 'figures',
            figures: [
              {
                label: 'Changed',
                value: null,
                formula: `=IF(${cardChangedCondition(rates, collections)},"yes","no")`,
                numberFormat: 'General',
              },
            ],
          },
        ],
        charts: [],
        conditional: [],
        gridlines: true,
        tabColor: '#000000',
        print: { orientation: 'portrait' },
      };
      const file = `card-${index}.xlsx`;
      const document = ratesDocument({ card, cardTable: now, collectionsTable: held });
      writeFileSync(path.join(cli.folder, file), await workbookBytes([document, told]));
      said.push(sheetsOf(cli.folder, file)('Told').flat().includes('yes'));
    }
    expect(CASES.map(([name], index) => [name, said[index]])).toEqual(
      CASES.map(([name, , , changed]) => [name, changed]),
    );
  },
  120_000,
);
