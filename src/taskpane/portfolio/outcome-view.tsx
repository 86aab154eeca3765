import { makeStyles } from '@fluentui/react-components';
import type { PortfolioInspection, PortfolioOutcome } from '../../excel/contract/portfolio';
import type { Inspection } from '../../excel/contract/services';
import { Card } from '../frame/card';
import { Messages } from '../frame/messages';
import { StaleNotice } from '../command/stale-notice';
import { StepHeading } from '../frame/step-heading';
import { RowsAndSheets } from '../figures/rows-and-sheets';
import { usePaneContext } from '../pane/context';
import { ActionsCard } from './actions-card';
import { EmailListsCard } from './email-lists-card';
import { MoneyBars } from './money-bars';
import { BlockedCard, ChangesCard } from './people-cards';
import { PortfolioFigures } from './figures';
import { SeatLines } from './seat-lines';

const useStyles = makeStyles({ line: { margin: 0 } });

/** What came of a portfolio: cost and saving, the seats and people to change, the lists to work with, and what was left out. */
export function PortfolioOutcomeView(props: {
  readonly outcome: PortfolioOutcome;
  readonly inspection: PortfolioInspection;
  readonly read: Inspection;
}): JSX.Element {
  const styles = useStyles();
  const { state, formats } = usePaneContext();
  const { outcome, inspection, read } = props;
  const { last, outdated } = state.portfolio;
  return (
    <>
      <StepHeading
        title="Portfolio built"
        lead={`For ${formats.counted(outcome.summary.proposed.people, 'person', 'people')}, in ${formats.count(Math.max(1, Math.round(outcome.seconds)))} s, from ${inspection.address}.`}
      />
      <StaleNotice last={last} outdated={outdated} />
      <PortfolioFigures outcome={outcome} inspection={inspection} read={read} />
      <Messages messages={outcome.messages} />
      <MoneyBars outcome={outcome} />
      {outcome.actions.checked && <ActionsCard outcome={outcome} />}
      <SeatLines outcome={outcome} />
      <ChangesCard outcome={outcome} />
      <BlockedCard outcome={outcome} />
      <EmailListsCard outcome={outcome} />
      {!outcome.actions.checked && <ActionsCard outcome={outcome} />}
      <RowsAndSheets outcome={outcome} inspection={read} />
      <Card title="Next">
        <p className={styles.line}>{nextSentence(outcome)}</p>
      </Card>
    </>
  );
}

function nextSentence({ summary, actions }: PortfolioOutcome): string {
  if (summary.today === null)
    return 'Enter who holds which seat on Flex Seats, then build again: the pane then lists what to change.';
  return actions.open === 0
    ? 'Nothing is open. Build again after the next import to see whether it holds.'
    : 'Work down Flex Actions: give first, then take. After the next import build again: each action is then done, not done or reversed.';
}
