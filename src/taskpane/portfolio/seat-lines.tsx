import { makeStyles, tokens } from '@fluentui/react-components';
import type { OfferingLine } from '../../engine/portfolio/types';
import type { PortfolioOutcome } from '../../excel/contract/portfolio';
import { Card } from '../frame/card';
import type { Formats } from '../figures/formats';
import { ShortList } from '../monitor/short-list';
import { usePaneContext } from '../pane/context';
import { spareUsed } from './words';

const useStyles = makeStyles({
  head: { display: 'flex', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalS },
  name: { fontWeight: tokens.fontWeightSemibold, minWidth: 0 },
  count: { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
  line: { margin: 0 },
});

/** Seats to buy, to let end, and spare ones that are used first, by product and Collection. */
export function SeatLines(props: { readonly outcome: PortfolioOutcome }): JSX.Element | null {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { offerings, today } = props.outcome.summary;
  const lines = offerings.filter((line) => line.owned > 0 || line.needed > 0);
  if (lines.length === 0) return null;
  return (
    <Card title="Seats to buy and to release">
      {today !== null && <p className={styles.line}>{seatTotals(lines, formats)}</p>}
      <ShortList entries={inOrder(lines)} first={6} what="products" keyOf={(line) => line.offering}>
        {(line) => (
          <>
            <div className={styles.head}>
              <span className={styles.name}>{line.offering}</span>
              <span className={styles.count}>
                {today === null
                  ? formats.count(line.needed)
                  : `${formats.count(line.owned)} → ${formats.count(line.needed)}`}
              </span>
            </div>
            <p className={styles.line}>{seatSentence(line, today !== null, formats)}</p>
          </>
        )}
      </ShortList>
    </Card>
  );
}

/** What changes stands first. */
const inOrder = (lines: readonly OfferingLine[]): readonly OfferingLine[] =>
  [...lines].sort(
    (a, b) =>
      b.toBuy + b.toRelease - (a.toBuy + a.toRelease) ||
      b.needed - a.needed ||
      a.offering.localeCompare(b.offering),
  );

/** "4 to buy, 61 to release, 12 spare ones used first." */
export function seatTotals(lines: readonly OfferingLine[], formats: Formats): string {
  const sum = (of: (line: OfferingLine) => number): number =>
    lines.reduce((total, line) => total + of(line), 0);
  return `${formats.count(sum((line) => line.toBuy))} to buy, ${formats.count(sum((line) => line.toRelease))} to release, ${formats.counted(sum(spareUsed), 'spare one', 'spare ones')} used first.`;
}

/** "3 to buy." · "Release 18 of 40; first term ends Mar 31, 2027." */
export function seatSentence(line: OfferingLine, compared: boolean, formats: Formats): string {
  const { toBuy, toRelease, owned, end, seatList } = line;
  const unpriced = seatList === null ? ' Its price is missing.' : '';
  if (!compared) return `${formats.counted(line.needed, 'seat', 'seats')} needed.${unpriced}`;
  const used = spareUsed(line);
  const parts = [
    ...(used > 0 ? [`${formats.counted(used, 'spare seat', 'spare seats')} used first`] : []),
    ...(toBuy > 0 ? [`${formats.count(toBuy)} to buy`] : []),
    ...(toRelease > 0
      ? [
          `${formats.count(toRelease)} of ${formats.count(owned)} to release${end === null ? '' : `, first term ends ${formats.day(end)}`}`,
        ]
      : []),
  ];
  const text = parts.length === 0 ? 'as many as today' : parts.join('; ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.${unpriced}`;
}
