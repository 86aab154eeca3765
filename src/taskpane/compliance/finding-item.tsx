import { makeStyles, tokens } from '@fluentui/react-components';
import type { ComplianceFindingRow } from '../../excel/contract/compliance';
import { CellLink } from '../frame/cell-link';
import { Disclosure } from '../frame/disclosure';
import { addressWithin, rangeOf } from '../data/range-address';
import { stateWords } from './words';
import { SeverityMark } from './severity-mark';

const useStyles = makeStyles({
  item: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  head: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalXS },
  who: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
  links: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
});

const SEVERITY_WORDS = { high: 'High', medium: 'Medium', low: 'Low' } as const;

/** One finding: who, what shows it and in which rows, what would make it harmless, what to do, and its cell. */
export function FindingItem(props: {
  readonly finding: ComplianceFindingRow;
  /** Cells of the usage, its header first. */
  readonly usage: string;
}): JSX.Element {
  const styles = useStyles();
  const { finding, usage } = props;
  const { severity, user, displayName, product } = finding;
  const name = displayName === '' || displayName === user ? user : `${displayName} (${user})`;
  const first = firstRow(finding, usage);
  return (
    <div className={styles.item}>
      <div className={styles.head}>
        <SeverityMark severity={severity} />
        <span>{SEVERITY_WORDS[severity]}</span>
        <span className={styles.who}>{[name, product].filter((part) => part !== '').join(', ')}</span>
        <span className={styles.quiet}>{stateWords(finding)}</span>
      </div>
      <p>{finding.evidence}</p>
      <p className={styles.quiet}>May be harmless: {finding.falsePositive}</p>
      <p>
        <span className={styles.who}>To do:</span> {finding.action}
      </p>
      {finding.rows !== '' && (
        <Disclosure label="Which rows?" context={`${finding.title}, ${user}`}>
          <p className={styles.quiet}>
            {/^\d+$/.test(finding.rows) ? 'Row' : 'Rows'} {finding.rows} of the usage, its header being row 1.
          </p>
        </Disclosure>
      )}
      <div className={styles.links}>
        <CellLink address={finding.address} label="Show finding" />
        {first !== null && <CellLink address={first} label="Show first row" />}
      </div>
    </div>
  );
}

/** Cells of the first row that shows a finding; null where they cannot be told. */
function firstRow({ rows }: ComplianceFindingRow, usage: string): string | null {
  const block = rangeOf(usage);
  const row = Number.parseInt(rows, 10);
  return block === null || !(row > 0) ? null : addressWithin(block, row, null);
}
