/** Which formulas need the add-in, told from their text. */

/** As the add-in enters it, and as Excel shows it where the add-in is not installed. */
const CALL = /(?:\bFLEX\.|_xldudf_FLEX_)([A-Z][A-Z0-9_.]*)\s*\(/gi;

/** What a colleague without the add-in sees once the workbook calculates. */
export const WITHOUT_ADD_IN = '#NAME?';

/** What a formula shows while it has no result: freezing it would keep nothing of worth. */
const NO_RESULT = ['#NAME?', '#BUSY!', '#CONNECT!', '#GETTING_DATA', '#SPILL!', '#CALC!', '#UNKNOWN!'];

/**
 * The FLEX functions a formula calls, each once, as a user writes them; empty for a formula that is alive without the add-in.
 * @example flexFunctions('=SUM(FLEX.COST(A1,2))+1') //=> ['FLEX.COST']
 */
export function flexFunctions(formula: string): readonly string[] {
  if (!formula.startsWith('=')) return [];
  const code = formula.replace(/"(?:[^"]|"")*"/g, '""');
  return [...new Set([...code.matchAll(CALL)].map(([, name = '']) => `FLEX.${name.toUpperCase()}`))];
}

export function hasResult(shows: unknown): boolean {
  return !NO_RESULT.includes(String(shows));
}
