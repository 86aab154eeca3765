import { makeStyles } from '@fluentui/react-components';
import { CellLink } from '../frame/cell-link';
import { Messages } from '../frame/messages';
import { Notice, type NoticeLevel } from '../frame/notice';
import type { ShareResult } from './words';
import { resultText } from './words';

const useStyles = makeStyles({ list: { margin: 0, paddingLeft: '20px' } });

/** What was done, and what was left as it is. */
export function ResultNotice(props: { readonly result: ShareResult }): JSX.Element {
  const styles = useStyles();
  const { result } = props;
  const left = leftOf(result);
  return (
    <>
      <Notice level={levelOf(result)} text={resultText(result)}>
        {result.task === 'checks' ? (
          <CellLink address={result.outcome.address} label={`Show ${result.outcome.sheet}`} />
        ) : left.length > 0 ? (
          <ul className={styles.list}>
            {left.map(({ address, says }) => (
              <li key={address}>
                <CellLink address={address} /> {says}
              </li>
            ))}
          </ul>
        ) : undefined}
      </Notice>
      {result.task === 'pseudonymise' && (
        <>
          {result.outcome.left.map((text) => (
            <Notice key={text} level="warning" text={text} />
          ))}
          <Messages messages={result.outcome.messages} />
        </>
      )}
    </>
  );
}

function levelOf(result: ShareResult): NoticeLevel {
  if (result.task === 'look') return 'info';
  if (result.task === 'checks') return (result.outcome.broken ?? 0) > 0 ? 'error' : 'success';
  return leftOf(result).length > 0 ? 'warning' : 'success';
}

function leftOf(result: ShareResult): readonly { readonly address: string; readonly says: string }[] {
  if (result.task === 'freeze') {
    return result.outcome.left.map(({ address, shows }) => ({ address, says: `shows ${shows}` }));
  }
  if (result.task !== 'restore') return [];
  return result.outcome.edited.map(({ address, formula }) => ({ address, says: `held ${formula}` }));
}
