import { ProgressBar } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { CommandKey } from '../../excel/contract/pane';
import { usePaneContext } from '../pane/context';
import { Card } from './card';

/** What a command is made from, with how far reading it is; nothing while nothing was looked at or is being looked at. */
export function StepReads(props: {
  readonly step: CommandKey;
  /** What is being read, without a figure yet. */
  readonly doing: string;
  /** Null until the first look is done. */
  readonly children: ReactNode;
}): JSX.Element | null {
  const { state } = usePaneContext();
  const busy = state[props.step].reading ?? state.reading;
  if (props.children === null && busy === null) return null;
  const progress = busy === 'starting' ? null : busy;
  const share = progress === null || progress.total <= 0 ? undefined : progress.done / progress.total;
  return (
    <Card title="Reads" busy={busy !== null && props.children !== null}>
      {props.children}
      {busy !== null && (
        <div>
          <ProgressBar aria-label="Reading the usage" {...(share === undefined ? {} : { value: share })} />
          <span>{progress?.text ?? props.doing}</span>
        </div>
      )}
    </Card>
  );
}
