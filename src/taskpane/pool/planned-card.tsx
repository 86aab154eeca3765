import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { PoolInspection } from '../../excel/contract/pool';
import { quotedSheet } from '../../report/model/address';
import { SHEETS } from '../../report/model/sheet-names';
import { Card } from '../frame/card';
import { CellLink } from '../frame/cell-link';
import { Disclosure } from '../frame/disclosure';
import { rejectedPlanSentence } from './planned-words';
import { usePaneContext } from '../pane/context';
import { isRunning } from '../pane/state';

const useStyles = makeStyles({
  line: { margin: 0 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
});

const SHEET = `${quotedSheet(SHEETS.projects.name)}!A1`;

/** Planned work: the sheet it stands on, how much of it counts, and a way to begin one. */
export function PlannedCard(props: { readonly inspection: PoolInspection }): JSX.Element {
  const styles = useStyles();
  const { state, actions, formats } = usePaneContext();
  const { projects } = props.inspection;
  if (projects === null) {
    return (
      <Card title="Planned work">
        <p className={styles.line}>
          Projects ahead that the past year does not show: their dates, people, products and how likely they
          are.
        </p>
        <div>
          <Button disabled={state.inserting !== null || isRunning(state)} onClick={actions.insertProjects}>
            Insert {SHEETS.projects.name}
          </Button>
        </div>
      </Card>
    );
  }
  const { used, rejected } = projects;
  return (
    <Card title="Planned work">
      <p className={styles.line}>
        {used === 0
          ? `${SHEETS.projects.name} holds no project yet.`
          : `${formats.counted(used, 'planned project counts', 'planned projects count')}.`}{' '}
        <CellLink address={SHEET} label={`Show ${SHEETS.projects.name}`} />
      </p>
      {rejected.length > 0 && (
        <Disclosure label={`${formats.counted(rejected.length, 'row', 'rows')} left out: show`}>
          <ul className={styles.list}>
            {rejected.map((row) => (
              <li key={`${row.row}/${row.column}`}>{rejectedPlanSentence(row, projects.address)}</li>
            ))}
          </ul>
          <p className={styles.line}>Correct them or ignore them.</p>
        </Disclosure>
      )}
    </Card>
  );
}
