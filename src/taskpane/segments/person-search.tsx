import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { Search16Regular } from '@fluentui/react-icons/svg/search';
import { useState } from 'react';
import { segmentColor } from '../../report/model/palette';
import type { SegmentOutcome } from '../../excel/contract/services';
import { Card } from '../frame/card';
import { CellLink } from '../frame/cell-link';
import { usePaneContext } from '../pane/context';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  person: {
    display: 'grid',
    gridTemplateColumns: '4px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    overflowWrap: 'anywhere',
  },
  mark: {
    borderRadius: tokens.borderRadiusSmall,
    '@media (forced-colors: active)': { forcedColorAdjust: 'none' },
  },
  name: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  line: { margin: 0 },
});

const LISTED = 5;

/** "Why this person?": finds a person and gives the reason that decided, as it stands in the sheet. */
export function PersonSearch(props: { readonly outcome: SegmentOutcome }): JSX.Element {
  const styles = useStyles();
  const { formats, theme } = usePaneContext();
  const [sought, setSought] = useState('');
  const { outcome } = props;
  const wanted = sought.trim().toLocaleLowerCase(formats.locale);
  const found =
    wanted === ''
      ? []
      : outcome.rows.filter((row) => row.user.toLocaleLowerCase(formats.locale).includes(wanted));
  const partial = outcome.rows.length < outcome.people;
  return (
    <Card title="Why this person?">
      <Field
        label="Find a person"
        {...(partial
          ? {
              hint: `Among the first ${formats.count(outcome.rows.length)} of ${formats.count(outcome.people)} people. Every reason stands in Flex Segments.`,
            }
          : {})}
      >
        <Input
          type="search"
          value={sought}
          contentBefore={<Search16Regular aria-hidden />}
          onChange={(_, data) => setSought(data.value)}
        />
      </Field>
      <p className={styles.quiet} role="status">
        {wanted !== '' && searchSentence(found.length, sought.trim(), partial, formats.count)}
      </p>
      {found.length > 0 && (
        <ul className={styles.list}>
          {found.slice(0, LISTED).map((row) => (
            <li key={row.address} className={styles.person}>
              <span
                className={styles.mark}
                style={{ backgroundColor: segmentColor(row.segment, theme) }}
                aria-hidden
              />
              <div>
                <span className={styles.name}>{row.user}</span>
                <p className={styles.line}>
                  {row.segment}
                  {row.recommendation !== row.segment && `. Recommended: ${row.recommendation}`}
                </p>
                <p className={styles.line}>{row.reason}</p>
                <CellLink address={row.address} label="Show row" />
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function searchSentence(
  found: number,
  sought: string,
  partial: boolean,
  count: (value: number) => string,
): string {
  if (found === 0) {
    return partial
      ? `No “${sought}” here. Look in Flex Segments: filter its User column.`
      : `No person is called “${sought}”.`;
  }
  if (found > LISTED) return `${count(found)} found, the first ${LISTED} shown. Type more to narrow it down.`;
  return found === 1 ? '1 found.' : `${count(found)} found.`;
}
