import type { ProductEntry } from './product-book';
import type { RejectedPair, UsageReading } from '../types';
import { NOBODY, type UserBook } from './user-book';

/** The users and products that rejected rows name, each pair once. */
export class RejectedPairs {
  private readonly people = new Map<ProductEntry, Set<number>>();

  constructor(private readonly users: UserBook) {}

  add(person: number, product: ProductEntry): void {
    if (person === NOBODY) return;
    const people = this.people.get(product) ?? new Set<number>();
    this.people.set(product, people.add(person));
  }

  found(): Pick<UsageReading, 'rejectedPairs'> {
    if (this.people.size === 0) return {};
    return {
      rejectedPairs: [...this.people].flatMap(([{ info }, people]) =>
        info === null
          ? []
          : [...people].map((person): RejectedPair => ({
              user: this.users.keyOf(person),
              product: info.name,
            })),
      ),
    };
  }
}
