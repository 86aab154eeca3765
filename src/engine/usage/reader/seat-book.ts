import type { Access, SeatColumns } from './column-set';
import { seatStatus } from '../seat-status';
import type { SeatEvidence } from '../types';

/** The Named User assignments that the data itself names. One assigned row of a user × product makes it assigned. */
export class SeatBook {
  /** False where no column speaks of seats: then nobody is called a harvest candidate. */
  readonly known: boolean;
  private readonly byPair = new Map<
    string,
    { readonly user: number; readonly product: number; assigned: boolean }
  >();

  constructor(private readonly columns: SeatColumns) {
    this.known = columns.assignment !== undefined || columns.assigned !== undefined;
  }

  /** Counts a usable row. An assignment to Flex is no seat. */
  offer(user: number, product: number, row: number, access: Access): void {
    if (user < 0 || access === 'flex') return;
    const assigned = this.assignedAt(row);
    if (assigned === null) return;
    const key = `${user}:${product}`;
    const known = this.byPair.get(key);
    if (!known) this.byPair.set(key, { user, product, assigned });
    else if (assigned) known.assigned = true;
  }

  evidence(): readonly SeatEvidence[] | null {
    return this.known ? [...this.byPair.values()] : null;
  }

  private assignedAt(row: number): boolean | null {
    const { assignment, assigned, unassigned } = this.columns;
    const status = seatStatus(assignment?.text(row) ?? '');
    if (status !== null) return status === 'held';
    if (!assigned) return null;
    if (!assigned.isNamed(row)) return unassigned?.isNamed(row) ? false : null;
    return !unassigned?.isNamed(row);
  }
}
