/** The texts cells show for errors. */
const ERRORS: ReadonlySet<string> = new Set([
  '#DIV/0!',
  '#NAME?',
  '#VALUE!',
  '#NUM!',
  '#N/A',
  '#REF!',
  '#SPILL!',
  '#CALC!',
  '#NULL!',
  '#CYCLE!',
  '#ERROR!',
  '#GETTING_DATA',
]);

export function isErrorText(value: unknown): value is string {
  return typeof value === 'string' && ERRORS.has(value);
}
