import type { UsageReading, UserInfo } from '../usage/types';
import type { ClusterBy, ClusterKind } from './types';

type ClusterColumn = 'project' | 'team' | 'department';

/** Columns asked in turn; a chosen column is never replaced by a narrower one. Where all are blank, the person stands for itself. */
const COLUMNS: Readonly<Record<ClusterBy, readonly ClusterColumn[]>> = {
  auto: ['project', 'team', 'department'],
  project: ['project', 'team', 'department'],
  team: ['team', 'department'],
  department: ['department'],
  user: [],
};

const UNKNOWN = -1;
const BLANK = -2;

/** The clusters met so far. Names that differ only in case and outer spaces are one cluster, shown as first met. */
class ClusterNames {
  readonly kinds: ClusterKind[] = [];
  readonly names: string[] = [];
  private readonly known = new Map<string, number>();

  at(kind: ClusterKind, name: string): number {
    const key = `${kind} ${name.trim().toLowerCase()}`;
    let slot = this.known.get(key);
    if (slot === undefined) {
      slot = this.names.push(name) - 1;
      this.kinds.push(kind);
      this.known.set(key, slot);
    }
    return slot;
  }
}

/** One column of the rows, and what the people table says where a cell is blank: each text is looked up once. */
class ColumnSlots {
  private readonly ofCode: Int32Array;
  private readonly ofUser: Int32Array | null;

  constructor(
    private readonly kind: ClusterColumn,
    private readonly codes: Uint32Array,
    private readonly texts: readonly string[],
    private readonly users: readonly UserInfo[] | null,
    private readonly clusters: ClusterNames,
  ) {
    this.ofCode = new Int32Array(texts.length).fill(UNKNOWN);
    this.ofUser = users === null ? null : new Int32Array(users.length).fill(UNKNOWN);
  }

  at(row: number, user: number): number {
    const code = this.codes.length === 0 ? 0 : (this.codes[row] as number);
    if (code !== 0) {
      const known = this.ofCode[code] as number;
      return known === UNKNOWN ? (this.ofCode[code] = this.slotOf(this.texts[code])) : known;
    }
    if (this.ofUser === null || user < 0) return BLANK;
    const known = this.ofUser[user] as number;
    return known === UNKNOWN ? (this.ofUser[user] = this.slotOf(this.users?.[user]?.[this.kind])) : known;
  }

  private slotOf(text = ''): number {
    return text.trim() === '' ? BLANK : this.clusters.at(this.kind, text);
  }
}

/** Says which cluster a row of a reading belongs to. */
export interface RowClusters {
  readonly kinds: readonly ClusterKind[];
  readonly names: readonly string[];
  /** Index into `kinds` and `names`, which grow as rows are asked. */
  at(row: number): number;
}

/**
 * Clusters by row: the first filled of the columns of `by`, else the person, else (data without users) the product. Where a people table
 * was joined, what is then known of the person fills a blank cell; without one it stays blank: work that names no project is not of the
 * project that the person's latest row names.
 */
export function rowClusters(reading: UsageReading, by: ClusterBy): RowClusters {
  const { table } = reading;
  const { user: users, product: products } = table;
  const clusters = new ClusterNames();
  const described = reading.people === undefined ? null : table.users;
  const columns = COLUMNS[by].map(
    (kind) => new ColumnSlots(kind, table[kind], table.dictionaries[kind], described, clusters),
  );
  const ofUser = new Int32Array(table.users.length).fill(UNKNOWN);
  const ofProduct = new Int32Array(table.products.length).fill(UNKNOWN);

  const alone = (user: number, product: number): number => {
    const slots = user >= 0 ? ofUser : ofProduct;
    const index = user >= 0 ? user : product;
    const known = slots[index] as number;
    if (known !== UNKNOWN) return known;
    const slot =
      user >= 0
        ? clusters.at('user', table.users[user]?.key ?? '')
        : clusters.at('product', table.products[product]?.name ?? '');
    return (slots[index] = slot);
  };

  return {
    kinds: clusters.kinds,
    names: clusters.names,
    at(row) {
      const user = users[row] as number;
      for (const column of columns) {
        const slot = column.at(row, user);
        if (slot !== BLANK) return slot;
      }
      return alone(user, products[row] as number);
    },
  };
}
