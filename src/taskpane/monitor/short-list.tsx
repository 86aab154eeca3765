import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { usePaneContext } from '../pane/context';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    '& li': { overflowWrap: 'anywhere' },
    '& p': { margin: 0 },
  },
});

/** The first entries of a list, and the rest on request. `children` draws one entry. */
export function ShortList<Entry>(props: {
  readonly entries: readonly Entry[];
  readonly first: number;
  /** Completes the button for a screen reader: "anomalies". */
  readonly what: string;
  keyOf(entry: Entry): string;
  readonly children: (entry: Entry) => ReactNode;
}): JSX.Element {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const [all, setAll] = useState(false);
  const { entries, first, what, keyOf, children } = props;
  const shown = all ? entries : entries.slice(0, first);
  const more = entries.length - shown.length;
  return (
    <>
      <ul className={styles.list}>
        {shown.map((entry) => (
          <li key={keyOf(entry)}>{children(entry)}</li>
        ))}
      </ul>
      {more > 0 && (
        <div>
          <Button size="small" onClick={() => setAll(true)}>
            Show {formats.count(more)} more {what}
          </Button>
        </div>
      )}
    </>
  );
}
