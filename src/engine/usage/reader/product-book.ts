import { matchProduct } from '../../catalog';
import type { ChargeBasis, RateCard } from '../../catalog/types';
import { isErrorText, isTotalsLabel } from '../cells/cells';
import { errorReason } from '../cells/number-column';
import type { TextColumn } from '../cells/text-column';
import type { ProductInfo } from '../types';

/** Which bases the columns of the data give. */
export interface GivenBases {
  readonly hour: boolean;
  readonly day: boolean;
  /** A Units column, or tokens only: whatever the card charges. */
  readonly any: boolean;
}

/** What a product text means for the rows that hold it; looked up once a distinct text. */
export interface ProductEntry {
  readonly info: ProductInfo | null;
  /** Why rows of an unknown product are left out; '' for a known one. */
  readonly reason: string;
  /** True when Flex charges it: on the card, on Flex. */
  readonly priced: boolean;
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
  ) {
    const days = card.rows.filter((row) => row.basis === 'day').length;
    this.cardBasis = days * 2 > card.rows.length ? 'day' : 'hour';
  }

  /** The entry of a row's product text. */
  entryAt(column: TextColumn, row: number): ProductEntry {
    let entries = this.byColumn.get(column);
    if (!entries) this.byColumn.set(column, (entries = []));
    const code = column.codes[row] as number;
    return (entries[code] ??= this.lookUp(column.texts[code] as string));
  }

  /** Index of an entry among the used products; the first call appends it. */
  indexOf(entry: ProductEntry): number {
    if (entry.index < 0 && entry.info) entry.index = this.used.push(entry.info) - 1;
    return entry.index;
  }

  private lookUp(text: string): ProductEntry {
    if (isErrorText(text)) return unusable(errorReason(text));
    const match = matchProduct(this.card, text);
    if (match.kind === 'unknown') {
      if (isTotalsLabel(text, true)) return unusable('totals row');
      const nearest = match.nearest.length > 0 ? `; nearest known names: ${match.nearest.join(', ')}` : '';
      return unusable(`unknown product on card ${this.card.name}${nearest}`);
    }
    const known = this.byName.get(match.name);
    if (known) return known;
    const row = match.kind === 'row' ? match.row : null;
    const priced = row !== null && row.onFlex;
    const basis = priced ? row.basis : this.unpricedBasis(row?.basis ?? this.cardBasis);
    const entry: ProductEntry = {
      info: { name: match.name, row, basis },
      reason: '',
      priced,
      rate: priced ? (row.tokensPerUnit ?? NaN) : NaN,
      basis,
      index: -1,
    };
    this.byName.set(match.name, entry);
    return entry;
  }

  /** What Flex does not charge keeps the basis of the data: there is no price that could be misapplied. */
  private unpricedBasis(wanted: ChargeBasis): ChargeBasis {
    const { hour, day, any } = this.given;
    if (any || this.converts || (hour && day) || wanted === 'result') return wanted;
    if (!hour && !day) return wanted;
    return hour ? 'hour' : 'day';
  }
}

function unusable(reason: string): ProductEntry {
  return { info: null, reason, priced: false, rate: NaN, basis: 'hour', index: -1 };
}
