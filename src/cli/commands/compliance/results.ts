/** Documents and tables of the checks and of the register. */
import type { ItamRow } from '../../../engine/compliance';
import { complianceDocument } from '../../../report/compliance/document';
import { COMPLIANCE_FIGURES, ITAM_FIGURES } from '../../../report/compliance/input';
import { complianceFinding, openBySeverity } from '../../../report/compliance/words';
import type { Provenance } from '../../../report/model/document';
import { numberFormat, PRICE_MISSING } from '../../../report/model/formats';
import { itamDocument } from '../../../report/compliance/itam/document';
import { TABLES } from '../../../report/model/sheet-names';
import type { ResultFigure, Results } from '../../program/command';
import type { ComplianceRun } from './run';
import { computed } from '../../output/computed';
import { tableOf } from '../../output/document-table';
import type { UsageFile } from '../../input/usage-file';
import { resultTable } from '../../output/result-table';

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
  const { currency } = card;
  const itam = itamDocument({ asOf, rows: register, tokenPrice, currency, provenance });
  return {
    finding: complianceFinding(findings, checks),
    figures: figuresOf(done, currency),
    tables: [
      resultTable(tableOf(compliance, TABLES.complianceChecks), 'Checks', undefined, [
        ...['ran', 'title', 'findings', 'reason'],
      ]),
      {
        ...resultTable(tableOf(compliance, TABLES.complianceFindings), 'Findings', undefined, [
          ...['severity', 'title', 'user', 'product', 'state', 'evidence'],
        ]),
        isMain: true,
      },
      resultTable(
        tableOf(itam, TABLES.itam),
        'Register of Flex and seats',
        computed(register, { yearlyCost: ({ yearlyCost }) => yearlyCost ?? PRICE_MISSING }),
        [],
      ),
    ],
    documents: [compliance, itam],
  };
}

function figuresOf({ findings, report, register }: ComplianceRun, currency: string): readonly ResultFigure[] {
  const open = openBySeverity(findings);
  const f = COMPLIANCE_FIGURES;
  const count = (label: string, name: string, value: number, unit = 'findings'): ResultFigure => ({
    label,
    name,
    value,
    numberFormat: '#,##0',
    unit,
  });
  const inState = (wanted: string): number => findings.filter(({ state }) => state === wanted).length;
  const sum = (of: (row: ItamRow) => number): number => register.reduce((total, row) => total + of(row), 0);
  return [
    count('Open', f.open, open.high + open.medium + open.low),
    count('Open, high', f.high, open.high),
    count('Open, medium', f.medium, open.medium),
    count('Open, low', f.low, open.low),
    count('Accepted', f.accepted, inState('accepted')),
    count('Closed', f.closed, inState('closed')),
    count('Checks that could not run', f.skipped, report.checks.filter(({ ran }) => !ran).length, 'checks'),
    count('Rows of the register', ITAM_FIGURES.rows, register.length, 'rows'),
    count(
      'Tokens of the register',
      ITAM_FIGURES.tokens,
      sum(({ tokens }) => tokens),
      'tokens a year',
    ),
    {
      label: 'Cost of the register',
      name: ITAM_FIGURES.cost,
      value: sum(({ yearlyCost }) => yearlyCost ?? 0),
      numberFormat: numberFormat('money', currency),
      unit: `${currency} a year`,
    },
  ];
}
