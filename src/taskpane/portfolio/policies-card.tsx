import { makeStyles, Switch, tokens } from '@fluentui/react-components';
import { PORTFOLIO_SETTINGS } from '../../engine/portfolio/assumptions';
import type { PortfolioInspection, PortfolioSettings } from '../../excel/contract/portfolio';
import { SHEETS } from '../../report/model/sheet-names';
import { Card } from '../frame/card';
import { CellLink } from '../frame/cell-link';
import { RejectedEntries } from '../frame/rejected-entries';
import { usePaneContext } from '../pane/context';
import { isRunning } from '../pane/state';

const useStyles = makeStyles({
  line: { margin: 0 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** The decisions that the cheapest mix must keep: contractors on Flex, and the user’s own pins. */
export function PoliciesCard(props: {
  readonly inspection: PortfolioInspection;
  readonly settings: PortfolioSettings;
}): JSX.Element {
  const styles = useStyles();
  const { state, actions, formats } = usePaneContext();
  const { contractors, pins } = props.inspection;
  return (
    <Card title="Policies">
      <Switch
        checked={props.settings.contractorsOnFlex}
        disabled={isRunning(state)}
        label={PORTFOLIO_SETTINGS.contractorsOnFlex.label}
        onChange={(_, data) => actions.portfolio.change({ contractorsOnFlex: data.checked })}
      />
      <p className={styles.quiet}>
        {contractors === 0
          ? 'Nobody of the usage is marked as a contractor.'
          : props.settings.contractorsOnFlex
            ? `${formats.counted(contractors, 'contractor stays', 'contractors stay')} on Flex whatever it costs, as far as their products are on Flex.`
            : `${formats.counted(contractors, 'contractor gets', 'contractors get')} whatever is cheapest.`}
      </p>
      {pins === null ? (
        <p className={styles.line}>
          No pins. {SHEETS.pins.name} keeps a person, or one product of theirs, on what you say.
        </p>
      ) : (
        <>
          <p className={styles.line}>
            {formats.counted(pins.used, 'pin', 'pins')}.{' '}
            <CellLink address={pins.address} label={`Show ${SHEETS.pins.name}`} />
          </p>
          <RejectedEntries reading={pins} sheet={SHEETS.portfolio.name} />
        </>
      )}
    </Card>
  );
}
