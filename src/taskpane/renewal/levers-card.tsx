import { makeStyles, tokens } from '@fluentui/react-components';
import type { RenewalOutcome } from '../../excel/contract/renewal';
import { SHEETS } from '../../report/model/sheet-names';
import { Card } from '../frame/card';
import type { Formats } from '../figures/formats';
import { FigureTable, type FigureRow } from '../figures/table';
import { usePaneContext } from '../pane/context';
import { fine } from './words';

const useStyles = makeStyles({
  line: { margin: 0 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** Each lever alone in money, and all of them together; which matters most. */
export function LeversCard(props: { readonly outcome: RenewalOutcome }): JSX.Element {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { outcome } = props;
  const [first] = outcome.tornado.bars;
  return (
    <Card title="Levers">
      <FigureTable
        caption="Money a year of each lever alone, and together"
        columns={['A year', 'Low', 'Counts', 'High']}
        rows={leverRows(outcome, formats)}
      />
      {first !== undefined && first.spread > 0 && (
        <p className={styles.line}>
          {first.name} matters most: between its low and its high lie{' '}
          {formats.money(first.spread, outcome.currency)} a year.
        </p>
      )}
      <p className={styles.quiet}>
        Type what you expect to get under Own value on {SHEETS.renewal.name}: it counts at once there, and is
        kept when you run again.
      </p>
    </Card>
  );
}

function leverRows({ levers, leverMoney, currency }: RenewalOutcome, formats: Formats): readonly FigureRow[] {
  const money = (amount: number | null): string => (amount === null ? '' : formats.money(amount, currency));
  const together = levers.at(-1)?.cumulativeMoney.own ?? leverMoney.mid;
  return [
    ...levers.map(({ lever, low, mid, high, own, value }): FigureRow => ({
      name: lever,
      below: `${fine(low, formats)} to ${fine(high, formats)}, ${own === null ? fine(mid, formats) : `yours ${fine(own, formats)}`}`,
      cells: [money(value.low), money(value.own ?? value.mid), money(value.high)],
    })),
    {
      name: 'Together',
      cells: [money(leverMoney.low), money(together), money(leverMoney.high)],
      total: true,
    },
  ];
}
