import { makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { segmentColor } from '../../report/model/palette';
import type { Inspection, SegmentOutcome } from '../../excel/contract/services';
import { Card } from '../frame/card';
import { DisclosureButton } from '../frame/disclosure-button';
import { usePaneContext } from '../pane/context';
import { SEGMENT_RULES } from '../frame/words';
import { CardLine } from '../figures/card-line';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  head: { display: 'flex', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalS },
  count: { fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
  body: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
  },
  track: {
    height: '8px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground4,
    '@media (forced-colors: active)': { outline: '1px solid CanvasText' },
  },
  bar: {
    height: '100%',
    minWidth: '2px',
    borderRadius: tokens.borderRadiusSmall,
    '@media (forced-colors: active)': { forcedColorAdjust: 'none' },
  },
  why: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalS,
  },
  line: { margin: 0 },
});

type SegmentResult = SegmentOutcome['bySegment'][number];

/** People by segment: a bar with its name and number, and the rule and money behind it. */
export function SegmentBars(props: {
  readonly outcome: SegmentOutcome;
  readonly inspection: Inspection;
}): JSX.Element {
  const styles = useStyles();
  const { outcome, inspection } = props;
  const most = Math.max(1, ...outcome.bySegment.map((row) => row.users));
  return (
    <Card title="People by segment">
      <ul className={styles.list}>
        {outcome.bySegment.map((row) => (
          <SegmentBar
            key={row.segment}
            row={row}
            most={most}
            currency={outcome.currency}
            inspection={inspection}
          />
        ))}
      </ul>
    </Card>
  );
}

function SegmentBar(props: {
  readonly row: SegmentResult;
  readonly most: number;
  readonly currency: string;
  readonly inspection: Inspection;
}): JSX.Element {
  const styles = useStyles();
  const { theme, formats } = usePaneContext();
  const [open, setOpen] = useState(false);
  const id = useId();
  const { row, most, currency } = props;
  const color = segmentColor(row.segment, theme);
  return (
    <li>
      <div className={styles.head}>
        <span>{row.segment}</span>
        <span className={styles.count}>{formats.count(row.users)}</span>
      </div>
      <div className={styles.body}>
        <div className={styles.track} aria-hidden>
          <div
            className={styles.bar}
            style={{ width: `${(100 * row.users) / most}%`, backgroundColor: color }}
          />
        </div>
        <DisclosureButton
          label="Why?"
          context={row.segment}
          open={open}
          controls={id}
          onToggle={() => setOpen(!open)}
        />
      </div>
      {open && (
        <div id={id} className={styles.why}>
          <p className={styles.line}>{SEGMENT_RULES[row.segment]}</p>
          <p className={styles.line}>
            {formats.count(Math.round(row.tokens))} tokens a year. Recommended cost{' '}
            {formats.money(row.cost, currency)}; {row.saving < 0 ? 'premium' : 'saving'}{' '}
            {formats.money(Math.abs(row.saving), currency)}.
            {row.priceMissing > 0 &&
              ` Without ${formats.counted(row.priceMissing, 'person', 'people')} whose price is missing.`}
          </p>
          <CardLine inspection={props.inspection} />
        </div>
      )}
    </li>
  );
}
