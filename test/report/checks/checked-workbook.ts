/** Documents of one workbook over the usage of `monitor-report.ts`: a segmentation and a review, which its control totals compare. */
import { guideCard } from '../../../src/engine/catalog';
import { segmentUsers, summarizeSegments } from '../../../src/engine/segments';
import { monthTokens } from '../../../src/engine/usage';
import { readUsage } from '../../../src/engine/usage/reader/reader';
import { alertsDocument } from '../../../src/report/monitor/alerts/document';
import { chargebackDocument } from '../../../src/report/monitor/chargeback/document';
import { checksDocument } from '../../../src/report/checks/document';
import { ledgerDocument } from '../../../src/report/monitor/ledger/document';
import { monitorDocument } from '../../../src/report/monitor/document';
import { partsOf } from '../../../src/report/checks/parts';
import { segmentsDocument } from '../../../src/report/segments/document';
import { summaryDocument } from '../../../src/report/segments/summary-document';
import type { CellValue, SheetDocument } from '../../../src/report/model/document';
import type { RunAssumptions } from '../../../src/report/segments/assumptions';
import { monitorReport, usageRows, type MonitorReportOptions } from '../monitor/report';

const TERMS = { seatDiscount: 0, tokenDiscount: 0, tokenPrice: 0.3, margin: null };
const MADE = { product: 'Flex Governor', version: '0', when: '2026-11-01T08:00:00.000Z' };

export function segmentedDocuments(): readonly SheetDocument[] {
  const reading = readUsage(usageRows(), { card: guideCard });
  const { rows, year } = segmentUsers(reading, {
    card: guideCard,
    terms: TERMS,
    asOf: null,
    externalDomains: [],
    rankingHoursPerDay: 8,
  });
  const run: RunAssumptions = { terms: TERMS, currency: 'USD', asOf: year.asOf, rankingHoursPerDay: 8 };
  const { provenance } = monitorReport();
  const shared = { rows, run, provenance, estimated: false, window: '' };
  return [
    summaryDocument({
      ...shared,
      summary: summarizeSegments(rows),
      rejected: [],
      gone: [],
      unknown: [],
      warnings: [],
      months: { year, months: monthTokens(reading) },
    }),
    segmentsDocument({ ...shared, own: new Map(), changes: null }),
  ];
}

export function reviewedDocuments(options: MonitorReportOptions = {}): readonly SheetDocument[] {
  const report = monitorReport(options);
  return [
    monitorDocument(report),
    ledgerDocument(report),
    alertsDocument(report),
    chargebackDocument(report),
  ];
}

/** The documents and `Flex Checks` over them. */
export function checked(documents: readonly SheetDocument[]): readonly SheetDocument[] {
  return [...documents, checksDocument(partsOf(documents), MADE)];
}

/** The documents as after a user typed over one cell of a table. */
export function typedOver(
  documents: readonly SheetDocument[],
  table: string,
  at: number,
  key: string,
  value: CellValue,
): readonly SheetDocument[] {
  return documents.map((document) => ({
    ...document,
    blocks: document.blocks.map((block) => {
      if (block.kind !== 'table' || block.name !== table) return block;
      const column = block.columns.findIndex((candidate) => candidate.key === key);
      const rows = block.rows.map((row, index) =>
        index === at ? row.map((cell, each) => (each === column ? value : cell)) : row,
      );
      return { ...block, rows };
    }),
  }));
}
