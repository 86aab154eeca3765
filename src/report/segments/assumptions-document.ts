/** `Flex Assumptions`: every input of a workbook in one place, read from where it is changed, and the rate card behind all of it. */
import { cardTable } from '../../engine/catalog';
import type { RateCard } from '../../engine/catalog/types';
import { columnsOf } from '../model/columns';
import type {
  Block,
  CellValue,
  ColumnKind,
  Figure,
  Provenance,
  SheetDocument,
  TableBlock,
} from '../model/document';
import { SHEETS, TABLES } from '../model/sheet-names';
import { SHEET_COLORS } from '../model/palette';
import { provenanceFigures } from '../model/provenance-figures';

/** Kinds of the card's columns; the others are text. */
const KINDS: Readonly<Record<string, ColumnKind>> = {
  'Tokens per unit': 'units',
  'Seat price': 'price',
  'On Flex': 'flag',
  Margin: 'share',
  'Token price': 'price',
  'Valid from': 'date',
  'Valid to': 'date',
  Date: 'date',
};

/**
 * Builds the document.
 * @param documents the sheets whose inputs it shows, in their order
 */
export function assumptionsDocument(
  documents: readonly SheetDocument[],
  card: RateCard,
  provenance: Provenance,
): SheetDocument {
  return {
    name: SHEETS.assumptions.name,
    mark: SHEETS.assumptions.mark,
    blocks: [
      {
        kind: 'text',
        lines: [
          { text: 'What all of it rests on', style: 'title' },
          { text: `From ${provenance.input}; rate card ${provenance.card}`, style: 'subtitle' },
          {
            text: 'Each figure is read from the sheet named above it: change it there. Costs follow; who gets what, sizes and dates need another run.',
            style: 'body',
          },
        ],
      },
      ...documents.flatMap(inputsOf),
      ratesTable(card),
      { kind: 'figures', heading: 'Where these figures come from', figures: provenanceFigures(provenance) },
    ],
    charts: [],
    conditional: [],
    gridlines: false,
    tabColor: SHEET_COLORS.tab,
    print: { orientation: 'landscape' },
    provenance,
  };
}

/** The named inputs of a sheet, by formula. */
function inputsOf({ name: sheet, blocks }: SheetDocument): readonly Block[] {
  const figures = blocks.flatMap((block) => (block.kind === 'figures' ? block.figures : []));
  const inputs = figures.flatMap((figure): readonly Figure[] => {
    const { label, name, value, numberFormat, unit, note, input } = figure;
    if (input !== true || name === undefined) return [];
    return [
      {
        label,
        value: value ?? '',
        formula: `=IF(${name}="","",${name})`,
        numberFormat,
        ...(unit === undefined ? {} : { unit }),
        ...(note === undefined ? {} : { note }),
      },
    ];
  });
  return inputs.length === 0 ? [] : [{ kind: 'figures', heading: sheet, figures: inputs }];
}

function ratesTable(card: RateCard): TableBlock {
  const column = columnsOf(card.currency);
  const [header = [], ...rows] = cardTable(card);
  return {
    kind: 'table',
    name: TABLES.assumedRates,
    heading: 'Rate card',
    note: 'Of this run. To price with other rates, run again with a card of your own.',
    columns: header.map((cell, at) => {
      const name = String(cell);
      return column(`rate${at}`, name, KINDS[name] ?? 'text', at === 0 ? 34 : 15);
    }),
    rows: rows.map((cells) => cells.map((cell): CellValue => (cell === '' ? null : (cell ?? null)))),
    filter: false,
  };
}
