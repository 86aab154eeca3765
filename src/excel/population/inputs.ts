/** Who is on Flex, and what was decided, on the sheets of earlier commands: what others read of them. */
import { SHEETS } from '../../report/model/sheet-names';
import { keepsToday } from '../../report/portfolio/people';
import { readPortfolioFlex, readPreviousPortfolio } from '../portfolio/previous';
import { readInput } from '../runs/input';
import { readPreviousRun } from '../segments/previous';

const { segments, portfolio, actions } = SHEETS;

/** Segment, recommendation and decision of everybody. */
export const SEGMENTED = readInput(
  'segmented',
  `the segments or decisions on ${segments.name}`,
  [segments.name],
  segmentRows,
);

/** The segments alone. */
export const SEGMENT_NAMES = readInput(
  'segmentNames',
  `the segments on ${segments.name}`,
  [segments.name],
  async (context) => (await segmentRows(context)).map(([key, segment]) => [key, segment]),
);

/** What everybody draws with tokens by the portfolio, as decided. */
export const ON_FLEX = readInput(
  'onFlex',
  `the proposals or decisions on ${portfolio.name}`,
  [portfolio.name],
  flexRows,
);

/** Who is proposed for Flex, and what they give up for it: by the portfolio, or else by the segmentation. */
export const PROPOSED = readInput(
  'proposed',
  `who is proposed for Flex on ${portfolio.name} or ${segments.name}`,
  [segments.name, portfolio.name, actions.name],
  async (context) => {
    const flex = await flexRows(context);
    if (flex.length === 0) return await segmentRows(context);
    const previous = await readPreviousPortfolio(context, {});
    return [
      ...flex,
      ...[...previous.people].map(([key, { proposed }]) => [key, proposed]),
      ...previous.actions.flatMap(({ action }) =>
        action.kind === 'unassign seat' ? [[action.user, action.offering]] : [],
      ),
    ];
  },
);

async function segmentRows(context: Excel.RequestContext) {
  const people = (await readPreviousRun(context, {}))?.people ?? new Map<string, never>();
  return [...people].map(([key, { segment, recommendation, decision }]) => [
    key,
    segment,
    recommendation,
    decision,
  ]);
}

async function flexRows(context: Excel.RequestContext) {
  return [...(await readPortfolioFlex(context, {}))].map(([key, { decision, proposed, today }]) => [
    key,
    ...(keepsToday(decision) ? today : proposed),
  ]);
}
