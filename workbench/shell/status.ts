/** The line at the foot of the page: what the workbench is doing, and the message of the selected cell's error. */
import { element } from './element';

export interface StatusLine {
  say(text: string): void;
  cell(message: string): void;
}

export function statusLine(): StatusLine {
  const state = element<HTMLSpanElement>('state');
  const message = element<HTMLSpanElement>('cell-message');
  return {
    say: (text) => {
      state.textContent = text;
    },
    cell: (text) => {
      message.textContent = text;
    },
  };
}
