import { Button, Checkbox, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import type { ShareInspection } from '../../excel/contract/share';
import { Card } from '../frame/card';
import { CopyText } from '../frame/copy-text';
import { Disclosure } from '../frame/disclosure';
import { Notice } from '../frame/notice';
import { usePaneContext } from '../pane/context';
import { isRunning } from '../pane/state';

const useStyles = makeStyles({
  line: { margin: 0 },
  list: { margin: 0, paddingLeft: '20px' },
  mono: { fontFamily: tokens.fontFamilyMonospace },
});

const KEY = /^[0-9a-f]{64}$/i;

/** Who is named where, and the way to aliases. */
export function PeopleInWorkbook(props: { readonly personal: ShareInspection['personal'] }): JSX.Element {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { people, sheets } = props.personal;
  return (
    <Card title="Names of people">
      <p className={styles.line}>
        {people === 0
          ? 'No name, user or e-mail address was found.'
          : `${formats.counted(people, 'person is', 'people are')} named in this workbook.`}
      </p>
      {people > 0 && (
        <>
          <Disclosure label="Where?" context="people are named">
            <ul className={styles.list}>
              {sheets.map(({ sheet, ours, columns, cells }) => (
                <li key={sheet}>
                  {sheet}
                  {ours ? '' : ' (yours)'}: {formats.counted(cells, 'cell', 'cells')}
                  {columns.length === 0 ? '' : `, ${columns.join(', ')}`}
                </li>
              ))}
              <OtherPlaces personal={props.personal} />
            </ul>
          </Disclosure>
          <Pseudonyms own={sheets.some(({ ours }) => !ours)} comments={props.personal.comments} />
        </>
      )}
    </Card>
  );
}

function OtherPlaces(props: { readonly personal: ShareInspection['personal'] }): JSX.Element | null {
  const { formats } = usePaneContext();
  const { charts, notes, comments, names, properties } = props.personal;
  const places = [
    [charts, 'text of charts', 'texts of charts'],
    [notes, 'note', 'notes'],
    [comments, 'comment', 'comments'],
    [names, 'defined name', 'defined names'],
    [properties, 'document property', 'document properties'],
  ] as const;
  const found = places.filter(([count]) => count > 0);
  if (found.length === 0) return null;
  return <li>{found.map(([count, one, many]) => formats.counted(count, one, many)).join(', ')}</li>;
}

function Pseudonyms(props: { readonly own: boolean; readonly comments: number }): JSX.Element {
  const styles = useStyles();
  const { state, actions, formats } = usePaneContext();
  const { key, keyKept, ownSheets } = state.share;
  const valid = KEY.test(key.trim());
  const ready = valid && keyKept && !isRunning(state);
  return (
    <Disclosure label="Replace names by aliases">
      <Notice
        level="warning"
        text="This cannot be taken back. Do it in a copy of the workbook: save one first (File > Save a Copy)."
      />
      <Field
        label="Key"
        hint="The same key gives the same person the same alias in every workbook. It is not kept in the workbook: keep it apart from it."
        {...(key !== '' && !valid
          ? {
              validationState: 'error' as const,
              validationMessage: 'A key has 64 digits and letters from a to f.',
            }
          : {})}
      >
        <Input
          className={styles.mono ?? ''}
          value={key}
          onChange={(_, { value }) => actions.chooseSharing({ key: value, keyKept: false })}
        />
      </Field>
      <Button onClick={actions.makeKey}>Make a new key</Button>
      {valid && <CopyText text={key} what="the key" label="Key" copied="Key copied." rows={2} />}
      <Checkbox
        label="I have kept the key outside this workbook"
        checked={keyKept}
        disabled={!valid}
        onChange={(_, { checked }) => actions.chooseSharing({ keyKept: checked === true })}
      />
      {props.own && (
        <Checkbox
          label="Change my own sheets too, such as the usage"
          checked={ownSheets}
          onChange={(_, { checked }) => actions.chooseSharing({ ownSheets: checked === true })}
        />
      )}
      <p className={styles.line}>
        Teams of fewer than five people are shown as one.
        {props.comments > 0 &&
          ` ${formats.counted(props.comments, 'comment is', 'comments are')} deleted: a comment bears its author's name.`}
      </p>
      <Button disabledFocusable={!ready} onClick={actions.pseudonymisePeople}>
        Replace names
      </Button>
    </Disclosure>
  );
}
