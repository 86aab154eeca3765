import { makeStyles, tokens } from '@fluentui/react-components';
import type { Inspection } from '../../excel/contract/services';
import type { RejectedRow } from '../../engine/usage/types';
import { Card } from '../frame/card';
import { CellLink } from '../frame/cell-link';
import { usePaneContext } from '../pane/context';
import { RejectedRows } from './rejected-rows';

const useStyles = makeStyles({
  line: { margin: 0 },
  links: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
});

/** What a run read, used and left out, and links to what it wrote. */
export function RowsAndSheets(props: {
  readonly outcome: {
    readonly read: number;
    readonly used: number;
    readonly rejected: readonly RejectedRow[];
    readonly sheets: readonly { readonly name: string; readonly address: string }[];
  };
  readonly inspection: Inspection;
  /** A further sentence about the rows. */
  readonly more?: string;
}): JSX.Element {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { read, used, rejected, sheets } = props.outcome;
  return (
    <Card title="Rows and sheets">
      <p className={styles.line}>
        {formats.counted(read, 'row', 'rows')} read, {formats.count(used)} used.
        {props.more === undefined ? '' : ` ${props.more}`}
      </p>
      <RejectedRows rejected={rejected} inspection={props.inspection} />
      <div className={styles.links}>
        {sheets.map((sheet) => (
          <CellLink key={sheet.name} address={sheet.address} label={`Show ${sheet.name}`} />
        ))}
      </div>
    </Card>
  );
}
