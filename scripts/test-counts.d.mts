export interface Counts {
  readonly passed: number;
  readonly failed: number;
}
export function readJestReport(text: string): Counts;
export function readNodeTestSummary(output: string): Counts;
