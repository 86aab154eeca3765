/** "The rate card and the seats changed since": what a result was made from, and says otherwise now. */
export function changedSince(changed: readonly string[]): string {
  const listed =
    changed.length > 1
      ? `${changed.slice(0, -1).join(', ')} and ${changed.at(-1)}`
      : (changed[0] ?? 'an input');
  return `${listed.charAt(0).toUpperCase()}${listed.slice(1)} changed since`;
}
