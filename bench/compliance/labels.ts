import type { ComplianceInput, ComplianceRule } from '../../src/engine/compliance';
import { uniform, type RandomWords } from '../../src/engine/numeric/random';

/** A case that was put into a fixture on purpose. */
export interface Planted {
  readonly rule: ComplianceRule;
  readonly user: string;
}

/** Something harmless that looks like a case of a rule. */
export interface Decoy extends Planted {
  readonly kind: string;
}

/** Usage with everything a compliance check takes, and what is right to find in it. */
export interface LabelledOffice {
  readonly input: ComplianceInput;
  readonly rows: number;
  readonly planted: readonly Planted[];
  readonly decoys: readonly Decoy[];
}

/** Notes what is put into an office. */
export class Labels {
  readonly planted: Planted[] = [];
  readonly decoys: Decoy[] = [];

  plant(user: string, ...rules: readonly ComplianceRule[]): void {
    for (const rule of rules) this.planted.push({ rule, user });
  }

  decoy(user: string, rule: ComplianceRule, kind: string): void {
    this.decoys.push({ rule, user, kind });
  }
}

/** Whole number from `from` to `to`, both included. */
export function between(words: RandomWords, from: number, to: number): number {
  return from + Math.floor(uniform(words) * (to - from + 1));
}

export function pick<T>(words: RandomWords, list: readonly T[]): T {
  return list[Math.floor(uniform(words) * list.length)]!;
}

/** Rows in an order that says nothing. */
export function shuffled<T>(words: RandomWords, list: readonly T[]): readonly T[] {
  const all = [...list];
  for (let at = all.length - 1; at > 0; at--) {
    const other = Math.floor(uniform(words) * (at + 1));
    [all[at], all[other]] = [all[other]!, all[at]!];
  }
  return all;
}
