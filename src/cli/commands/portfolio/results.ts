/** Documents and tables of the cheapest mix and of the changes towards it. */
import { windowText } from '../../../engine/usage';
import { emailLists, portfolioActions, type Portfolio } from '../../../engine/portfolio';
import { ACTION_FIGURES, actionsDocument } from '../../../report/portfolio/actions/document';
import { mergeActions } from '../../../report/portfolio/actions/list';
import type { Provenance } from '../../../report/model/document';
import { TABLES } from '../../../report/model/sheet-names';
import { portfolioDocument } from '../../../report/portfolio/document';
import { PORTFOLIO_FIGURES } from '../../../report/portfolio/input';
import { portfolioFinding } from '../../../report/portfolio/words';
import type { Results } from '../../program/command';
import type { UsageFile } from '../../input/usage-file';
import type { PortfolioRequest } from './run';
import { resultFigures, resultTable, resultTables } from '../../output/result-table';
import { today } from '../../../engine/numeric';

/** @param now the moment of the run: the day on which changes are listed */
export function portfolioResults(
  { reading, card, placed, notes }: UsageFile,
  request: PortfolioRequest,
  portfolio: Portfolio,
  provenance: Provenance,
  now: Date,
): Results {
  const { input, assumptions } = request;
  const proposed = portfolioActions(portfolio, input);
  const listed = mergeActions({
    earlier: [],
    checked: [],
    proposed,
    kept: new Set(),
    today: today(now),
    run: now.toISOString(),
  });
  const mix = portfolioDocument({
    portfolio,
    input,
    margins: new Map(card.rows.map(({ product, margin }) => [product, assumptions.margin ?? margin ?? 1])),
    assumptions,
    window: windowText(request.year),
    provenance,
    seatsFrom: request.seatsFrom,
    own: new Map(),
    gone: [],
    listsRejected: request.listsRejected,
    rejected: placed,
    warnings: [...notes, ...request.notes],
    estimated: reading.estimated,
  });
  const work = actionsDocument({
    listed,
    lists: emailLists(proposed),
    checked: false,
    todayKnown: input.assignments !== null,
    currency: input.currency,
    asOf: input.asOf,
    provenance,
  });
  const f = PORTFOLIO_FIGURES;
  return {
    finding: portfolioFinding(portfolio, reading.estimated),
    figures: resultFigures(
      [mix, work],
      [
        ...[f.cost, f.costToday, f.saving, f.savingThisTerm, f.changed],
        ...(input.assignments !== null ? [ACTION_FIGURES.open] : []),
        ...[f.people, f.onFlex, f.seats, f.collections, f.tokens, f.tokensBought, f.lowerBound, f.gap],
      ],
    ),
    tables: [
      resultTable(mix, TABLES.portfolioMoney),
      resultTable(mix, TABLES.portfolioSeats, [
        ...['offering', 'kind', 'owned', 'assigned', 'needed', 'toBuy', 'toRelease', 'end', 'cost'],
      ]),
      { ...resultTable(mix, TABLES.portfolio, []), isMain: true },
      ...resultTables(mix, TABLES.portfolioNotes, []),
      resultTable(work, TABLES.actions, ['saving', 'due', 'user', 'offering', 'kind']),
      resultTable(work, TABLES.emailLists, []),
    ],
    documents: [mix, work],
  };
}
