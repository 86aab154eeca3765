import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Inspection } from '../../excel/services';
import { Disclosure } from '../frame/Disclosure';
import { CardLine } from './CardLine';

const useStyles = makeStyles({
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
});

/** A figure that matters. */
export interface Figure {
  /** Completes "Why?" for a screen reader: "the cost". */
  readonly name: string;
  readonly value: string;
  readonly unit: string;
  /** What it is compared with. */
  readonly label: string;
  readonly reasons: readonly string[];
}

/** The figures that matter, the first of them largest, each with its unit, its comparison and why. */
export function FigureList(props: {
  readonly figures: readonly Figure[];
  readonly read: Inspection;
}): JSX.Element {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {props.figures.map((figure, index) => (
        <li key={figure.name}>
          <span className={mergeClasses(styles.value, index === 0 && styles.first)}>
            {figure.value} <span className={styles.unit}>{figure.unit}</span>
          </span>
          <span className={styles.label}>{figure.label}</span>
          <Disclosure label="Why?" context={figure.name}>
            {figure.reasons.map((reason) => (
              <p key={reason} className={styles.line}>
                {reason}
              </p>
            ))}
            <CardLine inspection={props.read} />
          </Disclosure>
        </li>
      ))}
    </ul>
  );
}
