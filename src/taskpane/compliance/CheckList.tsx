import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ComplianceCheckRow } from '../../excel/compliance-services';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    overflowWrap: 'anywhere',
  },
  title: { display: 'block', fontWeight: tokens.fontWeightSemibold },
});

/** Checks by name, each with what `children` says of it. */
export function CheckList<Row extends ComplianceCheckRow>(props: {
  readonly checks: readonly Row[];
  readonly children: (check: Row) => ReactNode;
}): JSX.Element {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {props.checks.map((check) => (
        <li key={check.rule}>
          <span className={styles.title}>{check.title}</span>
          {props.children(check)}
        </li>
      ))}
    </ul>
  );
}
