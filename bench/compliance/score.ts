import { checkCompliance, RULE_ORDER, type ComplianceRule } from '../../src/engine/compliance';
import { randomStream } from '../../src/engine/numeric/random';
import { daysOffice } from './days-office';
import type { LabelledOffice } from './labels';
import { sessionsOffice } from './sessions-office';
import { totalsOffice } from './totals-office';

/** How a rule did: people planted, found among them, listed although nothing was planted, and decoys listed. */
export interface RuleScore {
  readonly rule: ComplianceRule;
  planted: number;
  found: number;
  /** People listed, and those of them with nothing planted. */
  listed: number;
  wrong: number;
  /** The same where findings of low severity do not count. */
  graveListed: number;
  graveWrong: number;
  decoys: number;
}

export interface Score {
  readonly offices: number;
  rows: number;
  seconds: number;
  readonly rules: readonly RuleScore[];
  /** Kinds of decoys that were listed, with how often; and those listed who are neither planted nor decoys. */
  readonly fooled: Readonly<Record<string, number>>;
}

const ORDINARY = 'ordinary people';

/**
 * Checks `offices` offices of each kind.
 * @param clock seconds, rising
 */
export function score(offices: number, seed: number, clock: () => number): Score {
  const rules = RULE_ORDER.map((rule): RuleScore => ({
    ...{ rule, planted: 0, found: 0, listed: 0, wrong: 0, graveListed: 0, graveWrong: 0, decoys: 0 },
  }));
  const fooled: Record<string, number> = {};
  let rows = 0;
  let seconds = 0;
  for (let at = 0; at < offices; at++) {
    const words = randomStream(seed + at, 0);
    for (const office of [
      sessionsOffice(words),
      daysOffice(words),
      totalsOffice(words, 'year'),
      totalsOffice(words, 'month'),
    ]) {
      rows += office.rows;
      seconds += count(office, rules, fooled, clock);
    }
  }
  return { offices, rows, seconds, rules, fooled };
}

function count(
  { input, planted, decoys }: LabelledOffice,
  rules: readonly RuleScore[],
  fooled: Record<string, number>,
  clock: () => number,
): number {
  const started = clock();
  const { findings } = checkCompliance(input);
  const seconds = clock() - started;
  for (const line of rules) {
    const own = findings.filter(({ rule }) => rule === line.rule);
    const right = new Set(planted.filter(({ rule }) => rule === line.rule).map(({ user }) => user));
    const tricks = decoys.filter(({ rule }) => rule === line.rule);
    const listed = new Set(own.map(({ user }) => user));
    line.planted += right.size;
    line.found += [...right].filter((user) => listed.has(user)).length;
    line.listed += listed.size;
    line.decoys += tricks.length;
    const grave = new Set(own.filter(({ severity }) => severity !== 'low').map(({ user }) => user));
    line.graveListed += grave.size;
    for (const user of listed) {
      if (right.has(user)) continue;
      line.wrong++;
      if (grave.has(user)) line.graveWrong++;
      const kind = tricks.find((decoy) => decoy.user === user)?.kind ?? `${ORDINARY} (${line.rule})`;
      fooled[kind] = (fooled[kind] ?? 0) + 1;
    }
  }
  return seconds;
}

export function precision({ listed, wrong }: Pick<RuleScore, 'listed' | 'wrong'>): number {
  return listed === 0 ? NaN : (listed - wrong) / listed;
}

/** The people listed with more than low severity. */
export function grave({
  graveListed,
  graveWrong,
}: Pick<RuleScore, 'graveListed' | 'graveWrong'>): Pick<RuleScore, 'listed' | 'wrong'> {
  return { listed: graveListed, wrong: graveWrong };
}

export function recall({ planted, found }: Pick<RuleScore, 'planted' | 'found'>): number {
  return planted === 0 ? NaN : found / planted;
}

/** All rules together. */
export function total(rules: readonly RuleScore[]): Omit<RuleScore, 'rule'> {
  const sum = { planted: 0, found: 0, listed: 0, wrong: 0, graveListed: 0, graveWrong: 0, decoys: 0 };
  for (const line of rules) {
    for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += line[key];
  }
  return sum;
}
