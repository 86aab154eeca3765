/** Texts of a history are compared ignoring case and outer spaces, as usage reads them. */
export function foldedText(text: string): string {
  return text.trim().toLowerCase();
}

/** Sorted texts without duplicates, and the new code of each old one. */
export interface SortedTexts {
  readonly texts: readonly string[];
  /** Old code → new code, by list. Codes of texts that were not asked for are 0. */
  readonly codes: readonly Uint32Array[];
}

/**
 * Joins lists of texts into one sorted list, in which texts that differ in case only are one, as the earlier list spells it.
 * @param used which codes of each list to take; null = all
 * @param blank whether the result begins with '', used or not
 */
export function sortedTexts(
  lists: readonly (readonly string[])[],
  used: readonly (Uint8Array | null)[],
  blank: boolean,
): SortedTexts {
  const spelling = new Map<string, string>(blank ? [['', '']] : []);
  const folded = lists.map((list) => list.map(foldedText));
  const taken = (list: number, code: number): boolean => used[list]?.[code] !== 0;
  lists.forEach((list, at) =>
    list.forEach((text, code) => {
      const key = folded[at]![code]!;
      if (taken(at, code) && !spelling.has(key)) spelling.set(key, text.trim());
    }),
  );
  const keys = [...spelling.keys()].sort((a, b) => (a < b ? -1 : 1));
  const codeOf = new Map(keys.map((key, code) => [key, code]));
  return {
    texts: keys.map((key) => spelling.get(key)!),
    codes: folded.map((list) => Uint32Array.from(list, (key) => codeOf.get(key) ?? 0)),
  };
}

/** Which of `size` codes occur. */
export function usedCodes(codes: Uint32Array, size: number): Uint8Array {
  const used = new Uint8Array(size);
  for (let row = 0; row < codes.length; row++) used[codes[row]!] = 1;
  return used;
}
