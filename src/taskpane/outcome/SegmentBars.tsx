import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { segmentColor } from '../../report/palette';
import type { Inspection, SegmentOutcome } from '../../excel/services';
import { Card } from '../frame/Card';
import { Disclosure } from '../frame/Disclosure';
import { usePaneContext } from '../pane-context';
import { SEGMENT_RULES } from '../words';
import { CardLine } from './CardLine';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  head: { display: 'flex', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalS },
  count: { fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
  track: {
    height: '8px',
    marginTop: tokens.spacingVerticalXXS,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground4,
    '@media (forced-colors: active)': { border: '1px solid CanvasText', backgroundColor: 'Canvas' },
  },
  bar: {
    height: '100%',
    minWidth: '2px',
    borderRadius: tokens.borderRadiusSmall,
    '@media (forced-colors: active)': { forcedColorAdjust: 'none' },
  },
  line: { margin: 0 },
});

/** People by segment: a bar with its name and number, and the rule and money behind it. */
export function SegmentBars(props: {
  readonly outcome: SegmentOutcome;
  readonly inspection: Inspection;
}): JSX.Element {
  const styles = useStyles();
  const { theme, formats } = usePaneContext();
  const { outcome, inspection } = props;
  const most = Math.max(1, ...outcome.bySegment.map((row) => row.users));
  return (
    <Card title="People by segment">
      <ul className={styles.list}>
        {outcome.bySegment.map((row) => (
          <li key={row.segment}>
            <div className={styles.head}>
              <span>{row.segment}</span>
              <span className={styles.count}>{formats.count(row.users)}</span>
            </div>
            <div className={styles.track} aria-hidden>
              <div
                className={mergeClasses(styles.bar)}
                style={{
                  width: `${(100 * row.users) / most}%`,
                  backgroundColor: segmentColor(row.segment, theme),
                }}
              />
            </div>
            <Disclosure label="Why?" context={row.segment}>
              <p className={styles.line}>{SEGMENT_RULES[row.segment]}</p>
              <p className={styles.line}>
                {formats.count(Math.round(row.tokens))} tokens a year. Recommended cost{' '}
                {formats.money(row.cost, outcome.currency)}; {row.saving < 0 ? 'premium' : 'saving'}{' '}
                {formats.money(Math.abs(row.saving), outcome.currency)}.
                {row.priceMissing > 0 &&
                  ` Without ${formats.counted(row.priceMissing, 'person', 'people')} whose price is missing.`}
              </p>
              <CardLine inspection={inspection} />
            </Disclosure>
          </li>
        ))}
      </ul>
    </Card>
  );
}
