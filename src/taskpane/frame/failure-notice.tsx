import { Button } from '@fluentui/react-components';
import type { PaneFailure } from '../pane/failure';
import { Notice } from './notice';

/** What went wrong, whether the workbook was touched, and a way to dismiss it. */
export function FailureNotice(props: {
  readonly failure: PaneFailure;
  readonly onDismiss?: () => void;
}): JSX.Element {
  const { failure, onDismiss } = props;
  const says = /as it was/i.test(failure.text);
  const text = failure.untouched && !says ? `${failure.text} The workbook is as it was.` : failure.text;
  const detail = [failure.code === 'Unknown' ? '' : failure.code, failure.detail ?? '']
    .filter((part) => part !== '')
    .join('\n');
  return (
    <Notice level="error" text={text} detail={detail}>
      {onDismiss === undefined ? undefined : (
        <Button size="small" onClick={onDismiss}>
          Dismiss
        </Button>
      )}
    </Notice>
  );
}
