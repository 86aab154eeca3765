import type { CheckRun, ComplianceRule, Finding, KeptFinding } from './types';

export interface StateOptions {
  /** As-of day of this run. */
  readonly asOf: number;
  /** Checks of this run: findings of one that could not run are kept as they are. Omitted = all ran. */
  readonly checks?: readonly CheckRun[];
  /** First day of the data: findings that ended before it are kept as they are, because nothing could find them. Omitted = all. */
  readonly earliest?: number | null;
}

/**
 * Findings with the state the user gave them: what was accepted stays accepted with its reason, what is no longer found is closed, what comes
 * back after it was closed is open again. Findings of a check that could not run, or that lie before the data, keep their state.
 * @returns findings of this run first, in their order, then the earlier ones that it does not hold
 */
export function keepStates(
  findings: readonly Finding[],
  earlier: readonly KeptFinding[],
  options: StateOptions,
): readonly KeptFinding[] {
  const { asOf, checks = [], earliest = null } = options;
  const known = new Map(earlier.map((kept) => [kept.id, kept]));
  const found = new Set(findings.map(({ id }) => id));
  const skipped = new Set<ComplianceRule>(checks.filter(({ ran }) => !ran).map(({ rule }) => rule));
  const current = findings.map((finding): KeptFinding => {
    const before = known.get(finding.id);
    const firstSeen = before?.firstSeen ?? asOf;
    return before?.state === 'accepted'
      ? { ...finding, state: 'accepted', reason: before.reason, firstSeen, closedOn: null }
      : { ...finding, state: 'open', reason: '', firstSeen, closedOn: null };
  });
  const gone = [...known.values()].filter(({ id }) => !found.has(id));
  return [
    ...current,
    ...gone.map((kept): KeptFinding => {
      const isOutOfSight =
        skipped.has(kept.rule) || (earliest !== null && kept.to !== null && kept.to < earliest);
      return kept.state === 'closed' || isOutOfSight ? kept : { ...kept, state: 'closed', closedOn: asOf };
    }),
  ];
}
