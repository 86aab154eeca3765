import { Button, Field, makeStyles, ProgressBar, Select, tokens } from '@fluentui/react-components';
import type { MonitorInspection } from '../../../excel/contract/monitor';
import { splitAddress } from '../../../report/model/address';
import { SHEETS } from '../../../report/model/sheet-names';
import { Card } from '../../frame/card';
import { CellLink } from '../../frame/cell-link';
import { FailureNotice } from '../../frame/failure-notice';
import { Notice } from '../../frame/notice';
import { usePaneContext } from '../../pane/context';
import { sourceKey } from '../../data/source-preference';
import { isRunning } from '../../pane/state';
import { AppendPreviewView } from './preview-view';
import { whole } from '../words';

const useStyles = makeStyles({
  line: { margin: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'end',
  },
  select: { minWidth: 0, '& select': { minWidth: 0, textOverflow: 'ellipsis' } },
});

/** A new export joined to the history: chosen, previewed, and only then appended. */
export function AppendCard(props: { readonly inspection: MonitorInspection }): JSX.Element {
  const { state } = usePaneContext();
  const { append } = state.monitor;
  return (
    <Card title="Append a week">
      <HistoryLine inspection={props.inspection} />
      <ExportPicker />
      {append.previewing !== null && <Previewing />}
      {append.failure !== null && <FailureNotice failure={append.failure} />}
      {append.preview !== null && <AppendPreviewView preview={append.preview} />}
      <AppendResult />
    </Card>
  );
}

function HistoryLine(props: { readonly inspection: MonitorInspection }): JSX.Element {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { history } = props.inspection;
  if (history === null) {
    return (
      <p className={styles.line}>
        There is no history yet. The first export begins it on {SHEETS.usage.name}; each later one adds its
        days.
      </p>
    );
  }
  return (
    <p className={styles.line}>
      The history holds {formats.counted(history.rows, 'row', 'rows')},{' '}
      {formats.dayBeside(history.firstDay, history.lastDay)} to {formats.day(history.lastDay)}.{' '}
      <CellLink address={history.address} label={`Show ${SHEETS.usage.name}`} />
    </p>
  );
}

function ExportPicker(): JSX.Element {
  const styles = useStyles();
  const { state, actions } = usePaneContext();
  const { source, previewing, preview } = state.monitor.append;
  const offered = state.sources.filter((option) => splitAddress(option.address).sheet !== SHEETS.usage.name);
  const busy = isRunning(state) || previewing !== null;
  return (
    <div className={styles.row}>
      <Field label="New export">
        <Select
          className={styles.select ?? ''}
          value={source === null ? '' : sourceKey(source)}
          disabled={busy}
          onChange={(_, data) =>
            actions.chooseExport(
              offered.find((option) => sourceKey(option.choice) === data.value)?.choice ?? null,
            )
          }
        >
          <option value="">Choose</option>
          {offered.map((option) => (
            <option key={sourceKey(option.choice)} value={sourceKey(option.choice)}>
              {option.label}
            </option>
          ))}
        </Select>
      </Field>
      <Button disabledFocusable={source === null || busy} onClick={actions.previewAppend}>
        {preview === null ? 'Preview' : 'Preview again'}
      </Button>
    </div>
  );
}

function Previewing(): JSX.Element {
  const { state, actions } = usePaneContext();
  const { previewing } = state.monitor.append;
  const progress = previewing === 'starting' ? null : previewing;
  const share = progress === null || progress.total <= 0 ? undefined : progress.done / progress.total;
  return (
    <div>
      <ProgressBar aria-label="Reading the export" {...(share === undefined ? {} : { value: share })} />
      <span>{progress?.text ?? 'Reading the export'}</span>
      <div>
        <Button size="small" onClick={actions.stopPreview}>
          Stop
        </Button>
      </div>
    </div>
  );
}

/** What came of the last append. */
function AppendResult(): JSX.Element | null {
  const { state, formats } = usePaneContext();
  const { run } = state.monitor.append;
  if (run.kind === 'failed') return <FailureNotice failure={run.failure} />;
  if (run.kind === 'cancelled') {
    return (
      <Notice
        level="info"
        text={
          run.untouched
            ? 'Cancelled. The history is as it was.'
            : `Cancelled. Look at ${SHEETS.usage.name} before you append again.`
        }
      />
    );
  }
  if (run.kind !== 'done') return null;
  const { preview, rows, historyDays, sheets, messages } = run.outcome;
  const [first, last] = historyDays;
  return (
    <>
      <Notice
        level="success"
        text={`Appended: ${whole(preview.added, formats)} new, ${whole(preview.changed, formats)} changed. The history holds ${formats.counted(rows, 'row', 'rows')}, ${formats.dayBeside(first, last)} to ${formats.day(last)}.`}
      >
        {sheets[0] === undefined ? undefined : (
          <CellLink address={sheets[0].address} label={`Show ${sheets[0].name}`} />
        )}
      </Notice>
      {messages.map((message) => (
        <Notice
          key={message.text}
          level={message.level}
          text={message.text}
          detail={message.detail ?? null}
        />
      ))}
    </>
  );
}
