/** Documents and tables of the checks and of the register. */
import { complianceDocument } from '../../../report/compliance/document';
import { COMPLIANCE_FIGURES, ITAM_FIGURES } from '../../../report/compliance/input';
import { complianceFinding } from '../../../report/compliance/words';
import type { Provenance } from '../../../report/model/document';
import { itamDocument } from '../../../report/compliance/itam/document';
import { TABLES } from '../../../report/model/sheet-names';
import type { Results } from '../../program/command';
import type { ComplianceRun } from './run';
import type { UsageFile } from '../../input/usage-file';
import { resultFigures, resultTable } from '../../output/result-table';

export function complianceResults(
  { card, placed, notes }: UsageFile,
  done: ComplianceRun,
  provenance: Provenance,
): Results {
  const { report, findings, register, tokenPrice, sources, listsRejected } = done;
  const { asOf, checks } = report;
  const compliance = complianceDocument({
    asOf,
    checks,
    findings,
    sources,
    provenance,
    listsRejected,
    rejected: placed,
    warnings: [...notes, ...done.notes],
  });
  const itam = itamDocument({ asOf, rows: register, tokenPrice, currency: card.currency, provenance });
  const documents = [compliance, itam];
  return {
    finding: complianceFinding(findings, checks),
    figures: resultFigures(documents, [
      ...Object.values(COMPLIANCE_FIGURES),
      ...[ITAM_FIGURES.rows, ITAM_FIGURES.tokens, ITAM_FIGURES.cost],
    ]),
    tables: [
      resultTable(compliance, TABLES.complianceChecks, ['ran', 'title', 'findings', 'reason']),
      {
        ...resultTable(compliance, TABLES.complianceFindings, [
          ...['severity', 'title', 'user', 'product', 'state', 'evidence'],
        ]),
        isMain: true,
      },
      resultTable(itam, TABLES.itam, [], 'Register of Flex and seats'),
    ],
    documents,
  };
}
