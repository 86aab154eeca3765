import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';

const useStyles = makeStyles({
  button: { width: '100%', minHeight: '36px' },
  reason: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** The step's primary button. When it cannot be pressed it stays reachable, and says why. */
export function PrimaryAction(props: {
  readonly label: string;
  readonly blocker?: string | null;
  readonly note?: string;
  readonly onPress: () => void;
}): JSX.Element {
  const styles = useStyles();
  const id = useId();
  const blocker = props.blocker ?? null;
  const reason = blocker ?? props.note ?? '';
  return (
    <>
      <Button
        appearance="primary"
        className={styles.button}
        disabledFocusable={blocker !== null}
        aria-describedby={reason === '' ? undefined : id}
        onClick={props.onPress}
      >
        {props.label}
      </Button>
      {reason !== '' && (
        <p id={id} className={styles.reason}>
          {reason}
        </p>
      )}
    </>
  );
}
