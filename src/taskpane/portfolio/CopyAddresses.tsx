import { Button, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { Copy16Regular } from '@fluentui/react-icons/svg/copy';
import { useState } from 'react';
import { usePaneContext } from '../pane-context';

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

/** A button that copies addresses, with semicolons between them as the admin console takes several users. Where the host refuses the clipboard, the list stands there selected. */
export function CopyAddresses(props: {
  readonly addresses: readonly string[];
  /** Completes the button for a screen reader: "Give Flex: Revit". */
  readonly what: string;
}): JSX.Element {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const [told, setTold] = useState<Told>('nothing');
  const text = props.addresses.join('; ');

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
          aria-label={`Copy ${props.what}`}
          onClick={() => void copy()}
        >
          Copy
        </Button>
        <span className={styles.said} role="status">
          {told === 'copied' && `${formats.counted(props.addresses.length, 'address', 'addresses')} copied.`}
          {told === 'by hand' && 'The clipboard is closed to the pane. Select the text below and copy it.'}
        </span>
      </div>
      {told === 'by hand' && (
        <Textarea
          className={styles.area ?? ''}
          readOnly
          value={text}
          rows={Math.min(6, props.addresses.length)}
          aria-label={`Addresses: ${props.what}`}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </>
  );
}
