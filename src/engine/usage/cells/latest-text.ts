/**
 * One text a user: the one of the row with the latest date. Between rows of one date the preferred text counts (by
 * default the first in the alphabet), so that the order of the rows decides nothing.
 */
export class LatestText {
  private readonly texts: string[] = [];
  private readonly dates: number[] = [];

  constructor(private readonly prefers: (a: string, b: string) => boolean = (a, b) => a < b) {}

  /** @param date serial of the row; NaN counts as the earliest */
  offer(user: number, text: string, date: number): void {
    const known = this.texts[user];
    const before = this.dates[user] as number;
    if (known === undefined) {
      this.texts[user] = text;
      this.dates[user] = date;
      return;
    }
    if (known === text) {
      if (date > before || before !== before) this.dates[user] = date;
      return;
    }
    const later = date > before || (before !== before && date === date);
    const same = date === before || (before !== before && date !== date);
    if (!later && !(same && this.prefers(text, known))) return;
    this.texts[user] = text;
    this.dates[user] = date;
  }

  at(user: number): string {
    return this.texts[user] ?? '';
  }
}
