/** The sentences of `Flex Compliance`. */
import { counted } from '../../engine/numeric';
import type { CheckRun, KeptFinding, Severity } from '../../engine/compliance/types';
import { countText } from '../model/formats';
import { SEVERITIES } from './input';

/** Findings that are open, by severity. */
export function openBySeverity(findings: readonly KeptFinding[]): Readonly<Record<Severity, number>> {
  const open = { high: 0, medium: 0, low: 0 };
  for (const { state, severity } of findings) if (state === 'open') open[severity] += 1;
  return open;
}

/** The headline: what is open, and what nobody could look at. */
export function complianceFinding(findings: readonly KeptFinding[], checks: readonly CheckRun[]): string {
  const open = openBySeverity(findings);
  const total = open.high + open.medium + open.low;
  const parts = SEVERITIES.filter((severity) => open[severity] > 0).map(
    (severity) => `${countText(open[severity])} ${severity}`,
  );
  const skipped = checks.filter(({ ran }) => !ran).length;
  const found =
    total === 0
      ? `No finding is open after ${counted(checks.length - skipped, 'check')}`
      : `${counted(total, 'finding is', 'findings are')} open: ${parts.join(', ')}`;
  const unknown =
    skipped === 0
      ? ''
      : `; ${skipped} of ${checks.length} checks could not run, so what they look for is not known`;
  return `${found}${unknown}.`;
}

/** Rows of a finding as its cell shows them: "14, 17, 20 and 9 more". */
export function evidenceRowsText({
  rows,
  rowCount,
}: {
  readonly rows: readonly number[];
  readonly rowCount: number;
}): string {
  const more = rowCount - rows.length;
  return `${rows.join(', ')}${more > 0 ? ` and ${countText(more)} more` : ''}`;
}
