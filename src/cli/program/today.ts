/** The day of a run, where the user is. */
import { serialOf } from '../../engine/numeric';

/** Whole Excel serial. */
export function today(now: Date): number {
  return serialOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
