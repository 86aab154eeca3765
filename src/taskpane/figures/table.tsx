import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
    '& th, & td': {
      padding: '2px 0',
      fontWeight: tokens.fontWeightRegular,
      textAlign: 'start',
      verticalAlign: 'top',
    },
    '& th[scope=col]': { color: tokens.colorNeutralForeground2 },
    '& td, & th[data-number]': { textAlign: 'end', paddingInlineStart: tokens.spacingHorizontalS },
    '& tr[data-total] > *': {
      fontWeight: tokens.fontWeightSemibold,
      borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    },
  },
  below: { display: 'block', color: tokens.colorNeutralForeground2 },
});

export interface FigureRow {
  readonly name: string;
  /** A quieter line below the name. */
  readonly below?: string;
  readonly cells: readonly string[];
  /** Stands below a line, as what the rows above come to. */
  readonly total?: boolean;
}

/** A small table of figures: a name and its figures a row. */
export function FigureTable(props: {
  /** Read by a screen reader alone: the card's title stands above. */
  readonly caption: string;
  /** Of the names, then of the figures. */
  readonly columns: readonly string[];
  readonly rows: readonly FigureRow[];
}): JSX.Element {
  const styles = useStyles();
  const [first, ...others] = props.columns;
  return (
    <table className={styles.table}>
      <caption hidden>{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {others.map((name) => (
            <th key={name} scope="col" data-number>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={row.name} data-total={row.total === true ? '' : undefined}>
            <th scope="row">
              {row.name}
              {row.below !== undefined && <span className={styles.below}>{row.below}</span>}
            </th>
            {row.cells.map((cell, index) => (
              <td key={others[index]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
