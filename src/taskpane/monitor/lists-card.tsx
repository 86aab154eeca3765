import { makeStyles } from '@fluentui/react-components';
import type { MonitorInspection } from '../../excel/contract/monitor';
import { SHEETS } from '../../report/model/sheet-names';
import { Card } from '../frame/card';
import type { Formats } from '../figures/formats';
import { usePaneContext } from '../pane/context';

const useStyles = makeStyles({ line: { margin: 0 } });

/** The user's lists that a review takes into account, and where they are entered. */
export function ListsCard(props: { readonly inspection: MonitorInspection }): JSX.Element {
  const styles = useStyles();
  const { formats } = usePaneContext();
  return (
    <Card title="Budgets and lists">
      <p className={styles.line}>{listsSentence(props.inspection, formats)}</p>
    </Card>
  );
}

export function listsSentence(inspection: MonitorInspection, formats: Formats): string {
  const { budgets, holidays, spareSeats, projects, writes } = inspection;
  const made = writes.some((one) => one.sheet === SHEETS.monitor.name && one.state === 'replaces ours');
  const planned =
    projects === 0
      ? ''
      : ` ${formats.counted(projects, 'planned project adds', 'planned projects add')} to the forecast.`;
  if (!made) {
    return `The first run puts tables for budgets, days off and spare seats on ${SHEETS.monitor.name}; what you enter there counts in the next.${planned}`;
  }
  return `On ${SHEETS.monitor.name}: ${formats.counted(budgets, 'budget', 'budgets')}, ${formats.counted(holidays, 'day off', 'days off')}, ${formats.counted(spareSeats, 'spare seat', 'spare seats')}.${planned}`;
}
