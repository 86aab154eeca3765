import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowUndo16Filled } from '@fluentui/react-icons/svg/arrow-undo';
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { Circle16Regular } from '@fluentui/react-icons/svg/circle';
import { SubtractCircle16Regular } from '@fluentui/react-icons/svg/subtract-circle';
import type { ActionState } from '../../engine/portfolio/types';
import type { PortfolioActionRow, PortfolioOutcome } from '../../excel/contract/portfolio';
import { SHEETS } from '../../report/model/sheet-names';
import { Card } from '../frame/card';
import { CellLink } from '../frame/cell-link';
import { Disclosure } from '../frame/disclosure';
import type { Formats } from '../figures/formats';
import { ShortList } from '../monitor/short-list';
import { usePaneContext } from '../pane/context';
import { ACTION_STATES, dueWords } from './words';

const useStyles = makeStyles({
  value: {
    display: 'block',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  line: { margin: 0 },
  state: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    fontWeight: tokens.fontWeightSemibold,
    '& svg': { flexShrink: 0 },
  },
  done: { color: tokens.colorStatusSuccessForeground1 },
  reversed: { color: tokens.colorStatusWarningForeground1 },
});

const ICONS: Readonly<Record<ActionState, typeof CheckmarkCircle16Filled>> = {
  done: CheckmarkCircle16Filled,
  'not done': Circle16Regular,
  reversed: ArrowUndo16Filled,
};

/** The work list: what was done, not done or reversed since, what it brought against what was promised, and what comes next. */
export function ActionsCard(props: { readonly outcome: PortfolioOutcome }): JSX.Element | null {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { actions, currency } = props.outcome;
  if (actions.total === 0) return null;
  return (
    <Card title="Actions">
      {actions.checked && (
        <>
          <span>
            <span className={styles.value}>{formats.money(actions.realised, currency)} a year</span>
            <span className={styles.quiet}>
              realised, of {formats.money(actions.promised, currency)} promised
            </span>
          </span>
          <p className={styles.line}>{checkSentence(actions, formats)}</p>
        </>
      )}
      {!actions.checked && <p className={styles.line}>{newSentence(actions, currency, formats)}</p>}
      <ShortList entries={actions.rows} first={5} what="actions" keyOf={(row) => row.id}>
        {(row) => <Action row={row} currency={currency} checked={actions.checked} />}
      </ShortList>
      {actions.rows.length < actions.total && (
        <p className={styles.line}>
          {formats.count(actions.rows.length)} of {formats.count(actions.total)} are listed here; all stand on{' '}
          {SHEETS.actions.name}.
        </p>
      )}
    </Card>
  );
}

type Actions = PortfolioOutcome['actions'];

/** "12 done, 3 not done, 1 reversed; 4 are new." */
export function checkSentence(actions: Actions, formats: Formats): string {
  const parts = [
    `${formats.count(actions.done)} done`,
    `${formats.count(actions.open)} not done`,
    `${formats.count(actions.reversed)} reversed`,
  ];
  const fresh = actions.new === 0 ? '' : `; ${formats.counted(actions.new, 'is', 'are')} new`;
  return `${parts.join(', ')}${fresh}.`;
}

export const newSentence = (actions: Actions, currency: string, formats: Formats): string =>
  `${formats.counted(actions.total, 'action', 'actions')} in the order of work, together worth ${formats.money(actions.promised, currency)} a year. The next import marks each done, not done or reversed.`;

function Action(props: {
  readonly row: PortfolioActionRow;
  readonly currency: string;
  readonly checked: boolean;
}): JSX.Element {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { row, currency, checked } = props;
  const Icon = row.withdrawn === true ? SubtractCircle16Regular : ICONS[row.state];
  const tint = row.state === 'done' ? styles.done : row.state === 'reversed' ? styles.reversed : undefined;
  return (
    <>
      {checked && (
        <span className={styles.state}>
          <Icon className={mergeClasses(tint)} aria-hidden />
          {stateWords(row)}
        </span>
      )}
      <p className={styles.line}>{row.text}</p>
      <p className={styles.line}>
        <span className={styles.quiet}>{actionMoney(row, currency, formats)}</span>{' '}
        <CellLink address={row.address} label="Show row" />
      </p>
      {row.evidence !== '' && (
        <Disclosure label="Why?" context={`${stateWords(row)}: ${row.text}`}>
          <p className={styles.line}>{row.evidence}</p>
        </Disclosure>
      )}
    </>
  );
}

/** An action without evidence was listed by this run. */
function stateWords(row: PortfolioActionRow): string {
  if (row.withdrawn === true) return 'No longer proposed';
  return row.evidence === '' && row.state === 'not done' ? 'New' : ACTION_STATES[row.state];
}

/** "By Feb 14, 2027. $2,310 a year promised, $2,180 realised." */
export function actionMoney(row: PortfolioActionRow, currency: string, formats: Formats): string {
  const due = dueWords(row.due, formats);
  const when = `${due.charAt(0).toUpperCase()}${due.slice(1)}.`;
  if (row.withdrawn === true) return 'Nothing is promised for it any more.';
  if (row.promised === null) return `${when} A price is missing, so its saving cannot be told.`;
  if (row.promised === 0) return when;
  const promised = `${formats.money(row.promised, currency)} ${row.lent === true ? 'until the seat ends' : 'a year'} promised`;
  const realised =
    row.state === 'done' && row.realised !== null
      ? `, ${formats.money(row.realised, currency)} realised`
      : '';
  return `${when} ${promised}${realised}.`;
}
