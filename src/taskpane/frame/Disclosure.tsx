import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import { useId, useState, type ReactNode } from 'react';

const useStyles = makeStyles({
  button: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXXS,
    minHeight: '24px',
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
  content: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalXS,
  },
});

/** A line that opens what stands beneath it, in place. `context` completes the label for a screen reader. */
export function Disclosure(props: {
  readonly label: string;
  readonly context?: string;
  readonly startsOpen?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}): JSX.Element {
  const styles = useStyles();
  const [open, setOpen] = useState(props.startsOpen ?? false);
  const id = useId();
  const Chevron = open ? ChevronDown16Regular : ChevronRight16Regular;
  return (
    <div className={props.className}>
      <button
        type="button"
        className={mergeClasses(styles.button)}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={props.context === undefined ? undefined : `${props.label} ${props.context}`}
        onClick={() => setOpen(!open)}
      >
        <Chevron className={styles.icon} aria-hidden />
        {props.label}
      </button>
      {open && (
        <div id={id} className={styles.content}>
          {props.children}
        </div>
      )}
    </div>
  );
}
