import { Button, Link, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { Warning16Filled } from '@fluentui/react-icons/svg/warning';
import { useMemo } from 'react';
import { isoDate } from '../../engine/numeric';
import type { MonitorInspection, MonitorSettings } from '../../excel/contract/monitor';
import { splitAddress } from '../../report/model/address';
import { SHEETS } from '../../report/model/sheet-names';
import { Card } from '../frame/card';
import { CellLink } from '../frame/cell-link';
import { SettingInput } from '../fields/setting-input';
import { usePaneContext } from '../pane/context';
import { isRunning } from '../pane/state';
import { settingField } from '../fields/setting-field';
import { MONITOR_ASSUMPTIONS } from '../../engine/monitor/assumptions';
import { freshnessSentence, tooOld } from './words';

const useStyles = makeStyles({
  line: { margin: 0 },
  fresh: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalXS,
    margin: 0,
    fontVariantNumeric: 'tabular-nums',
    '& svg': {
      flexShrink: 0,
      marginTop: tokens.spacingVerticalXXS,
      color: tokens.colorStatusWarningForeground1,
    },
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  links: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
});

/** What a review is made from: which usage, how fresh it is, and on which day the pool is looked at. */
export function MonitorReads(): JSX.Element | null {
  const { state } = usePaneContext();
  const { inspection, reading, settings } = state.monitor;
  const busy = reading ?? state.reading;
  if (inspection === null || settings === null) {
    if (busy === null) return null;
    return (
      <Card title="Reads">
        <Looking />
      </Card>
    );
  }
  return (
    <Card title="Reads" busy={busy !== null}>
      <Usage inspection={inspection} settings={settings} />
      <AsOf inspection={inspection} settings={settings} />
      <UseHistory inspection={inspection} />
      {busy !== null && <Looking />}
    </Card>
  );
}

interface Facts {
  readonly inspection: MonitorInspection;
  readonly settings: MonitorSettings;
}

function Usage({ inspection, settings }: Facts): JSX.Element {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { address, people, asOf, latestDataDay } = inspection;
  return (
    <>
      <p className={styles.line}>
        <CellLink address={address} />
        {people > 0 && `, ${formats.counted(people, 'person', 'people')}`}
      </p>
      <p className={styles.fresh}>
        {tooOld(latestDataDay, asOf, settings.staleDays) && <Warning16Filled aria-hidden />}
        {freshnessSentence(inspection, settings, formats)}
      </p>
    </>
  );
}

function AsOf({ inspection, settings }: Facts): JSX.Element {
  const styles = useStyles();
  const { state, actions, formats } = usePaneContext();
  const { asOf, latestDataDay } = inspection;
  const today = settings.asOf === null ? formats.day(asOf) : '';
  const field = useMemo(
    () => settingField<MonitorSettings>('monitor.asOf', 'asOf', MONITOR_ASSUMPTIONS.asOf, formats, today),
    [formats, today],
  );
  const busy = isRunning(state);
  return (
    <>
      <SettingInput field={field} settings={settings} onChange={(change) => actions.monitor.change(change)} />
      <div className={styles.links}>
        <Link as="button" inline disabled={busy} onClick={() => actions.monitor.change({ asOf: null })}>
          As of today
        </Link>
        {latestDataDay !== null && (
          <Link
            as="button"
            inline
            disabled={busy}
            onClick={() => actions.monitor.change({ asOf: isoDate(latestDataDay) })}
          >
            Last day of the data
          </Link>
        )}
      </div>
    </>
  );
}

/** Once weeks are appended, the history is what to read: the pane offers it where another usage is being read. */
function UseHistory({ inspection }: { readonly inspection: MonitorInspection }): JSX.Element | null {
  const styles = useStyles();
  const { state, actions, formats } = usePaneContext();
  const { history, address } = inspection;
  if (history === null || splitAddress(address).sheet === SHEETS.usage.name) return null;
  const kept = state.sources.find((option) => splitAddress(option.address).sheet === SHEETS.usage.name);
  if (kept === undefined) return null;
  return (
    <div>
      <p className={styles.quiet}>
        {SHEETS.usage.name} holds your history, {formats.dayBeside(history.firstDay, history.lastDay)} to{' '}
        {formats.day(history.lastDay)}.
      </p>
      <Button size="small" disabled={isRunning(state)} onClick={() => actions.chooseSource(kept.choice)}>
        Read the history instead
      </Button>
    </div>
  );
}

function Looking(): JSX.Element {
  const { state } = usePaneContext();
  const reading = state.monitor.reading ?? state.reading;
  const progress = reading === 'starting' ? null : reading;
  const share = progress === null || progress.total <= 0 ? undefined : progress.done / progress.total;
  return (
    <div>
      <ProgressBar
        aria-label="Reading the usage and the ledger"
        {...(share === undefined ? {} : { value: share })}
      />
      <span>{progress?.text ?? 'Reading the usage and the ledger'}</span>
    </div>
  );
}
