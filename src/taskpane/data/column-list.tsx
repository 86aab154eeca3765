import { makeStyles, Select, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { ColumnChoice } from '../../excel/contract/services';
import { Disclosure } from '../frame/disclosure';
import { usePaneContext } from '../pane/context';
import { FIELDS, FIELD_WORDS } from '../frame/words';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  column: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'center',
  },
  name: { overflowWrap: 'anywhere' },
  sample: {
    display: 'block',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  select: { minWidth: 0, '& select': { minWidth: 0 } },
});

/** What each column was taken for, and a way to say otherwise. */
export function ColumnList(props: { readonly columns: readonly ColumnChoice[] }): JSX.Element {
  const styles = useStyles();
  const used = props.columns.filter((column) => column.field !== null);
  const unused = props.columns.length - used.length;
  const names = used.map((column) => column.field && FIELD_WORDS[column.field]).join(', ');
  return (
    <div>
      <div>
        Recognised: {names === '' ? 'no column' : names}
        {unused > 0 && `; ${unused} not used`}
      </div>
      <Disclosure label="Change columns" startsOpen={used.length === 0}>
        <ul className={styles.list}>
          {props.columns.map((column) => (
            <ColumnLine key={column.index} column={column} />
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}

function ColumnLine(props: { readonly column: ColumnChoice }): JSX.Element {
  const styles = useStyles();
  const { actions } = usePaneContext();
  const id = useId();
  const { column } = props;
  return (
    <li className={styles.column}>
      <label htmlFor={id} className={styles.name}>
        {column.header === '' ? `Column ${column.index + 1}` : column.header}
        <span className={styles.sample}>{column.sample === '' ? 'no value' : `e.g. ${column.sample}`}</span>
      </label>
      <Select
        id={id}
        className={styles.select ?? ''}
        value={column.field ?? ''}
        onChange={(_, data) =>
          actions.assignColumn(column.index, FIELDS.find((field) => field === data.value) ?? null)
        }
      >
        <option value="">not used</option>
        {FIELDS.map((field) => (
          <option key={field} value={field}>
            {FIELD_WORDS[field]}
          </option>
        ))}
      </Select>
    </li>
  );
}
