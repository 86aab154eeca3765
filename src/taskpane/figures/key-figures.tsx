import { makeStyles, tokens } from '@fluentui/react-components';
import type { Inspection, SegmentOutcome } from '../../excel/contract/services';
import { Card } from '../frame/card';
import { Disclosure } from '../frame/disclosure';
import type { Formats } from './formats';
import { usePaneContext } from '../pane/context';
import { CardLine } from './card-line';

const useStyles = makeStyles({
  figures: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: tokens.spacingHorizontalM,
  },
  wide: { gridColumn: '1 / -1' },
  value: {
    display: 'block',
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    letterSpacing: '-0.02em',
  },
  second: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  label: { display: 'block', color: tokens.colorNeutralForeground2 },
  line: { margin: 0 },
  since: {
    margin: 0,
    paddingTop: tokens.spacingVerticalS,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground2,
  },
});

/** The three figures that matter, each with its unit, what it is compared with, and why. */
export function KeyFigures(props: {
  readonly outcome: SegmentOutcome;
  readonly inspection: Inspection;
}): JSX.Element {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { outcome, inspection } = props;
  const missing = outcome.bySegment.reduce((sum, row) => sum + row.priceMissing, 0);
  const amount = formats.money(Math.abs(outcome.saving), outcome.currency);
  const about = outcome.estimated ? 'about ' : '';
  const share = outcome.people === 0 ? 0 : outcome.toFlex / outcome.people;
  return (
    <Card title="Result">
      <div className={styles.figures}>
        <div className={styles.wide}>
          <span className={styles.value}>
            {about}
            {amount}
          </span>
          <span className={styles.label}>
            a year {outcome.saving < 0 ? 'dearer than' : 'saved against'} the other choice for each person
          </span>
          <Disclosure label="Why?" context="the saving">
            <p className={styles.line}>
              For each person the saving is the other way minus the recommended cost. The other way is the
              cheapest seats where Flex or Review is recommended, and Flex where a seat is. It is not a
              comparison with what you pay today.
            </p>
            <p className={styles.line}>
              {outcome.bySegment
                .map((row) => `${row.segment}: ${formats.money(row.saving, outcome.currency)}`)
                .join('; ')}
              . Sum: {formats.money(outcome.saving, outcome.currency)}.
            </p>
            {missing > 0 && (
              <p className={styles.line}>
                {formats.counted(missing, 'person is', 'people are')} left out of the sum: a price is missing.
              </p>
            )}
            <CardLine inspection={inspection} />
          </Disclosure>
        </div>
        <Figure
          value={formats.count(outcome.people)}
          label={outcome.people === 1 ? 'person' : 'people'}
          why="the number of people"
        >
          <p className={styles.line}>
            Everyone with a usable row has exactly one segment. {formats.counted(outcome.read, 'row', 'rows')}{' '}
            read: {formats.count(outcome.used)} used, {formats.count(outcome.rejected.length)} left out.
          </p>
        </Figure>
        <Figure
          value={formats.count(outcome.toFlex)}
          label={`to Flex, ${formats.share(share)} of people`}
          why="the number to Flex"
        >
          <p className={styles.line}>
            {outcome.bySegment
              .filter((row) => row.segment.startsWith('Flex'))
              .map((row) => `${row.segment}: ${formats.count(row.users)}`)
              .join('; ')}
            . The list stands in Flex Segments; filter its Segment column.
          </p>
        </Figure>
      </div>
      <p className={styles.since}>{changeSentence(outcome, formats)}</p>
    </Card>
  );
}

/** "Since the last run: 12 people changed segment, 3 are new, 1 is gone." */
export function changeSentence(outcome: SegmentOutcome, formats: Formats): string {
  const { changed, newPeople, gonePeople, people } = outcome;
  if (newPeople === people && changed === 0 && gonePeople === 0) return 'This is the first run.';
  if (changed + newPeople + gonePeople === 0) return 'Since the last run: nobody changed segment.';
  const parts = [
    changed === 0
      ? 'nobody changed segment'
      : `${formats.counted(changed, 'person', 'people')} changed segment`,
    ...(newPeople === 0 ? [] : [`${formats.counted(newPeople, 'is', 'are')} new`]),
    ...(gonePeople === 0 ? [] : [`${formats.counted(gonePeople, 'is', 'are')} gone`]),
  ];
  return `Since the last run: ${parts.join(', ')}.`;
}

function Figure(props: {
  readonly value: string;
  readonly label: string;
  readonly why: string;
  readonly children: JSX.Element;
}): JSX.Element {
  const styles = useStyles();
  return (
    <div>
      <span className={`${styles.value} ${styles.second}`}>{props.value}</span>
      <span className={styles.label}>{props.label}</span>
      <Disclosure label="Why?" context={props.why}>
        {props.children}
      </Disclosure>
    </div>
  );
}
