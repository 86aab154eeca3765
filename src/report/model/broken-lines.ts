/** Longest line of a sentence above the tables: a cell's text does not wrap without merging, and must end on the page. */
const LINE = 165;
/** Room for the word at which an even line ends. */
const EVEN_SLACK = 8;

/** A long sentence in lines of about equal length, at most 165 characters (a single longer word apart), broken between words. */
export function brokenLines(text: string): readonly string[] {
  const even = Math.ceil(text.length / Math.ceil(text.length / LINE)) + EVEN_SLACK;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > Math.min(LINE, even)) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
