import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ComplianceInspection } from '../../excel/contract/compliance';
import { PEOPLE_SHEET, SHEETS } from '../../report/model/sheet-names';
import { Card } from '../frame/card';
import { CellLink } from '../frame/cell-link';
import { RejectedEntries } from '../frame/rejected-entries';
import { usePaneContext } from '../pane/context';
import { isRunning } from '../pane/state';
import { movesSentence, peopleSentence, seatsSentence } from './words';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    '& dt': { fontWeight: tokens.fontWeightSemibold },
    '& dd': { margin: 0 },
  },
});

/** What a check reads beside the usage: who holds what, who left, who is to move. What is not known says how to make it known. */
export function ListsCard(props: { readonly inspection: ComplianceInspection }): JSX.Element {
  const styles = useStyles();
  const { state, actions, formats } = usePaneContext();
  const { inspection } = props;
  const { seats, employment } = inspection;
  return (
    <Card title="Seats, people and moves">
      <dl className={styles.list}>
        <Entry name="Seats" text={seatsSentence(inspection, formats)}>
          {seats.address !== '' && <CellLink address={seats.address} label={`Show ${SHEETS.seats.name}`} />}
          {seats.from === 'none' && (
            <div>
              <Button size="small" disabled={isRunning(state)} onClick={() => actions.pickStep('portfolio')}>
                Go to Portfolio
              </Button>
            </div>
          )}
          <RejectedEntries reading={seats} sheet={SHEETS.compliance.name} />
        </Entry>
        <Entry name="People" text={peopleSentence(inspection, formats)}>
          {employment !== null && (
            <>
              <CellLink address={employment.address} label={`Show ${PEOPLE_SHEET}`} />
              <RejectedEntries reading={employment} sheet={SHEETS.compliance.name} />
            </>
          )}
        </Entry>
        <Entry name="Moves" text={movesSentence(inspection, formats)} />
      </dl>
    </Card>
  );
}

function Entry(props: {
  readonly name: string;
  readonly text: string;
  readonly children?: ReactNode;
}): JSX.Element {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>
        {props.text} {props.children}
      </dd>
    </div>
  );
}
