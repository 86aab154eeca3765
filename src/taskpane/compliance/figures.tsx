import { makeStyles, tokens } from '@fluentui/react-components';
import type { ComplianceOutcome } from '../../excel/contract/compliance';
import type { Inspection } from '../../excel/contract/services';
import { SEVERITIES } from '../../report/compliance/input';
import { Card } from '../frame/card';
import type { Formats } from '../figures/formats';
import { FigureList, type Figure } from '../figures/list';
import { usePaneContext } from '../pane/context';
import { openIn } from './words';
import { SeverityMark } from './severity-mark';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    '& li': { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  },
  line: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** How much is open, by severity, and how much of it is known at all. */
export function ComplianceFigures(props: {
  readonly outcome: ComplianceOutcome;
  readonly read: Inspection;
}): JSX.Element {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { outcome, read } = props;
  return (
    <Card title="Result">
      <FigureList figures={figuresOf(outcome, formats)} read={read} />
      {openIn(outcome.open) > 0 && (
        <ul className={styles.list} aria-label="Open findings by severity">
          {SEVERITIES.map((severity) => (
            <li key={severity}>
              <SeverityMark severity={severity} />
              {formats.count(outcome.open[severity])} {severity}
            </li>
          ))}
        </ul>
      )}
      <p className={styles.line}>{sinceSentence(outcome, formats)}</p>
    </Card>
  );
}

export function figuresOf(outcome: ComplianceOutcome, formats: Formats): readonly Figure[] {
  const { open, checks, asOf } = outcome;
  const all = openIn(open);
  const ran = checks.filter((check) => check.ran).length;
  return [
    {
      name: 'the open findings',
      value: formats.count(all),
      unit: all === 1 ? 'open finding' : 'open findings',
      label: `in the data to ${formats.date(asOf)}`,
      reasons: [
        'Each finding is a question, not a verdict: it names the rows that raise it and what would make it harmless.',
        'High: hardly to be explained otherwise, or costing as much as another seat. Medium: worth asking. Low: most likely harmless.',
      ],
    },
    {
      name: 'the checks that ran',
      value: `${formats.count(ran)} of ${formats.count(checks.length)}`,
      unit: 'checks ran',
      label:
        ran === checks.length
          ? 'the data carries every check'
          : 'the data, or a list, is missing for the others',
      reasons: ['A check runs where the data is fine enough for it: by session, day, month or year.'],
    },
  ];
}

/** "This is the first check." · "Since the last check: 3 new. 1 accepted, 2 closed." */
export function sinceSentence(outcome: ComplianceOutcome, formats: Formats): string {
  const { accepted, closed, total } = outcome;
  if (outcome.new === total && accepted + closed === 0) return 'Every finding is new.';
  return `${formats.count(outcome.new)} new since the last check; ${formats.count(accepted)} accepted, ${formats.count(closed)} closed.`;
}
