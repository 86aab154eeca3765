import type {
  PortfolioInspection,
  PortfolioOutcome,
  PortfolioSettings,
} from '../../excel/contract/portfolio';
import type { CommandAction, CommandState, CommandWords } from '../command/state';

/** What the pane knows of the Portfolio step. */
export type PortfolioState = CommandState<PortfolioSettings, PortfolioInspection, PortfolioOutcome>;

export type PortfolioAction = CommandAction<PortfolioSettings, PortfolioInspection, PortfolioOutcome>;

/** What a screen reader is told of building a portfolio. */
export const portfolioAnnouncements: CommandWords<PortfolioInspection, PortfolioOutcome> = {
  looked: ({ canRun, people }) =>
    canRun
      ? `A portfolio can be built for ${people} people.`
      : 'A portfolio cannot be built yet. The step says why.',
  started: 'Building the portfolio started.',
  done: ({ finding }) => `Done. ${finding}.`,
};
