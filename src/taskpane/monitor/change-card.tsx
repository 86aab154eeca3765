import { makeStyles, tokens } from '@fluentui/react-components';
import { monthText } from '../../engine/numeric';
import type { MonthChange } from '../../engine/monitor/review-types';
import { Card } from '../frame/card';
import { usePaneContext } from '../pane/context';
import { signed, whole } from './words';

const useStyles = makeStyles({
  line: { margin: 0 },
  list: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    '& dt': {
      textAlign: 'end',
      fontWeight: tokens.fontWeightSemibold,
      fontVariantNumeric: 'tabular-nums',
    },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
  },
});

/** Why the last whole month burned more or less than the one before: parts that sum to the change, a sentence each. */
export function ChangeCard(props: { readonly change: MonthChange | null }): JSX.Element | null {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { change } = props;
  if (change === null) return null;
  const { before, after, tokensBefore, tokensAfter, parts } = change;
  return (
    <Card title="Why burn changed">
      <p className={styles.line}>
        {monthText(before)} to {monthText(after)}: {whole(tokensBefore, formats)} to{' '}
        {whole(tokensAfter, formats)} tokens ({signed(tokensAfter - tokensBefore, formats)}).
      </p>
      <dl className={styles.list}>
        {parts.map((part) => (
          <Part key={part.kind} tokens={signed(part.tokens, formats)} sentence={part.sentence} />
        ))}
      </dl>
    </Card>
  );
}

function Part(props: { readonly tokens: string; readonly sentence: string }): JSX.Element {
  return (
    <>
      <dt>{props.tokens}</dt>
      <dd>{props.sentence}</dd>
    </>
  );
}
