import { Button, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { Copy16Regular } from '@fluentui/react-icons/svg/copy';
import { useState } from 'react';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
  },
  said: { color: tokens.colorNeutralForeground2 },
  area: { width: '100%' },
});

type Told = 'nothing' | 'copied' | 'by hand';

/** A button that copies a text. Where the host refuses the clipboard, the text stands there to be selected. */
export function CopyText(props: {
  readonly text: string;
  /** Completes the button for a screen reader: "Give Flex: Revit". */
  readonly what: string;
  /** Names the text where it must be copied by hand. */
  readonly label: string;
  /** What is said once it is copied. */
  readonly copied: string;
  /** Lines of the text that are in view. */
  readonly rows: number;
}): JSX.Element {
  const styles = useStyles();
  const [told, setTold] = useState<Told>('nothing');
  const { text, what, label, copied, rows } = props;

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setTold('copied');
    } catch {
      setTold('by hand');
    }
  };

  return (
    <>
      <div className={styles.row}>
        <Button
          size="small"
          icon={<Copy16Regular aria-hidden />}
          aria-label={`Copy ${what}`}
          onClick={() => void copy()}
        >
          Copy
        </Button>
        <span className={styles.said} role="status">
          {told === 'copied' && copied}
          {told === 'by hand' && 'The clipboard is closed to the pane. Select the text below and copy it.'}
        </span>
      </div>
      {told === 'by hand' && (
        <Textarea
          className={styles.area ?? ''}
          readOnly
          value={text}
          rows={rows}
          aria-label={label}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </>
  );
}
