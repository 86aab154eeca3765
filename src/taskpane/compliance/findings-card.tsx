import { makeStyles } from '@fluentui/react-components';
import type { ComplianceOutcome } from '../../excel/contract/compliance';
import { SHEETS } from '../../report/model/sheet-names';
import { Card } from '../frame/card';
import { Disclosure } from '../frame/disclosure';
import { ShortList } from '../monitor/short-list';
import { usePaneContext } from '../pane/context';
import { groupCounts, groupsOf, openIn } from './words';
import { FindingItem } from './finding-item';

const useStyles = makeStyles({ line: { margin: 0 } });

/** Findings by check, the gravest check first and open. */
export function FindingsCard(props: {
  readonly outcome: ComplianceOutcome;
  readonly usage: string;
}): JSX.Element | null {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { outcome, usage } = props;
  const { findings, accepted, closed } = outcome;
  if (findings.length === 0) return null;
  const all = openIn(outcome.open) + accepted + closed;
  return (
    <Card title="Findings">
      <p className={styles.line}>
        Read what would make a finding harmless before anybody is asked. Accept it in its State cell, with the
        Reason beside it.
      </p>
      {groupsOf(findings).map((group, index) => (
        <Disclosure
          key={group.title}
          label={`${group.title}: ${groupCounts(group, formats)}`}
          startsOpen={index === 0}
        >
          <ShortList entries={group.findings} first={3} what="findings" keyOf={({ id }) => id}>
            {(finding) => <FindingItem finding={finding} usage={usage} />}
          </ShortList>
        </Disclosure>
      ))}
      {findings.length < all && (
        <p className={styles.line}>
          The first {formats.count(findings.length)} of {formats.count(all)}; all stand on{' '}
          {SHEETS.compliance.name}.
        </p>
      )}
    </Card>
  );
}
