import { makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    margin: '-1px',
    overflow: 'hidden',
    clip: 'rect(0 0 0 0)',
    whiteSpace: 'nowrap',
  },
});

/** The one place from which the pane speaks to a screen reader; polite, so that it never interrupts. */
export function LiveRegion(props: { readonly text: string }): JSX.Element {
  return (
    <div role="status" aria-live="polite" aria-atomic="true" className={useStyles().hidden}>
      {props.text}
    </div>
  );
}
