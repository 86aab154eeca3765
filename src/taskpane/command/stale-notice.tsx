import type { LastRun } from '../../excel/contract/services';
import { changedSince } from '../../report/model/changed';
import { Notice } from '../frame/notice';

/** Beside a result that no longer is what its inputs ask for. */
export function StaleNotice(props: {
  readonly last: LastRun | null;
  /** A sheet that it reads changed, and nobody has looked yet whether that matters. */
  readonly outdated: boolean;
}): JSX.Element | null {
  const { last, outdated } = props;
  const what =
    last?.stale === true
      ? changedSince(last.changed)
      : outdated
        ? 'A sheet that it reads changed since'
        : null;
  if (what === null) return null;
  return <Notice level="warning" text={`${what}. Run it again to bring the sheets up to date.`} />;
}
