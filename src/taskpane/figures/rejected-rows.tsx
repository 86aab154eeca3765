import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { RejectedRow } from '../../engine/usage/types';
import type { Inspection } from '../../excel/contract/services';
import { CellLink } from '../frame/cell-link';
import { Disclosure } from '../frame/disclosure';
import { usePaneContext } from '../pane/context';
import { addressWithin, rangeOf } from '../data/range-address';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    '& li': { overflowWrap: 'anywhere' },
  },
  line: { margin: 0 },
});

const FIRST = 10;
const MORE = 50;

/** "37 rows left out": each with where it stands, what it says and why it could not be used. */
export function RejectedRows(props: {
  readonly rejected: readonly RejectedRow[];
  readonly inspection: Pick<Inspection, 'address' | 'columns'>;
}): JSX.Element | null {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { rejected, inspection } = props;
  const [listed, setListed] = useState(FIRST);
  if (rejected.length === 0) return null;
  return (
    <Disclosure label={`${formats.counted(rejected.length, 'row', 'rows')} left out: show`}>
      <ul className={styles.list}>
        {rejected.slice(0, listed).map((row) => (
          <li key={`${row.row}/${row.column}`}>
            {rejectedSentence(row, inspection)}{' '}
            <CellLink address={rejectedAddress(row, inspection)} label="Show" />
          </li>
        ))}
      </ul>
      {rejected.length > listed && (
        <div>
          <Button size="small" onClick={() => setListed(listed + MORE)}>
            Show {formats.count(Math.min(MORE, rejected.length - listed))} more
          </Button>
        </div>
      )}
      <p className={styles.line}>Correct them or ignore them.</p>
    </Disclosure>
  );
}

/** "Row 214 of Usage: Hours is “n/a”, not a number." */
export function rejectedSentence(row: RejectedRow, inspection: Pick<Inspection, 'address'>): string {
  const block = rangeOf(inspection.address);
  const sheetRow = block === null ? row.row : block.row + row.row;
  const where =
    block === null || block.sheet === '' ? `Row ${sheetRow}` : `Row ${sheetRow} of ${block.sheet}`;
  const what =
    row.column === ''
      ? ''
      : row.value === ''
        ? ` ${row.column} is empty;`
        : ` ${row.column} is “${row.value}”;`;
  return `${where}:${what} ${row.reason}${/[.]$/.test(row.reason) ? '' : '.'}`;
}

function rejectedAddress(row: RejectedRow, inspection: Pick<Inspection, 'address' | 'columns'>): string {
  const block = rangeOf(inspection.address);
  if (block === null) return inspection.address;
  const column = inspection.columns.find((choice) => choice.header === row.column);
  return addressWithin(block, row.row, column?.index ?? null);
}
