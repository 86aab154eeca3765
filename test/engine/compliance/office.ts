import { guideCard, retailCard, type RateCard } from '../../../src/engine/catalog';
import {
  checkCompliance,
  type ComplianceInput,
  type ComplianceReport,
  type ComplianceRule,
  type Finding,
} from '../../../src/engine/compliance';
import { serialOf } from '../../../src/engine/numeric';
import { readUsage } from '../../../src/engine/usage/reader/reader';
import type { RawCell, UsageReading } from '../../../src/engine/usage';

export type Row = readonly RawCell[];

/** A day of 2026. */
export const on = (month: number, day: number, hour = 0): number => serialOf(2026, month, day) + hour / 24;

export const SESSION_HEADER: Row = ['User', 'Product', 'Start', 'End', 'Machine'];
export const HOUR_HEADER: Row = ['User', 'Product', 'Date', 'Hours'];
export const DAY_HEADER: Row = ['User', 'Product', 'Date', 'Days', 'Tokens', 'Access'];

export function sessions(...rows: readonly Row[]): UsageReading {
  return readUsage([SESSION_HEADER, ...rows], { card: guideCard });
}

export function hours(...rows: readonly Row[]): UsageReading {
  return readUsage([HOUR_HEADER, ...rows], { card: guideCard });
}

/** Charged days on the retail card: user, product, day, tokens, access (left out: Flex). */
export function days(...rows: readonly Row[]): UsageReading {
  return readUsage(
    [
      DAY_HEADER,
      ...rows.map(([user, product, day, tokens, access = 'Flex']) => [user, product, day, 1, tokens, access]),
    ],
    { card: retailCard },
  );
}

export function withCard(card: RateCard, header: Row, ...rows: readonly Row[]): UsageReading {
  return readUsage([header, ...rows], { card });
}

export function report(reading: UsageReading, more: Partial<ComplianceInput> = {}): ComplianceReport {
  return checkCompliance({ reading, asOf: null, seats: null, employment: null, moves: null, ...more });
}

export function found(
  rule: ComplianceRule,
  reading: UsageReading,
  more: Partial<ComplianceInput> = {},
): readonly Finding[] {
  return report(reading, more).findings.filter((finding) => finding.rule === rule);
}

/** Why a check did not run; '' when it did. */
export function skipped(
  rule: ComplianceRule,
  reading: UsageReading,
  more: Partial<ComplianceInput> = {},
): string {
  return report(reading, more).checks.find((check) => check.rule === rule)!.reason;
}

/** Days running from a first one. */
export const running = (first: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => first + at);
