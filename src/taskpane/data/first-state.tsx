import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Card } from '../frame/card';
import { StepHeading } from '../frame/step-heading';
import { usePaneContext } from '../pane/context';
import { RateCards } from '../rates/cards';

const useStyles = makeStyles({
  line: { margin: 0 },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    '& th, & td': {
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
      border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
      textAlign: 'start',
      fontWeight: tokens.fontWeightRegular,
    },
    '& th': { fontWeight: tokens.fontWeightSemibold, backgroundColor: tokens.colorNeutralBackground3 },
  },
});

/** A workbook without usage: what the product gives, and two ways to start. `compact` = beneath a failed reading. */
export function FirstState(props: { readonly compact?: boolean }): JSX.Element {
  const styles = useStyles();
  const { state, actions } = usePaneContext();
  const sample = (
    <Card title="Try it with sample data">
      <p className={styles.line}>
        Writes a new sheet <strong>Usage</strong> with invented people, products and hours. It holds the names
        of nobody.
      </p>
      {props.compact === true && (
        <Button disabled={state.inserting !== null} onClick={actions.insertSample}>
          Insert sample data
        </Button>
      )}
    </Card>
  );
  if (props.compact === true) return sample;
  return (
    <>
      <StepHeading
        title="Start with your usage"
        lead="See who should hold a seat, who should draw tokens, and why, from your own records."
      />
      {sample}
      <Card title="Or use your own">
        <p className={styles.line}>
          Put usage on a sheet: one row for a session, a day, a month or a year. Columns may stand in any
          order.
        </p>
        <table className={styles.table}>
          <caption hidden>Columns of a usage sheet</caption>
          <thead>
            <tr>
              <th scope="col">User</th>
              <th scope="col">Product</th>
              <th scope="col">Date</th>
              <th scope="col">Hours</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td>p-0417</td>
              <td>Revit</td>
              <td>2026-10-05</td>
              <td>6.5</td>
            </tr>
          </tbody>
        </table>
        <p className={styles.line}>
          Reports exported from Autodesk Account work as they are: paste one, header included. The pane reads
          it as soon as it is there.
        </p>
      </Card>
      <RateCards />
    </>
  );
}
