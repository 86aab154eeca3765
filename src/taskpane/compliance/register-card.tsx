import { makeStyles } from '@fluentui/react-components';
import type { ComplianceOutcome } from '../../excel/contract/compliance';
import type { Inspection } from '../../excel/contract/services';
import { SHEETS } from '../../report/model/sheet-names';
import { Card } from '../frame/card';
import { CellLink } from '../frame/cell-link';
import type { Formats } from '../figures/formats';
import { FigureList, type Figure } from '../figures/list';
import { usePaneContext } from '../pane/context';
import { SaveRegister } from './save-register';

const useStyles = makeStyles({ line: { margin: 0 } });

/** Flex consumption beside seats in one register, and its file for the system of record. */
export function RegisterCard(props: {
  readonly outcome: ComplianceOutcome;
  readonly read: Inspection;
}): JSX.Element {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { outcome, read } = props;
  const { priceMissing } = outcome.itam;
  const sheet = outcome.sheets.find(({ name }) => name === SHEETS.itam.name);
  return (
    <Card title="ITAM register">
      <FigureList figures={[costFigure(outcome, formats)]} read={read} />
      {priceMissing > 0 && <p className={styles.line}>{missingSentence(priceMissing, formats)}</p>}
      {sheet !== undefined && (
        <div>
          <CellLink address={sheet.address} label={`Show ${sheet.name}`} />
        </div>
      )}
      <SaveRegister />
    </Card>
  );
}

function costFigure({ itam, currency, estimated }: ComplianceOutcome, formats: Formats): Figure {
  return {
    name: 'the cost of the register',
    value: `${estimated ? 'about ' : ''}${formats.money(itam.yearlyCost, currency)}`,
    unit: 'a year',
    label: `in ${formats.counted(itam.rows, 'row', 'rows')} of ${formats.counted(itam.people, 'person', 'people')}`,
    reasons: [
      'For each person and product: the price of the seat held today, and the tokens of the year at the token price. A Collection is counted once, in a row of its own.',
    ],
  };
}

const missingSentence = (rows: number, formats: Formats): string =>
  `${formats.counted(rows, 'row has', 'rows have')} a seat whose price is missing and ${rows === 1 ? 'is' : 'are'} not in this cost. Fill the price in on the rate card.`;
