import { makeStyles, tokens } from '@fluentui/react-components';
import type { ComplianceCheckRow } from '../../excel/contract/compliance';
import { Card } from '../frame/card';
import { Disclosure } from '../frame/disclosure';
import { usePaneContext } from '../pane/context';
import { CheckList } from './check-list';

const useStyles = makeStyles({ line: { margin: 0 }, quiet: { color: tokens.colorNeutralForeground2 } });

/** The checks to come, each with what the data must carry for it. */
export function ChecksCard(props: { readonly checks: readonly ComplianceCheckRow[] }): JSX.Element {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { checks } = props;
  return (
    <Card title="Checks">
      <p className={styles.line}>
        {formats.counted(checks.length, 'check', 'checks')}. One that the data cannot carry is left out: it
        says what is missing, and nothing about anybody.
      </p>
      <Disclosure label="What each of them needs: show">
        <CheckList checks={checks}>
          {({ needs }) => <span className={styles.quiet}>Needs {needs}.</span>}
        </CheckList>
      </Disclosure>
    </Card>
  );
}
