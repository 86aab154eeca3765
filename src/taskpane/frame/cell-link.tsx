import { Link } from '@fluentui/react-components';
import { usePaneContext } from '../pane/context';

/** Selects cells in the workbook. The address is the label unless a shorter one says it better. */
export function CellLink(props: { readonly address: string; readonly label?: string }): JSX.Element {
  const { actions } = usePaneContext();
  return (
    <Link
      as="button"
      inline
      aria-label={props.label === undefined ? `Select ${props.address}` : `${props.label}: ${props.address}`}
      onClick={() => actions.select(props.address)}
    >
      {props.label ?? props.address}
    </Link>
  );
}
