import { makeStyles, tokens } from '@fluentui/react-components';
import type { PortfolioInspection } from '../../excel/contract/portfolio';
import { CellLink } from '../frame/cell-link';
import { StepReads } from '../frame/step-reads';
import { usePaneContext } from '../pane/context';

const useStyles = makeStyles({
  line: { margin: 0 },
  strong: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** What a portfolio is built from: whose use, of which year, and which earlier actions it will check. */
export function PortfolioReads(): JSX.Element | null {
  const { state } = usePaneContext();
  const { inspection } = state.portfolio;
  return (
    <StepReads step="portfolio" doing="Reading the usage and the seats">
      {inspection === null ? null : <Found inspection={inspection} />}
    </StepReads>
  );
}

function Found(props: { readonly inspection: PortfolioInspection }): JSX.Element {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { address, people, contractors, window, earlier } = props.inspection;
  return (
    <>
      <p className={styles.line}>
        <CellLink address={address} />
        <br />
        <span className={styles.strong}>{formats.counted(people, 'person', 'people')}</span>, {window.first}{' '}
        to {window.last}
        {contractors > 0 && `, ${formats.counted(contractors, 'contractor', 'contractors')} among them`}
      </p>
      {earlier !== null && (
        <p className={styles.quiet}>
          Checks {formats.counted(earlier.actions, 'action', 'actions')} of {formats.date(earlier.when)}{' '}
          against this data: done, not done or reversed.
        </p>
      )}
    </>
  );
}
