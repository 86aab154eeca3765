/** Names a mistyped one may have meant. */
import { editDistance } from '../../engine/numeric/edit-distance';

const SHOWN = 2;

/** The known names within a third of the typed one's letters, nearest first; at most two. */
export function nearestNames(typed: string, known: readonly string[]): readonly string[] {
  const limit = Math.max(1, Math.ceil(typed.length / 3));
  return known
    .map((name) => ({ name, distance: editDistance(typed.toLowerCase(), name) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, SHOWN)
    .map(({ name }) => name);
}
