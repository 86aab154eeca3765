import { CopyText } from '../frame/copy-text';
import { usePaneContext } from '../pane/context';

const MOST_ROWS = 6;

/** Copies addresses, with semicolons between them as the admin console takes several users. */
export function CopyAddresses(props: {
  readonly addresses: readonly string[];
  /** Completes the button for a screen reader: "Give Flex: Revit". */
  readonly what: string;
}): JSX.Element {
  const { formats } = usePaneContext();
  const { addresses, what } = props;
  return (
    <CopyText
      text={addresses.join('; ')}
      what={what}
      label={`Addresses: ${what}`}
      copied={`${formats.counted(addresses.length, 'address', 'addresses')} copied.`}
      rows={Math.min(MOST_ROWS, addresses.length)}
    />
  );
}
