/** Fitting words into a chart without measuring them on screen: the widths are those of a generous sans-serif. */
const NARROW = /[iljtfrI.,:;'|()[\]!\s-]/;
const WIDE = /[mwMW@%]/;

/** Estimated width in pixels. */
export function textWidth(text: string, size: number): number {
  let units = 0;
  for (const letter of text)
    units += NARROW.test(letter) ? 0.35 : WIDE.test(letter) ? 0.95 : /[A-Z0-9$€–]/.test(letter) ? 0.68 : 0.6;
  return units * size;
}

/** Cut with an ellipsis so that it is not wider than asked. */
export function shorten(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  let end = text.length;
  while (end > 1 && textWidth(`${text.slice(0, end)}…`, size) > width) end -= 1;
  return `${text.slice(0, end).trimEnd()}…`;
}

/** Lines of whole words; what does not fit in the last line is cut. */
export function wrapped(text: string, size: number, width: number, lines: number): string[] {
  const result: string[] = [];
  let line = '';
  const words = text.split(/\s+/).filter((word) => word !== '');
  for (const [index, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || textWidth(longer, size) <= width) {
      line = longer;
      continue;
    }
    if (result.length === lines - 1) {
      line = [line, ...words.slice(index)].join(' ');
      break;
    }
    result.push(line);
    line = word;
  }
  if (line !== '') result.push(line);
  return result.map((each) => shorten(each, size, width));
}
