import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { Inspection } from '../../excel/contract/services';
import { Disclosure } from '../frame/disclosure';
import { CardLine } from './card-line';
import { FIGURE_STYLES } from './styles';

const useStyles = makeStyles(FIGURE_STYLES);

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
