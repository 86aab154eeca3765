import { makeStyles, tokens } from '@fluentui/react-components';
import type { ComplianceOutcome } from '../../excel/compliance-services';
import { SHEETS } from '../../report/marks';
import { Card } from '../frame/Card';
import { CellLink } from '../frame/CellLink';
import type { Formats } from '../formats';
import { usePaneContext } from '../pane-context';
import { SaveRegister } from './SaveRegister';

const useStyles = makeStyles({
  line: { margin: 0 },
  value: {
    display: 'block',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
});

/** Flex consumption beside seats in one register, and its file for the system of record. */
export function RegisterCard(props: { readonly outcome: ComplianceOutcome }): JSX.Element {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { itam, currency, estimated, sheets } = props.outcome;
  const sheet = sheets.find(({ name }) => name === SHEETS.itam.name);
  return (
    <Card title="ITAM register">
      <p className={styles.line}>
        <span className={styles.value}>
          {estimated ? 'about ' : ''}
          {formats.money(itam.yearlyCost, currency)} a year
        </span>
        seats held today and tokens of the year, in {formats.counted(itam.rows, 'row', 'rows')} of{' '}
        {formats.counted(itam.people, 'person', 'people')}.{' '}
        {sheet !== undefined && <CellLink address={sheet.address} label={`Show ${sheet.name}`} />}
      </p>
      {itam.priceMissing > 0 && <p className={styles.line}>{missingSentence(itam.priceMissing, formats)}</p>}
      <SaveRegister />
    </Card>
  );
}

const missingSentence = (rows: number, formats: Formats): string =>
  `${formats.counted(rows, 'row has', 'rows have')} a seat whose price is missing and ${rows === 1 ? 'is' : 'are'} not in this cost. Fill the price in on the rate card.`;
