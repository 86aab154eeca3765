import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { SHEETS } from '../../report/model/sheet-names';
import { CopyText } from '../frame/copy-text';
import { Disclosure } from '../frame/disclosure';
import { usePaneContext } from '../pane/context';
import { saveFile, type TextFile } from './save-file';

const useStyles = makeStyles({ quiet: { margin: 0, color: tokens.colorNeutralForeground2 } });

interface Saved {
  readonly file: TextFile;
  readonly handedOver: boolean;
}

/** Saves the register as a CSV file; where no file appears, its text can be copied. */
export function SaveRegister(): JSX.Element {
  const styles = useStyles();
  const { actions } = usePaneContext();
  const [saved, setSaved] = useState<Saved | null>(null);
  const [busy, setBusy] = useState(false);

  const save = async (): Promise<void> => {
    setBusy(true);
    const file = await actions.exportRegister();
    setSaved(file === null ? null : { file, handedOver: saveFile(file) });
    setBusy(false);
  };

  return (
    <>
      <div>
        <Button disabledFocusable={busy} onClick={() => void save()}>
          Save register as CSV
        </Button>
      </div>
      <p className={styles.quiet} role="status">
        {saved === null
          ? `Names and addresses are in it: it is saved on this computer and goes nowhere else.`
          : saved.handedOver
            ? `${saved.file.name} was given to the browser to save, as ${SHEETS.itam.name} reads now.`
            : 'This Excel saves no files from a pane. Copy the text and save it as a .csv file.'}
      </p>
      {saved !== null && (
        <Disclosure
          key={String(saved.handedOver)}
          label={saved.handedOver ? 'No file? Copy its text' : 'Copy the text'}
          startsOpen={!saved.handedOver}
        >
          <CopyText
            text={saved.file.text}
            what="the register"
            label="The register as CSV"
            copied="The register is copied."
            rows={6}
          />
        </Disclosure>
      )}
    </>
  );
}
