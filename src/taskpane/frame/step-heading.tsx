import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  block: { paddingInline: tokens.spacingHorizontalXS },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** The current step's heading and one sentence about it. It can take the focus when the user's own action led here. */
export function StepHeading(props: { readonly title: string; readonly lead?: string }): JSX.Element {
  const styles = useStyles();
  return (
    <div className={styles.block}>
      <h2 className={styles.title} tabIndex={-1} data-step-heading>
        {props.title}
      </h2>
      {props.lead !== undefined && <p className={styles.lead}>{props.lead}</p>}
    </div>
  );
}
