/** Every part of a report that the inputs allow, and sentences about those they do not. */
import { FlexError } from '../../../engine/errors';
import { assumptionsDocument } from '../../../report/segments/assumptions-document';
import { checksDocument } from '../../../report/checks/document';
import { partsOf } from '../../../report/checks/parts';
import type { Provenance } from '../../../report/model/document';
import { SHEETS } from '../../../report/model/sheet-names';
import { usageDocument } from '../../../report/usage/document';
import type { Results } from '../../program/command';
import { historyIn } from '../import/run';
import { readUsageFile, type UsageFile } from '../../input/usage-file';
import { monitorResults } from '../monitor/results';
import { runMonitor } from '../monitor/run';
import type { OptionValues } from '../../program/option-values';
import { poolResults } from '../pool/results';
import { runPool } from '../pool/run';
import { portfolioResults } from '../portfolio/results';
import { requestPortfolio, runPortfolio } from '../portfolio/run';
import type { Progress } from '../../program/progress';
import { segmentResults } from '../segments/results';
import { runSegments } from '../segments/run';

interface Part extends Results {
  readonly notes: readonly string[];
}

export interface ReportRun extends Part {
  readonly window: string;
  /** Sentences about what the report does not hold. */
  readonly leftOut: readonly string[];
}

/** @throws BadInput or FlexError when a list is wrong, or people cannot be segmented */
export async function runReport(
  file: string,
  usage: UsageFile,
  options: OptionValues,
  provenance: Provenance,
  progress: Progress,
  now: Date,
): Promise<ReportRun> {
  const segments = await runSegments(usage, options);
  const { asOf } = segments.run;
  const leftOut: string[] = [];
  const part = async (what: string, make: () => Promise<Part>): Promise<readonly Part[]> => {
    try {
      return [await make()];
    } catch (error) {
      // The people are answered all the same.
      if (!(error instanceof FlexError)) throw error;
      leftOut.push(`${what} is left out. ${error.message}`);
      return [];
    }
  };
  const pool = await part('The pool', async () => {
    const done = await runPool(usage, options, provenance, progress, segments);
    return { ...poolResults(done), notes: done.notes };
  });
  const monitor =
    options.text('purchases') === null
      ? []
      : await part(SHEETS.monitor.name, async () => {
          const done = await runMonitor(usage, options, provenance, progress, asOf, segments);
          return { ...monitorResults(done), notes: done.notes };
        });
  if (options.text('purchases') === null) {
    leftOut.push(`${SHEETS.monitor.name} is left out: give the packs you bought with --purchases FILE.`);
  }
  const portfolio = await part(SHEETS.portfolio.name, async () => {
    const request = await requestPortfolio(usage, options);
    const mix = runPortfolio(request, progress);
    const results = portfolioResults(usage, request, mix, provenance, now);
    const known = request.input.assignments !== null;
    if (!known) {
      leftOut.push(
        `${SHEETS.actions.name} is left out: nobody can tell who holds which seat, give --seats FILE.`,
      );
    }
    return {
      ...results,
      documents: results.documents.filter(({ name }) => known || name !== SHEETS.actions.name),
      notes: [...request.notes, ...mix.notes],
    };
  });
  const history = options.flag('with-usage')
    ? await part(SHEETS.usage.name, () => usagePart(file, usage, options, provenance, progress))
    : [];
  const people = segmentResults(usage, segments, provenance, leftOut);
  const parts: readonly Part[] = [
    { ...people, notes: [...usage.notes, ...segments.notes] },
    ...pool,
    ...monitor,
    ...portfolio,
  ];
  const sheets = [...parts, ...history].flatMap(({ documents }) => documents);
  const assumed = [...sheets, assumptionsDocument(sheets, usage.card, provenance)];
  const made = { product: provenance.product, version: provenance.version, when: provenance.when };
  return {
    window: segments.window,
    finding: parts.map(({ finding }) => finding).join('. '),
    figures: parts.flatMap(({ figures }) => figures),
    tables: parts.flatMap(({ tables }, at) =>
      at === 0 ? tables : tables.map((table) => ({ ...table, isMain: false })),
    ),
    documents: [...assumed, checksDocument(partsOf(assumed), made)],
    notes: [...new Set([...parts.flatMap(({ notes }) => notes), ...leftOut])],
    leftOut,
  };
}

/** The usage itself, so that the workbook can be read again: as the file says it, without what the people table adds. */
async function usagePart(
  file: string,
  usage: UsageFile,
  options: OptionValues,
  provenance: Provenance,
  progress: Progress,
): Promise<Part> {
  const plain =
    options.text('people') === null
      ? usage
      : await readUsageFile(file, usage.card, options, progress, 'export');
  const document = usageDocument({ history: historyIn(plain), append: null, provenance });
  return { finding: '', figures: [], tables: [], documents: [document], notes: [] };
}
