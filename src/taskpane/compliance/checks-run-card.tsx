import { makeStyles } from '@fluentui/react-components';
import type { ComplianceCheckOutcome } from '../../excel/contract/compliance';
import { Card } from '../frame/card';
import { Disclosure } from '../frame/disclosure';
import type { Formats } from '../figures/formats';
import { usePaneContext } from '../pane/context';
import { CheckList } from './check-list';

const useStyles = makeStyles({ line: { margin: 0 } });

/** What was looked at, and what nobody could look at, with the sentence why. */
export function ChecksRunCard(props: { readonly checks: readonly ComplianceCheckOutcome[] }): JSX.Element {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const ran = props.checks.filter((check) => check.ran);
  const skipped = props.checks.filter((check) => !check.ran);
  return (
    <Card title="Checks">
      {skipped.length > 0 && (
        <>
          <p className={styles.line}>
            {formats.counted(skipped.length, 'check', 'checks')} could not run: what{' '}
            {skipped.length === 1 ? 'it looks' : 'they look'} for is not known.
          </p>
          <Disclosure label="What is missing: show">
            <CheckList checks={skipped}>{({ reason }) => reason}</CheckList>
          </Disclosure>
        </>
      )}
      {ran.length > 0 && (
        <Disclosure label={`${formats.counted(ran.length, 'check', 'checks')} ran: show`}>
          <CheckList checks={ran}>{(check) => ranSentence(check, formats)}</CheckList>
        </Disclosure>
      )}
    </Card>
  );
}

/** "3 findings. 12 overlaps with remote-desktop hosts were set aside." */
export function ranSentence({ findings, note }: ComplianceCheckOutcome, formats: Formats): string {
  const found = findings === 0 ? 'Nothing found.' : `${formats.counted(findings, 'finding', 'findings')}.`;
  return note === '' ? found : `${found} ${note}`;
}
