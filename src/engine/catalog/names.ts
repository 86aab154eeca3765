const TRADEMARKS = /[®™©]/g;
const RELEASE_YEAR = /(^|[^0-9])20[0-9]{2}[^\p{L}\p{N}]*$/u;
const NOT_LETTER_OR_DIGIT = /[^\p{L}\p{N}]+/gu;

/**
 * The form of a product or Collection name in which two spellings are compared: case, spaces and punctuation are ignored, a leading
 * "Autodesk" and a trailing release year (20xx) are dropped.
 * @example normalizeName('Autodesk Civil 3D 2024') //=> "civil3d"
 */
export function normalizeName(text: string): string {
  const bare = text.replace(TRADEMARKS, '').toLowerCase().normalize('NFC');
  const letters = bare.replace(NOT_LETTER_OR_DIGIT, '');
  const short = bare
    .replace(RELEASE_YEAR, '$1')
    .replace(NOT_LETTER_OR_DIGIT, '')
    .replace(/^autodesk/, '');
  // A text that is nothing but "Autodesk" or a year keeps its letters: blank would match any other such text.
  return short === '' ? letters : short;
}
