import { matchProduct } from '../../catalog';
import { productKey } from '../../catalog/aliases';
import { identityOf, identityOfCode, identityOfFeature } from '../../catalog/identities';
import type { ChargeBasis, RateCard, RateRow } from '../../catalog/types';
import { isErrorText, isTotalsLabel } from '../cells/cells';
import { errorReason } from '../cells/number-column';
import type { TextColumn } from '../cells/text-column';
import type { ProductInfo } from '../types';

/** What rows that carry tokens without naming a product are counted under. */
export const UNNAMED_PRODUCT = 'Unnamed product';

/** Which bases the columns of the data give. */
export interface GivenBases {
  readonly hour: boolean;
  readonly day: boolean;
  /** A Units column, or tokens only: whatever the card charges. */
  readonly any: boolean;
  /** Which of hours and days most rows of a product fill in; null where neither. Asked where both columns stand. */
  readonly counted: (key: string) => 'hour' | 'day' | null;
}

/** What a product text means for the rows that hold it; looked up once a distinct text. */
export interface ProductEntry {
  readonly info: ProductInfo | null;
  /** Why rows of this text are left out; '' where it names a product, known to the card or not. */
  readonly reason: string;
  /** What the card says of tokens: it charges them, it does not, only a Collection lists the product, or nothing knows it. */
  readonly flex: 'on' | 'not on' | 'unlisted' | 'unknown';
  /** Tokens a unit; NaN where the card has none. */
  readonly rate: number;
  readonly basis: ChargeBasis;
  /** Index among the products of usable rows; -1 until its first one. */
  index: number;
}

/** The products of the data against one card. */
export class ProductBook {
  /** In order of first appearance among usable rows. */
  readonly used: ProductInfo[] = [];
  private readonly byName = new Map<string, ProductEntry>();
  private readonly byColumn = new Map<TextColumn, ProductEntry[]>();
  private readonly cardBasis: ChargeBasis;

  constructor(
    private readonly card: RateCard,
    private readonly given: GivenBases,
    private readonly converts: boolean,
    /** The column that holds product line codes instead of names. */
    private readonly codes: TextColumn | undefined,
  ) {
    const days = card.rows.filter((row) => row.basis === 'day').length;
    this.cardBasis = days * 2 > card.rows.length ? 'day' : 'hour';
  }

  /** The entry of a row's product text. */
  entryAt(column: TextColumn, row: number): ProductEntry {
    let entries = this.byColumn.get(column);
    if (!entries) this.byColumn.set(column, (entries = []));
    const code = column.codes[row] as number;
    return (entries[code] ??= this.lookUp(column.texts[code] as string, column === this.codes));
  }

  /** Index of an entry among the used products; the first call appends it. */
  indexOf(entry: ProductEntry): number {
    if (entry.index < 0 && entry.info) entry.index = this.used.push(entry.info) - 1;
    return entry.index;
  }

  private lookUp(typed: string, isCode = false): ProductEntry {
    const text = isCode ? ((identityOfCode(typed) ?? identityOfFeature(typed))?.name ?? typed) : typed;
    if (isErrorText(text)) return unusable(errorReason(text));
    const match = matchProduct(this.card, text);
    if (match.kind === 'unknown' && isTotalsLabel(text, true)) return unusable('totals row');
    const name = match.kind === 'unknown' ? (identityOf(text)?.name ?? match.text) : match.name;
    // Two spellings of a product that no card knows are one product where only case, spaces and punctuation differ.
    const key = match.kind === 'unknown' ? `?${productKey(name)}` : name;
    const known = this.byName.get(key);
    if (known) return known;
    const entry =
      match.kind === 'unknown'
        ? this.unknown(name)
        : this.onCard(name, match.kind === 'row' ? match.row : null);
    this.byName.set(key, entry);
    return entry;
  }

  /** The entry of rows that name no product and carry tokens all the same. */
  unnamed(): ProductEntry {
    return this.lookUp(UNNAMED_PRODUCT);
  }

  private onCard(name: string, row: RateRow | null): ProductEntry {
    const on = row !== null && row.onFlex;
    const basis = on ? row.basis : this.unpricedBasis(row?.basis ?? this.cardBasis, name);
    return {
      info: { name, row, basis },
      reason: '',
      flex: on ? 'on' : row === null ? 'unlisted' : 'not on',
      rate: on ? (row.tokensPerUnit ?? NaN) : NaN,
      basis,
      index: -1,
    };
  }

  private unknown(name: string): ProductEntry {
    const basis = this.unpricedBasis(this.cardBasis, name);
    return {
      info: { name, row: null, basis, unknown: true },
      reason: '',
      flex: 'unknown',
      rate: NaN,
      basis,
      index: -1,
    };
  }

  /** What the card has no rate for keeps the basis of the data: there is no price that could be misapplied. */
  private unpricedBasis(wanted: ChargeBasis, name: string): ChargeBasis {
    const { hour, day, any, counted } = this.given;
    if (any || this.converts || wanted === 'result') return wanted;
    if (hour && day) return counted(productKey(name)) ?? wanted;
    if (!hour && !day) return wanted;
    return hour ? 'hour' : 'day';
  }
}

function unusable(reason: string): ProductEntry {
  return { info: null, reason, flex: 'unknown', rate: NaN, basis: 'hour', index: -1 };
}
