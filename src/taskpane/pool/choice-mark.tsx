import { makeStyles } from '@fluentui/react-components';
import type { ChoiceKind } from '../../engine/pool/types';

const useStyles = makeStyles({
  icon: {
    flexShrink: 0,
    width: '12px',
    height: '12px',
    '@media (forced-colors: active)': { forcedColorAdjust: 'none' },
  },
});

/** One shape a way to choose a size, the same as in the sheet’s charts, so that colour never stands alone; drawn around 0, 0 with a radius of about 5. */
export const CHOICE_SHAPES: Readonly<Record<ChoiceKind, string>> = {
  baseline: 'M-5 0 A5 5 0 1 1 5 0 A5 5 0 1 1 -5 0 Z',
  guide: 'M-4.5 -4.5 H4.5 V4.5 H-4.5 Z',
  calibrated: 'M0 -6 L6 0 L0 6 L-6 0 Z',
  optimal: 'M-5 4.5 L0 -5 L5 4.5 Z',
};

/** The mark of a choice beside its name, as it stands on the curve. */
export function ChoiceMark(props: { readonly kind: ChoiceKind; readonly color: string }): JSX.Element {
  return (
    <svg className={useStyles().icon ?? ''} viewBox="-7 -7 14 14" aria-hidden focusable="false">
      <path d={CHOICE_SHAPES[props.kind]} fill={props.color} />
    </svg>
  );
}
