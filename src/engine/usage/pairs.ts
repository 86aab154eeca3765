/** Largest user × product grid kept as one array; above it a Map holds the pairs that exist. */
const DENSE_MOST = 16_777_216;

/** Numbers the user × product pairs in order of first appearance. Rows without a user form pairs of their own. */
export class PairIndex {
  /** User (−1 = none) and product of each pair. */
  readonly users: number[] = [];
  readonly products: number[] = [];
  private readonly dense: Int32Array | null;
  private readonly sparse = new Map<number, number>();

  constructor(
    userCount: number,
    private readonly productCount: number,
  ) {
    const cells = (userCount + 1) * productCount;
    this.dense = cells <= DENSE_MOST ? new Int32Array(cells) : null;
  }

  /** The pair's number; the first call of a pair gives it the next one. */
  at(user: number, product: number): number {
    const key = (user + 1) * this.productCount + product;
    const known = this.dense ? (this.dense[key] as number) : (this.sparse.get(key) ?? 0);
    if (known > 0) return known - 1;
    this.products.push(product);
    const pair = this.users.push(user);
    if (this.dense) this.dense[key] = pair;
    else this.sparse.set(key, pair);
    return pair - 1;
  }

  get size(): number {
    return this.users.length;
  }
}
