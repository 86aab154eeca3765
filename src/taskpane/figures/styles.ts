import { tokens } from '@fluentui/react-components';

/** How the figures of a result look in every step: a list, its values, units and what they are compared with. */
export const FIGURE_STYLES = {
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  value: {
    display: 'block',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  first: {
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    letterSpacing: '-0.02em',
  },
  unit: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightRegular, letterSpacing: 'normal' },
  label: { display: 'block', color: tokens.colorNeutralForeground2 },
  line: { margin: 0 },
} as const;
