import { makeStyles, tokens } from '@fluentui/react-components';
import type { PoolState } from '../../engine/monitor/review-types';
import type { BudgetLine } from '../../engine/monitor/alerts/types';
import { Card } from '../frame/card';
import type { Formats } from '../figures/formats';
import { usePaneContext } from '../pane/context';
import { coverWords, depletionWords, whole } from './words';
import { ShortList } from './short-list';
import { StatusMark } from './status-mark';

const useStyles = makeStyles({
  name: { fontWeight: tokens.fontWeightSemibold },
  line: { margin: 0, fontVariantNumeric: 'tabular-nums' },
});

/** Each team by its own balance: a launch is refused when that is short, whatever the pool as a whole holds. */
export function TeamsCard(props: { readonly teams: readonly PoolState[] }): JSX.Element | null {
  const styles = useStyles();
  const { formats } = usePaneContext();
  if (props.teams.length === 0) return null;
  return (
    <Card title="By team">
      <ShortList entries={props.teams} first={6} what="teams" keyOf={(one) => one.team}>
        {(one) => (
          <>
            <span className={styles.name}>{one.team}</span>
            <StatusMark status={one.status} />
            <p className={styles.line}>{teamSentence(one, formats)}</p>
          </>
        )}
      </ShortList>
    </Card>
  );
}

/** "1,200 of 10,000 tokens (12%), 9 days of cover: Nov 9, 2026 (Nov 6 to Nov 14)." */
export function teamSentence(one: PoolState, formats: Formats): string {
  const left =
    one.pool > 0
      ? `${whole(one.balance, formats)} of ${whole(one.pool, formats)} tokens (${formats.share(one.share)})`
      : `${whole(one.balance, formats)} tokens`;
  const { depletion } = one;
  if (depletion === null) return `${left}.`;
  return `${left}, ${coverWords(depletion, formats)}: ${depletionWords(depletion, formats)}.`;
}

/** Token budgets of teams and projects, each with its own burn and forecast. */
export function BudgetsCard(props: { readonly budgets: readonly BudgetLine[] }): JSX.Element | null {
  const styles = useStyles();
  const { formats } = usePaneContext();
  if (props.budgets.length === 0) return null;
  return (
    <Card title="Budgets">
      <ShortList
        entries={props.budgets}
        first={6}
        what="budgets"
        keyOf={({ budget }) => `${budget.kind}/${budget.name}/${budget.row}`}
      >
        {(line) => (
          <>
            <span className={styles.name}>
              {line.budget.name} ({line.budget.kind})
            </span>
            <StatusMark status={line.status} />
            <p className={styles.line}>{budgetSentence(line, formats)}</p>
          </>
        )}
      </ShortList>
    </Card>
  );
}

/** "820 of 2,000 tokens burned; at this pace 2,310 by Dec 31, 2026, used up on Dec 4." */
export function budgetSentence({ budget, burned, forecast, usedUp }: BudgetLine, formats: Formats): string {
  const so = `${whole(burned, formats)} of ${whole(budget.tokens, formats)} tokens burned`;
  if (!Number.isFinite(forecast)) return `${so}. It begins on ${formats.day(budget.from)}.`;
  const end = usedUp === null ? '' : `, used up on ${formats.dayBeside(usedUp, budget.to)}`;
  return `${so}; at this pace ${whole(forecast, formats)} by ${formats.day(budget.to)}${end}.`;
}
