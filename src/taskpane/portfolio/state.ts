import type {
  PortfolioInspection,
  PortfolioOutcome,
  PortfolioSettings,
} from '../../excel/contract/portfolio';
import { commandStep } from '../command/step';

export const PORTFOLIO_STEP = commandStep<PortfolioSettings, PortfolioInspection, PortfolioOutcome>({
  label: 'Build portfolio',
  doing: 'Building the portfolio',
  started: 'Building the portfolio started.',
  looked: ({ canRun, people }) =>
    canRun
      ? `A portfolio can be built for ${people} people.`
      : 'A portfolio cannot be built yet. The step says why.',
  done: ({ finding }) => `Done. ${finding}.`,
  look: {
    reading: 'Reading the usage and the seats',
    unlooked: 'The usage has not been looked at for a portfolio. Read it again.',
    outdated: 'Seats, pins or cells of Flex Portfolio changed. Read them again first.',
  },
  needsPeople: true,
  fallbacks: {
    inspect: 'The usage and the seats could not be looked at. Check the range, then read again.',
    run: 'Building stopped. Look at Flex Portfolio and Flex Actions before you run it again.',
  },
});
