import { productKey } from './aliases';
import { BUILTIN_COLLECTIONS, settleCollections } from './collections';
import {
  cellText,
  isBlank,
  readAmount,
  readBasis,
  readCurrency,
  readDate,
  readFlag,
  readShare,
} from './cells';
import type { CardCell, CellFault } from './cells';
import { basisOfHeader, cardField, type CardField } from './headers';
import {
  basisBlank,
  columnsMissing,
  noCardHeader,
  noProducts,
  noTokenPriceColumn,
  productBlank,
  productIsError,
  productTwice,
  sameColumnTwice,
  tokenPriceBlank,
  twoCurrencies,
  twoValues,
} from './errors';
import { guideCard } from './guide';
import { cellFault, type CardRange, type RangePlace } from './place';
import type { ChargeBasis, RateCard, RateRow } from './types';

/** One data row of the range, with the cells of its fields at hand. */
interface CardLine {
  readonly cell: (field: CardField) => CardCell;
  readonly fault: (field: CardField) => CellFault;
  readonly has: (field: CardField) => boolean;
  readonly row: number;
}

/**
 * Reads a rate card from a worksheet range: a header row in any column order (titles above it are skipped), one row a product.
 *
 * Blank rate or seat price = missing. A blank On Flex is TRUE. Without a Token price column a token costs 0.30 USD. The built-in
 * Collections are kept where the currency is theirs or the card itself prices them.
 * @throws FlexError 'value' naming the cell: an unreadable cell, two token prices, two currencies, a product twice
 */
export function readCard(range: CardRange, where: RangePlace): RateCard {
  const header = findHeader(range, where);
  const lines = dataLines(range, header, where);
  const fallbackBasis = header.impliedBasis;
  const rows = readRows(lines, fallbackBasis);
  if (rows.length === 0) {
    throw cellFault('Rate card', where, header.row, 0)(noProducts());
  }
  const currency = oneValue(lines, 'currency', 'Currency', (line) =>
    readCurrency(zeroAsBlank(line, 'currency', where), line.fault('currency')),
  );
  const tokenPrice = readTokenPrice(lines, header, currency, where);
  const settled = currency ?? 'USD';
  const first = lines[0];
  const date = (field: 'validFrom' | 'validTo', what: string): number | null =>
    first === undefined
      ? null
      : (oneValue(lines, field, what, (line) =>
          readDate(zeroAsBlank(line, field, where), what, line.fault(field)),
        ) ?? null);
  return {
    name: where.name,
    tokenPrice,
    currency: settled,
    validFrom: date('validFrom', 'Valid from'),
    validTo: date('validTo', 'Valid to'),
    rows,
    collections: settleCollections(BUILTIN_COLLECTIONS, rows, settled),
    origin: where.origin,
  };

  function readRows(from: readonly CardLine[], implied: ChargeBasis | null): RateRow[] {
    const seen = new Map<string, number>();
    const bases = from.map(
      (line) => readBasis(zeroAsBlank(line, 'basis', where), line.fault('basis')) ?? implied,
    );
    const anyBasis = bases.find((basis) => basis !== null) ?? 'hour';
    const flags = flagReader(from, where);
    return from.map((line, index) => {
      const product = cellText(line.cell('product'));
      const key = productKey(product);
      const earlier = seen.get(key);
      if (earlier !== undefined) {
        throw line.fault('product')(productTwice(product, earlier + 1));
      }
      seen.set(key, line.row);
      const onFlex = flags(line);
      const basis = bases[index] ?? (onFlex ? null : anyBasis);
      if (basis === null) throw line.fault('basis')(basisBlank());
      return {
        product,
        basis,
        tokensPerUnit: onFlex
          ? readAmount(zeroAsBlank(line, 'rate', where), 'Tokens per unit', line.fault('rate'))
          : null,
        seatPrice: readAmount(zeroAsBlank(line, 'seatPrice', where), 'Seat price', line.fault('seatPrice')),
        onFlex,
        margin: readShare(zeroAsBlank(line, 'margin', where), 'Margin', line.fault('margin')),
        source: line.has('source') ? cellText(zeroAsBlank(line, 'source', where)) : '',
        date: readDate(zeroAsBlank(line, 'date', where), 'Date', line.fault('date')),
        confidence: 'user',
      };
    });
  }
}

interface Header {
  readonly row: number;
  readonly columns: ReadonlyMap<CardField, number>;
  readonly impliedBasis: ChargeBasis | null;
}

function findHeader(range: CardRange, where: RangePlace): Header {
  for (const [row, cells] of range.entries()) {
    const columns = new Map<CardField, number>();
    for (const [column, cell] of cells.entries()) {
      const field = cardField(cell);
      if (field === null) continue;
      const earlier = columns.get(field);
      if (earlier !== undefined && columns.has('product')) {
        throw cellFault(
          'Rate card',
          where,
          row,
          column,
        )(sameColumnTwice(cellText(cell), cellText(cells[earlier])));
      }
      columns.set(field, column);
    }
    if (!columns.has('product') || columns.size < 2) continue;
    const rate = columns.get('rate');
    const impliedBasis = rate === undefined ? null : basisOfHeader(cells[rate]);
    const missing = [
      ...(rate === undefined ? ['Tokens per unit'] : []),
      ...(columns.has('basis') || impliedBasis !== null ? [] : ['Basis']),
    ];
    if (missing.length > 0) {
      throw cellFault('Rate card', where, row, 0)(columnsMissing(missing));
    }
    return { row, columns, impliedBasis };
  }
  throw cellFault('Rate card', where, 0, 0)(noCardHeader());
}

function dataLines(range: CardRange, header: Header, where: RangePlace): readonly CardLine[] {
  const lines: CardLine[] = [];
  for (const [row, cells] of range.entries()) {
    if (row <= header.row) continue;
    const blank = (cell: CardCell): boolean => isBlank(cell) || (where.zeroMeansBlank === true && cell === 0);
    if (cells.every(blank)) continue;
    const line: CardLine = {
      row,
      has: (field) => header.columns.has(field),
      cell: (field) => {
        const column = header.columns.get(field);
        return column === undefined ? null : cells[column];
      },
      fault: (field) => cellFault('Rate card', where, row, header.columns.get(field) ?? 0),
    };
    if (blank(line.cell('product'))) {
      throw line.fault('product')(productBlank());
    }
    if (/^#[A-Z0-9/!?]+$/.test(cellText(line.cell('product')))) {
      throw line.fault('product')(productIsError(cellText(line.cell('product'))));
    }
    lines.push(line);
  }
  return lines;
}

/** A figure that 0 cannot mean: where blanks arrive as 0, a 0 is a blank. */
function zeroAsBlank(line: CardLine, field: CardField, where: RangePlace): CardCell {
  const cell = line.cell(field);
  return where.zeroMeansBlank && cell === 0 ? null : cell;
}

/** On Flex by row. A column that holds a 1 spells its flags as numbers, so its 0 is FALSE; else a 0 may be a blank that arrived as 0. */
function flagReader(lines: readonly CardLine[], where: RangePlace): (line: CardLine) => boolean {
  const numbersAreFlags = !where.zeroMeansBlank || lines.some((line) => line.cell('onFlex') === 1);
  return (line) => {
    const cell = line.cell('onFlex');
    if (cell === 0 && !numbersAreFlags) return true;
    return readFlag(cell, 'On Flex', line.fault('onFlex')) ?? true;
  };
}

/** The one value a card-wide column may hold, repeated or blank in every row; undefined-free: null when it is blank throughout. */
function oneValue<T extends string | number>(
  lines: readonly CardLine[],
  field: CardField,
  what: string,
  read: (line: CardLine) => T | null,
): T | null {
  let found: T | null = null;
  for (const line of lines) {
    const value = read(line);
    if (value === null || value === found) continue;
    if (found !== null) {
      throw line.fault(field)(
        field === 'currency' ? twoCurrencies(value, found) : twoValues(what, value, found),
      );
    }
    found = value;
  }
  return found;
}

function readTokenPrice(
  lines: readonly CardLine[],
  header: Header,
  currency: string | null,
  where: RangePlace,
): number {
  const column = header.columns.get('tokenPrice');
  if (column === undefined) {
    if (currency !== null && currency !== guideCard.currency) {
      throw cellFault('Rate card', where, header.row, 0)(noTokenPriceColumn(currency));
    }
    return guideCard.tokenPrice;
  }
  const anyPositive = lines.some((line) => {
    const cell = line.cell('tokenPrice');
    return !isBlank(cell) && cell !== 0;
  });
  const price = oneValue(lines, 'tokenPrice', 'Token price', (line) =>
    readAmount(
      anyPositive ? zeroAsBlank(line, 'tokenPrice', where) : line.cell('tokenPrice'),
      'Token price',
      line.fault('tokenPrice'),
    ),
  );
  if (price === null) {
    throw cellFault('Rate card', where, header.row + 1, column)(tokenPriceBlank());
  }
  return price;
}
