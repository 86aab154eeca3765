import { makeStyles } from '@fluentui/react-components';
import type { RenewalInspection, RenewalOutcome } from '../../excel/contract/renewal';
import type { Inspection } from '../../excel/contract/services';
import { SHEETS } from '../../report/model/sheet-names';
import { Card } from '../frame/card';
import { Messages } from '../frame/messages';
import { StaleNotice } from '../command/stale-notice';
import { StepHeading } from '../frame/step-heading';
import { RowsAndSheets } from '../figures/rows-and-sheets';
import { usePaneContext } from '../pane/context';
import { AsksCard } from './asks-card';
import { CardsCompared, StructuresCompared, TierVerdicts } from './compared-cards';
import { LeversCard } from './levers-card';
import { QuoteCosts } from './quote-costs';
import { RenewalFigures } from './figures';

const useStyles = makeStyles({ line: { margin: 0 } });

/** What came of preparing a renewal: what to ask for, what each ask is worth, how quotes compare, and what was left out. */
export function RenewalOutcomeView(props: {
  readonly outcome: RenewalOutcome;
  readonly inspection: RenewalInspection;
  readonly read: Inspection;
}): JSX.Element {
  const styles = useStyles();
  const { state } = usePaneContext();
  const { outcome, inspection, read } = props;
  const { last, outdated } = state.renewal;
  return (
    <>
      <StepHeading title="Renewal prepared" lead={outcome.finding} />
      <StaleNotice last={last} outdated={outdated} />
      <RenewalFigures outcome={outcome} inspection={inspection} read={read} />
      <Messages messages={outcome.messages} />
      <AsksCard outcome={outcome} />
      <LeversCard outcome={outcome} />
      <QuoteCosts outcome={outcome} />
      <CardsCompared outcome={outcome} />
      <StructuresCompared outcome={outcome} />
      <TierVerdicts outcome={outcome} />
      <RowsAndSheets outcome={outcome} inspection={read} />
      <Card title="Next">
        <p className={styles.line}>{nextSentence(outcome)}</p>
      </Card>
    </>
  );
}

function nextSentence({ quotes }: RenewalOutcome): string {
  const page = `Take ${SHEETS.asks.name} to the table: it prints on one page.`;
  return quotes.length === 0
    ? `${page} When quotes arrive, enter them on ${SHEETS.quotes.name} under “Prepare another run” and run again.`
    : `${page} When a quote changes, change its line on ${SHEETS.quotes.name} and run again: what you typed beside the levers is kept.`;
}
