import { makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState, type ReactNode } from 'react';
import { DisclosureButton } from './disclosure-button';

const useStyles = makeStyles({
  content: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalXS,
  },
});

/** A line that opens what stands beneath it, in place. */
export function Disclosure(props: {
  readonly label: string;
  readonly context?: string;
  readonly startsOpen?: boolean;
  readonly children: ReactNode;
}): JSX.Element {
  const styles = useStyles();
  const [open, setOpen] = useState(props.startsOpen ?? false);
  const id = useId();
  return (
    <div>
      <DisclosureButton
        label={props.label}
        {...(props.context === undefined ? {} : { context: props.context })}
        open={open}
        controls={id}
        onToggle={() => setOpen(!open)}
      />
      {open && (
        <div id={id} className={styles.content}>
          {props.children}
        </div>
      )}
    </div>
  );
}
