import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ComplianceCheckRow } from '../../excel/contract/compliance';
import { ShortList } from '../monitor/short-list';

const useStyles = makeStyles({ title: { display: 'block', fontWeight: tokens.fontWeightSemibold } });

/** Checks by name, each with what `children` says of it. */
export function CheckList<Row extends ComplianceCheckRow>(props: {
  readonly checks: readonly Row[];
  readonly children: (check: Row) => ReactNode;
}): JSX.Element {
  const styles = useStyles();
  const { checks, children } = props;
  return (
    <ShortList entries={checks} first={checks.length} what="checks" keyOf={({ rule }) => rule}>
      {(check) => (
        <>
          <span className={styles.title}>{check.title}</span>
          {children(check)}
        </>
      )}
    </ShortList>
  );
}
