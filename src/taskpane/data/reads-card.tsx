import { makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import type { Inspection } from '../../excel/contract/services';
import { Card } from '../frame/card';
import { CellLink } from '../frame/cell-link';
import type { Formats } from '../figures/formats';
import { usePaneContext } from '../pane/context';
import { RejectedRows } from '../figures/rejected-rows';
import { basisWords } from '../frame/words';
import { ColumnList } from './column-list';

const useStyles = makeStyles({
  line: { margin: 0 },
  strong: { fontWeight: tokens.fontWeightSemibold },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** What will be read: the cells, how many rows, which year, counted in what. `full` adds the columns and the rows left out. */
export function ReadsCard(props: { readonly full: boolean }): JSX.Element | null {
  const styles = useStyles();
  const { state, formats } = usePaneContext();
  const { inspection, reading } = state;
  if (inspection === null) {
    return reading === null ? null : (
      <Card title="Reads">
        <ReadingProgress />
      </Card>
    );
  }
  return (
    <Card title="Reads" busy={reading !== null}>
      <p className={styles.line}>
        <CellLink address={inspection.address} />
        <br />
        <span className={styles.strong}>{formats.counted(inspection.rows, 'row', 'rows')}</span>,{' '}
        {formats.counted(inspection.users, 'person', 'people')},{' '}
        {formats.counted(inspection.products, 'product', 'products')}, {basisWords(inspection.basis)}
      </p>
      <p className={styles.quiet}>{windowSentence(inspection, formats)}</p>
      {props.full && <ColumnList columns={inspection.columns} />}
      {props.full ? (
        <RejectedRows rejected={inspection.rejected} inspection={inspection} />
      ) : (
        inspection.rejected.length > 0 && (
          <p className={styles.quiet}>
            {formats.counted(inspection.rejected.length, 'row', 'rows')} will be left out. The Data step lists
            them.
          </p>
        )
      )}
      {reading !== null && <ReadingProgress />}
    </Card>
  );
}

/** "12 months to Oct 2026: Nov 2025 to Oct 2026." and what lies outside or is missing. */
export function windowSentence(inspection: Inspection, formats: Formats): string {
  const { window } = inspection;
  if (window.first === '') return 'No row has a date, so the year cannot be told.';
  const parts = [`The year: ${window.first} to ${window.last}.`];
  if (window.monthsWithRows < 12) {
    parts.push(`${formats.count(window.monthsWithRows)} of its 12 months have rows; the others count as 0.`);
  }
  if (window.outside > 0)
    parts.push(`${formats.counted(window.outside, 'row lies', 'rows lie')} outside it.`);
  return parts.join(' ');
}

function ReadingProgress(): JSX.Element {
  const { state } = usePaneContext();
  const progress = state.reading === 'starting' ? null : state.reading;
  const share = progress === null || progress.total <= 0 ? undefined : progress.done / progress.total;
  return (
    <div>
      <ProgressBar aria-label="Reading the usage" {...(share === undefined ? {} : { value: share })} />
      <span>{progress?.text ?? 'Reading the usage'}</span>
    </div>
  );
}
