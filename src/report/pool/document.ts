/** `Flex Pool`: four sizes side by side, what each assumes and costs, the curve behind them, and the inputs to change. */
import { PEOPLE } from '../../engine/assumptions/shared';
import { wordOf } from '../../engine/assumptions/value';
import { isoDate, counted } from '../../engine/numeric';
import { brokenLines } from '../model/broken-lines';
import type { Block, Figure, SheetDocument, TextLine } from '../model/document';
import { SHEETS, TABLES } from '../model/sheet-names';
import { SHEET_COLORS, choiceTint } from '../model/palette';
import { poolInputFigures, poolStaleness } from './assumptions';
import { poolCharts } from './charts';
import { curveFigures, missizeFigures, poolKeyFigures, toleranceFigures } from './figures';
import type { PoolReportInput } from './input';
import { classesTable, curveTable, lotsTable, plannedTable, sizesTable, tiersTable } from './tables';
import { CHOICE_LABELS, clustersText, poolFinding } from './words';
import { provenanceFigures } from '../model/provenance-figures';
import { withCard } from '../rates/card-changed';
import { rejectedTable } from '../segments/summary-tables';

/** Builds the document. */
export function poolDocument(report: PoolReportInput): SheetDocument {
  const { currency, provenance, plannedRejected, classes, input } = report;
  const lots = lotsTable(report.result);
  const weights = classes.length === 0 ? null : { tokens: populationTokens(report) };
  const blocks: Block[] = [
    { kind: 'text', lines: headLines(report) },
    sizesTable(report),
    { kind: 'figures', heading: 'Key figures', figures: poolKeyFigures(report) },
    {
      kind: 'figures',
      heading: 'Inputs (change them here: costs follow, sizes after another run)',
      figures: poolInputFigures(report.assumptions, input.prices.disruption, currency, weights),
    },
    tiersTable(input.prices.tiers, currency),
    ...(weights === null ? [] : [classesTable(report.classLabel, classes, currency)]),
    {
      kind: 'figures',
      heading: 'What the tolerance means in money',
      figures: toleranceFigures(report),
    },
    { kind: 'figures', heading: 'If the pool is mis-sized', figures: missizeFigures(report) },
    ...(lots === null ? [] : [lots]),
    plannedTable(report),
    curveTable(report),
    { kind: 'figures', heading: 'What the curve says now', figures: curveFigures(report) },
    {
      kind: 'figures',
      heading: 'Where these figures come from',
      figures: [...provenanceFigures(provenance), ...simulationFigures(report)],
    },
    ...(plannedRejected.length === 0
      ? []
      : [
          rejectedTable(plannedRejected, SHEETS.projects.name, {
            name: TABLES.poolPlanRejected,
            heading: 'Planned projects left out',
          }),
        ]),
    rejectedTable(report.rejected, provenance.input, {
      name: TABLES.poolRejected,
      heading: 'Usage rows left out',
    }),
  ];
  return {
    name: SHEETS.pool.name,
    mark: SHEETS.pool.mark,
    blocks,
    charts: poolCharts(report),
    conditional: report.result.choices.map(({ kind }) => ({
      table: TABLES.poolSizes,
      column: 'choice',
      test: { kind: 'equals', text: CHOICE_LABELS[kind] },
      fill: choiceTint(kind),
    })),
    gridlines: false,
    tabColor: SHEET_COLORS.tab,
    print: { orientation: 'landscape' },
    provenance,
  };
}

function headLines(report: PoolReportInput): readonly TextLine[] {
  const { assumptions, provenance, demand, result, input } = report;
  const sizes = poolStaleness(assumptions, report.currency, {
    tiers: input.prices.tiers,
    disruptionUsed: input.prices.disruption,
  });
  const staleness = withCard(sizes, report.cardChanged, 'Size pool');
  const people = `${counted(demand.people, 'person', 'people')} (${wordOf(PEOPLE, assumptions.people)})`;
  const warnings = [...new Set([...result.warnings.map(({ text }) => text), ...report.warnings])];
  return [
    { text: 'How many tokens the pool needs', style: 'title' },
    {
      text: `Year ${report.window}, as of ${isoDate(demand.asOf)}, from ${provenance.input}; ${people}; rate card ${provenance.card}`,
      style: 'subtitle',
    },
    { text: poolFinding(report), style: 'finding' },
    { text: staleness.text, formula: staleness.formula, style: 'body' },
    ...warnings.flatMap((text) =>
      brokenLines(text).map((line): TextLine => ({ text: line, style: 'warning' })),
    ),
  ];
}

/** All tokens that were asked to weigh: the demand sized, before scaling, with what planned work took out of it. */
function populationTokens({ demand, planned, classTokens }: PoolReportInput): number {
  return classTokens ?? demand.base / demand.scale + planned.reduce((sum, { replaced }) => sum + replaced, 0);
}

function simulationFigures({ result, input }: PoolReportInput): readonly Figure[] {
  return [
    { label: 'Simulated years', value: result.draws, numberFormat: '#,##0', unit: 'draws' },
    {
      label: 'Clusters resampled',
      value: clustersText(input.facts.kinds),
      numberFormat: 'General',
      note: 'studentised predictive cluster bootstrap (Field & Welsh 2007)',
    },
  ];
}
