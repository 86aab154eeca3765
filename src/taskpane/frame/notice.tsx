import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircle20Regular } from '@fluentui/react-icons/svg/error-circle';
import { Info20Regular } from '@fluentui/react-icons/svg/info';
import { Warning20Regular } from '@fluentui/react-icons/svg/warning';
import type { ReactNode } from 'react';
import { Disclosure } from './disclosure';

export type NoticeLevel = 'info' | 'warning' | 'error' | 'success';

const useStyles = makeStyles({
  notice: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  warning: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusWarningBorder1}`,
  },
  error: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusDangerBorder1}`,
  },
  success: {
    backgroundColor: tokens.colorStatusSuccessBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusSuccessBorder1}`,
  },
  icon: { height: '20px', color: tokens.colorNeutralForeground2 },
  warningIcon: { color: tokens.colorStatusWarningForeground1 },
  errorIcon: { color: tokens.colorStatusDangerForeground1 },
  successIcon: { color: tokens.colorStatusSuccessForeground1 },
  text: { overflowWrap: 'anywhere' },
  below: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalXS,
  },
  detail: {
    margin: 0,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
  },
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clip: 'rect(0 0 0 0)',
    whiteSpace: 'nowrap',
  },
});

const ICONS = {
  info: Info20Regular,
  warning: Warning20Regular,
  error: ErrorCircle20Regular,
  success: CheckmarkCircle20Regular,
};
const LEVEL_WORDS = { info: '', warning: 'Warning: ', error: 'Error: ', success: '' };

/** A sentence for the user with its weight, what can be done about it, and technical detail behind "Details". */
export function Notice(props: {
  readonly level: NoticeLevel;
  readonly text: string;
  readonly detail?: string | null;
  readonly children?: ReactNode;
}): JSX.Element {
  const styles = useStyles();
  const Icon = ICONS[props.level];
  const shade = { info: undefined, warning: styles.warning, error: styles.error, success: styles.success };
  const tint = {
    info: undefined,
    warning: styles.warningIcon,
    error: styles.errorIcon,
    success: styles.successIcon,
  };
  const detail = props.detail ?? '';
  return (
    <div className={mergeClasses(styles.notice, shade[props.level])} data-level={props.level}>
      <Icon className={mergeClasses(styles.icon, tint[props.level])} aria-hidden />
      <div className={styles.text}>
        {LEVEL_WORDS[props.level] !== '' && <span className={styles.hidden}>{LEVEL_WORDS[props.level]}</span>}
        <span>{props.text}</span>
        {props.children !== undefined && <div className={styles.below}>{props.children}</div>}
        {detail !== '' && (
          <Disclosure label="Details">
            <p className={styles.detail}>{detail}</p>
          </Disclosure>
        )}
      </div>
    </div>
  );
}
