import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { MonitorOutcome, MonitorSettings } from '../../excel/contract/monitor';
import type { Inspection } from '../../excel/contract/services';
import { lastsToExpiry } from '../../report/monitor/words';
import { Card } from '../frame/card';
import { Disclosure } from '../frame/disclosure';
import { CardLine } from '../figures/card-line';
import { FIGURE_STYLES } from '../figures/styles';
import { usePaneContext } from '../pane/context';
import { coverReason, balanceReason, expiringReason, statusReason } from './figure-reasons';
import { depletionWords, whole } from './words';
import { StatusMark } from './status-mark';

const useStyles = makeStyles(FIGURE_STYLES);

/** How the pool stands: status, balance, cover, when it runs out and what expires, each with why. */
export function MonitorFigures(props: {
  readonly outcome: MonitorOutcome;
  readonly settings: MonitorSettings;
  readonly read: Inspection;
}): JSX.Element {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { outcome, settings, read } = props;
  const { total, asOf } = outcome;
  const { depletion } = total;
  const about = outcome.estimated ? 'about ' : '';
  return (
    <Card title="Result">
      <ul className={styles.list}>
        <li>
          <StatusMark status={total.status} first />
          <span className={styles.label}>on {formats.day(asOf)}</span>
          <Why of="the status" lines={statusReason(outcome, settings, formats)} />
        </li>
        <li>
          <Value first unit="tokens left">
            {about}
            {whole(total.balance, formats)}
          </Value>
          <span className={styles.label}>
            {total.pool > 0
              ? `${formats.share(total.share)} of the pool of ${whole(total.pool, formats)}`
              : 'no pack is good on this day'}
          </span>
          <Why of="the balance" lines={balanceReason(outcome, formats)}>
            <CardLine inspection={read} />
          </Why>
        </li>
        {depletion !== null && (
          <>
            <li>
              <Value {...(Number.isFinite(depletion.daysOfCover) ? { unit: 'days of cover' } : {})}>
                {Number.isFinite(depletion.daysOfCover)
                  ? formats.count(Math.floor(depletion.daysOfCover))
                  : 'No burn is expected'}
              </Value>
              <span className={styles.label}>
                {lastsToExpiry(total) ? 'lasts until its packs expire, ' : 'runs out about '}
                {depletionWords(depletion, formats)}
              </span>
              <Why of="the days of cover" lines={coverReason(outcome, formats)} />
            </li>
            <li>
              <Value unit="tokens expire unused">{whole(depletion.expiring, formats)}</Value>
              <span className={styles.label}>
                {total.pool > 0
                  ? `${formats.share(depletion.expiring / total.pool)} of the pool, if demand takes the middle path`
                  : 'if demand takes the middle path'}
              </span>
              <Why of="the tokens that expire" lines={expiringReason(outcome, settings, formats)} />
            </li>
          </>
        )}
      </ul>
    </Card>
  );
}

function Value(props: {
  readonly first?: boolean;
  readonly unit?: string;
  readonly children: ReactNode;
}): JSX.Element {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.value, props.first === true && styles.first)}>
      {props.children}
      {props.unit !== undefined && <span className={styles.unit}> {props.unit}</span>}
    </span>
  );
}

function Why(props: {
  readonly of: string;
  readonly lines: readonly string[];
  readonly children?: ReactNode;
}): JSX.Element {
  const styles = useStyles();
  return (
    <Disclosure label="Why?" context={props.of}>
      {props.lines.map((line) => (
        <p key={line} className={styles.line}>
          {line}
        </p>
      ))}
      {props.children}
    </Disclosure>
  );
}
