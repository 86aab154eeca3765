/** Counts of what was read in a way the user should know of, said as sentences at the end. */
export class Notes {
  private readonly counts = new Map<
    string,
    { count: number; readonly sentence: (count: number) => string }
  >();

  /** Counts one more case of `topic`. */
  add(topic: string, sentence: (count: number) => string): void {
    const known = this.counts.get(topic);
    if (known) known.count++;
    else this.counts.set(topic, { count: 1, sentence });
  }

  /** Adds an amount to one more case of `topic`; the sentence is said of the sum. */
  sum(topic: string, amount: number, sentence: (sum: number) => string): void {
    const known = this.counts.get(topic);
    if (known) known.count += amount;
    else this.counts.set(topic, { count: amount, sentence });
  }

  /** In alphabetical order of the topics, so that the order of the rows decides nothing. */
  sentences(): readonly string[] {
    return [...this.counts.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { count, sentence }]) => sentence(count));
  }
}
