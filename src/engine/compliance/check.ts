import { cloudEntitlements } from './entitlements/cloud';
import { everyDay, manyProducts } from './credentials/daily-patterns';
import { unassigned } from './entitlements/flex-assignment';
import { longDays } from './credentials/long-days';
import { overlappingSessions } from './credentials/overlaps';
import { contractorEnded, departed } from './people';
import { RULE_ORDER, RULES } from './rules';
import { checkedUsage, type Check } from './evidence';
import { seatTokens } from './entitlements/seat-tokens';
import { serviceNames } from './credentials/service-names';
import type { CheckRun, ComplianceInput, ComplianceReport, ComplianceRule, Finding, Severity } from './types';

const CHECKS: Readonly<Record<ComplianceRule, Check>> = {
  'overlapping sessions': overlappingSessions,
  'more than 24 hours': longDays,
  'every day': everyDay,
  'many products': manyProducts,
  'service name': serviceNames,
  departed,
  unassigned,
  'seat holder': seatTokens,
  'cloud entitlement': cloudEntitlements,
  'contractor ended': contractorEnded,
};
const GRAVITY: Readonly<Record<Severity, number>> = { high: 0, medium: 1, low: 2 };

/**
 * Every check of docs/rules.md, "Compliance" on one reading. A check that the data cannot carry is listed with the sentence why; it finds
 * nothing and says nothing about anybody.
 */
export function checkCompliance(input: ComplianceInput): ComplianceReport {
  const usage = checkedUsage(input);
  const findings: Finding[] = [];
  const checks = RULE_ORDER.map((rule): CheckRun => {
    const outcome = CHECKS[rule](usage);
    const facts = { rule, ...RULES[rule] };
    if ('skipped' in outcome) return { ...facts, ran: false, reason: outcome.skipped, findings: 0, note: '' };
    findings.push(...outcome.findings);
    return { ...facts, ran: true, reason: '', findings: outcome.findings.length, note: outcome.note ?? '' };
  });
  return { asOf: usage.asOf, checks, findings: findings.sort(byGravity) };
}

function byGravity(a: Finding, b: Finding): number {
  const text = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0);
  return (
    GRAVITY[a.severity] - GRAVITY[b.severity] ||
    RULE_ORDER.indexOf(a.rule) - RULE_ORDER.indexOf(b.rule) ||
    text(a.user.toLowerCase(), b.user.toLowerCase()) ||
    text(a.product, b.product) ||
    (a.from ?? 0) - (b.from ?? 0)
  );
}
