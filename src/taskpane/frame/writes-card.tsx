import { makeStyles, tokens } from '@fluentui/react-components';
import { Warning16Filled } from '@fluentui/react-icons/svg/warning';
import type { Inspection } from '../../excel/contract/services';
import { quotedSheet } from '../../report/model/address';
import { Card } from './card';
import { CellLink } from './cell-link';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  sheet: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalS,
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  state: { color: tokens.colorNeutralForeground2 },
  blocked: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXXS,
    '& svg': { color: tokens.colorStatusDangerForeground1 },
  },
  line: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** Which sheets a run writes. Nothing else in the workbook is touched. `kept`: what of the user's own a rerun keeps. */
export function WritesCard(props: {
  readonly writes: Inspection['writes'];
  readonly busy: boolean;
  readonly kept: string;
}): JSX.Element {
  const styles = useStyles();
  const { writes } = props;
  const blocked = writes.filter((sheet) => sheet.state === 'blocked');
  const replaces = writes.some((sheet) => sheet.state === 'replaces ours');
  return (
    <Card title="Writes" busy={props.busy}>
      <ul className={styles.list}>
        {writes.map((sheet) => (
          <li key={sheet.sheet} className={styles.sheet}>
            <span className={styles.name}>{sheet.sheet}</span>
            {sheet.state === 'blocked' ? (
              <span className={styles.blocked}>
                <Warning16Filled aria-hidden />
                not ours
              </span>
            ) : (
              <span className={styles.state}>{sheet.state === 'new' ? 'new sheet' : 'replaces ours'}</span>
            )}
          </li>
        ))}
      </ul>
      {blocked.map((sheet) => (
        <p key={sheet.sheet} className={styles.line}>
          {sheet.sheet} was not made by Flex Governor, so it is left alone. Rename it, then read again.{' '}
          <CellLink address={`${quotedSheet(sheet.sheet)}!A1`} label="Show it" />
        </p>
      ))}
      {blocked.length === 0 && (
        <p className={styles.line}>{replaces ? `${props.kept} ` : ''}No other sheet is touched.</p>
      )}
    </Card>
  );
}
