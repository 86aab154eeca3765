import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { ChangedKey, MergePreview } from '../../../engine/monitor/history/types';
import type { AppendPreview } from '../../../excel/contract/monitor';
import { SHEETS } from '../../../report/model/sheet-names';
import { CellLink } from '../../frame/cell-link';
import { Disclosure } from '../../frame/disclosure';
import { Messages } from '../../frame/messages';
import { Notice } from '../../frame/notice';
import type { Formats } from '../../figures/formats';
import { RejectedRows } from '../../figures/rejected-rows';
import { usePaneContext } from '../../pane/context';
import { isRunning } from '../../pane/state';
import { signed, spanWords, whole } from '../words';

const useStyles = makeStyles({
  line: { margin: 0 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  counts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    margin: 0,
    '& dt': {
      textAlign: 'end',
      fontWeight: tokens.fontWeightSemibold,
      fontVariantNumeric: 'tabular-nums',
    },
    '& dd': { margin: 0 },
  },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
  button: { alignSelf: 'start' },
});

/** What an append would do: counted, with examples, and what to read first. Nothing is written until Append is pressed. */
export function AppendPreviewView(props: { readonly preview: AppendPreview }): JSX.Element {
  const styles = useStyles();
  const id = useId();
  const { state, actions, formats } = usePaneContext();
  const { preview: found } = props;
  const { preview } = found;
  const running = isRunning(state);
  const nothing = preview.added + preview.changed === 0;
  return (
    <>
      <p className={styles.line}>
        <CellLink address={found.address} />: {spanWords(...found.exportDays, formats)},{' '}
        {formats.counted(found.used, 'row', 'rows')} used of {formats.count(found.read)} read.
      </p>
      <dl className={styles.counts} aria-label="What appending would do">
        {countLines(preview).map(([label, value]) => (
          <Count key={label} label={label} value={value} />
        ))}
      </dl>
      <MissingDays preview={preview} />
      <ChangedExamples preview={preview} />
      {tokensSentence(preview, formats) !== '' && (
        <p className={styles.quiet}>{tokensSentence(preview, formats)}</p>
      )}
      <RejectedRows rejected={found.rejected} inspection={{ address: found.address, columns: [] }} />
      {(preview.notes ?? []).map((note) => (
        <Notice key={note} level="info" text={note} />
      ))}
      <Messages messages={found.messages} />
      <Button
        className={styles.button ?? ''}
        aria-describedby={id}
        disabledFocusable={!found.canAppend || running}
        onClick={actions.appendExport}
      >
        Append
      </Button>
      <p id={id} className={styles.quiet}>
        {!found.canAppend
          ? 'This export cannot be appended. The message above says why.'
          : nothing
            ? 'The history holds all of it already: appending changes nothing.'
            : `Writes ${SHEETS.usage.name}: ${found.history === null ? 'a new sheet' : 'replaces ours'}. No other sheet is touched.`}
      </p>
    </>
  );
}

function countLines(preview: MergePreview): readonly (readonly [label: string, value: number])[] {
  return [
    ['new', preview.added],
    ['changed: the export’s figures replace the old ones', preview.changed],
    ['the same', preview.same],
    ['only in the history: kept', preview.kept],
  ];
}

function Count(props: { readonly label: string; readonly value: number }): JSX.Element {
  const { formats } = usePaneContext();
  return (
    <>
      <dt>{formats.count(props.value)}</dt>
      <dd>{props.label}</dd>
    </>
  );
}

function MissingDays({ preview }: { readonly preview: MergePreview }): JSX.Element | null {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { missing, missingDays } = preview;
  if (missing.length === 0) return null;
  const count = missingDays ?? missing.length;
  const what =
    missingDays === undefined
      ? formats.counted(count, 'span of days', 'spans of days')
      : formats.counted(count, 'working day', 'working days');
  return (
    <Disclosure label={`${what} without any row: show`}>
      <ul className={styles.list}>
        {missing.map(([first, last]) => (
          <li key={first}>{spanWords(first, last, formats)}</li>
        ))}
      </ul>
      <p className={styles.line}>Days off are fine. Else export those days again and append them.</p>
    </Disclosure>
  );
}

function ChangedExamples({ preview }: { readonly preview: MergePreview }): JSX.Element | null {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const examples = preview.examples ?? [];
  if (examples.length === 0) return null;
  const all = examples.length >= preview.changed;
  return (
    <Disclosure label={all ? 'Show what changes' : `Show ${formats.count(examples.length)} of the changes`}>
      <ul className={styles.list}>
        {examples.map((key) => (
          <li key={`${key.user}/${key.product}/${key.team}/${key.day}`}>{exampleSentence(key, formats)}</li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** "Oct 3, 2026, p-0417 Revit: 10 tokens become 20." */
export function exampleSentence(key: ChangedKey, formats: Formats): string {
  const who = [key.user, key.product, key.team === '' ? '' : `(${key.team})`].filter(Boolean).join(' ');
  const at = `${formats.day(key.day)}, ${who}`;
  return key.oldTokens === key.newTokens
    ? `${at}: ${formats.count(key.oldUnits)} units become ${formats.count(key.newUnits)}.`
    : `${at}: ${formats.count(key.oldTokens)} tokens become ${formats.count(key.newTokens)}.`;
}

/** "The history goes from 41,250 to 42,310 tokens (+1,060)." */
export function tokensSentence({ tokensBefore, tokensAfter }: MergePreview, formats: Formats): string {
  if (tokensBefore === undefined || tokensAfter === undefined) return '';
  return `The history goes from ${whole(tokensBefore, formats)} to ${whole(tokensAfter, formats)} tokens (${signed(tokensAfter - tokensBefore, formats)}).`;
}
