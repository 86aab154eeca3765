import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { Clock16Filled } from '@fluentui/react-icons/svg/clock';
import { ErrorCircle16Filled } from '@fluentui/react-icons/svg/error-circle';
import { Info16Filled } from '@fluentui/react-icons/svg/info';
import { Warning16Filled } from '@fluentui/react-icons/svg/warning';
import type { AlertKind } from '../../engine/monitor/alerts/types';

const useStyles = makeStyles({
  icon: { flexShrink: 0 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  note: { color: tokens.colorBrandForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  danger: { color: tokens.colorStatusDangerForeground1 },
  status: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    fontWeight: tokens.fontWeightSemibold,
  },
  first: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
});

type Weight = 'good' | 'note' | 'warning' | 'danger' | 'old';

const ICONS = {
  good: CheckmarkCircle16Filled,
  note: Info16Filled,
  warning: Warning16Filled,
  danger: ErrorCircle16Filled,
  old: Clock16Filled,
} as const;

/** How heavily a status weighs, from its words: "Top-up (20%) – early". */
export function weightOf(status: string): Weight {
  if (/^(Escalate|No pack|Used up|Ended, overrun)/i.test(status)) return 'danger';
  if (/^(Top-up|OK – early)/i.test(status)) return 'warning';
  if (/^Data (too old|incomplete)/i.test(status)) return 'old';
  if (/^(Review|Not begun|Ended)/i.test(status)) return 'note';
  return status.startsWith('OK') ? 'good' : 'warning';
}

const ALERT_WEIGHTS: Readonly<Record<AlertKind, Weight>> = {
  review: 'note',
  'top-up': 'warning',
  escalate: 'danger',
  velocity: 'danger',
  'expiry waste': 'warning',
  'team empty': 'danger',
  budget: 'warning',
  'data too old': 'old',
};

/** An icon as heavy as what stands beside it; never alone. */
export function Mark({ weight }: { readonly weight: Weight }): JSX.Element {
  const styles = useStyles();
  const Icon = ICONS[weight];
  const tint = weight === 'old' ? styles.warning : styles[weight];
  return <Icon className={mergeClasses(styles.icon, tint)} aria-hidden />;
}

/** The icon of a kind of alert; its name stands beside it. */
export const AlertMark = (props: { readonly kind: AlertKind }): JSX.Element => (
  <Mark weight={ALERT_WEIGHTS[props.kind]} />
);

/** The status of a pool: an icon and its words, never the colour alone. */
export function StatusMark(props: { readonly status: string; readonly first?: boolean }): JSX.Element {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.status, props.first === true && styles.first)}>
      <Mark weight={weightOf(props.status)} />
      {props.status}
    </span>
  );
}
