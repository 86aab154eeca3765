import type { Message } from '../../excel/contract/services';
import { CellLink } from './cell-link';
import { Notice } from './notice';

/** Sentences from a service, errors first, each with the cells it speaks of. */
export function Messages(props: { readonly messages: readonly Message[] }): JSX.Element {
  const rank = { error: 0, warning: 1, info: 2 };
  const sorted = [...props.messages].sort((a, b) => rank[a.level] - rank[b.level]);
  return (
    <>
      {sorted.map((message) => (
        <Notice
          key={`${message.level}${message.text}`}
          level={message.level}
          text={message.text}
          detail={message.detail ?? null}
        >
          {message.address === undefined ? undefined : <CellLink address={message.address} />}
        </Notice>
      ))}
    </>
  );
}
