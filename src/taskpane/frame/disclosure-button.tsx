import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';

const useStyles = makeStyles({
  button: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXXS,
    minHeight: '24px',
    // The chevron's glyph sits inside its box: this lines it up with the text above.
    marginInlineStart: '-4px',
    padding: `0 ${tokens.spacingHorizontalXS} 0 0`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    background: 'none',
    color: tokens.colorBrandForegroundLink,
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { color: tokens.colorBrandForegroundLinkHover, textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
    '@media (forced-colors: active)': { color: 'LinkText' },
  },
  icon: { flexShrink: 0 },
});

/** The button of a disclosure. `context` completes the label for a screen reader: "Why? the saving". */
export function DisclosureButton(props: {
  readonly label: string;
  readonly context?: string;
  readonly open: boolean;
  /** Id of what it opens. */
  readonly controls: string;
  readonly onToggle: () => void;
}): JSX.Element {
  const styles = useStyles();
  const Chevron = props.open ? ChevronDown16Regular : ChevronRight16Regular;
  return (
    <button
      type="button"
      className={mergeClasses(styles.button)}
      aria-expanded={props.open}
      aria-controls={props.open ? props.controls : undefined}
      aria-label={props.context === undefined ? undefined : `${props.label} ${props.context}`}
      onClick={props.onToggle}
    >
      <Chevron className={styles.icon} aria-hidden />
      {props.label}
    </button>
  );
}
