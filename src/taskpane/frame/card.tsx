import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    minWidth: 0,
  },
  // Paler, but never below the contrast that small text needs: what was read last may still be read.
  busy: {
    borderTopStyle: 'dashed',
    borderRightStyle: 'dashed',
    borderBottomStyle: 'dashed',
    borderLeftStyle: 'dashed',
    '& > *': { opacity: 0.9 },
  },
  eyebrow: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
  },
});

/** A titled block of the column. `busy` dims it while a newer reading is under way. */
export function Card(props: {
  readonly title: string;
  readonly busy?: boolean;
  readonly children: ReactNode;
}): JSX.Element {
  const styles = useStyles();
  return (
    <section
      className={mergeClasses(styles.card, props.busy === true && styles.busy)}
      aria-label={props.title}
      aria-busy={props.busy === true}
    >
      <h3 className={styles.eyebrow}>{props.title}</h3>
      {props.children}
    </section>
  );
}
