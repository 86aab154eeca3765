/** The frame that holds the production pane, from the workbench page's side. */
import { element } from '../shell/element';
import type { Appearance } from '../shell/appearance';
import { HIDE_PANE, SHOW_PANE, type PaneWindow } from './messages';

export interface TaskPane {
  show(): void;
  hide(): void;
  /** Loads the pane anew, as closing and opening the workbook would. */
  reload(): Promise<void>;
  appearance(now: Appearance): void;
  /** Runs a ribbon command of the add-in; resolves when the command says it is completed. @throws when the add-in has no such command. */
  press(command: string): Promise<void>;
  window(): PaneWindow;
}

const PANE_PAGE = '/pane/taskpane.html';

function loaded(frame: HTMLIFrameElement, src: string): Promise<void> {
  return new Promise((done) => {
    frame.addEventListener('load', () => done(), { once: true });
    frame.src = src;
  });
}

/** Shared runtime: the pane's page lives on while the pane is hidden, and the ribbon's commands run in it. */
export function taskPane(): TaskPane {
  const aside = element<HTMLElement>('pane');
  const splitter = element<HTMLElement>('splitter');
  const frame = element<HTMLIFrameElement>('pane-frame');
  const visible = (on: boolean): void => {
    aside.hidden = !on;
    splitter.hidden = !on;
  };
  const paneWindow = (): PaneWindow => {
    if (!frame.contentWindow) throw new Error('The task pane has no window yet.');
    return frame.contentWindow as PaneWindow;
  };
  element<HTMLButtonElement>('close-pane').addEventListener('click', () => visible(false));
  addEventListener(SHOW_PANE, () => visible(true));
  addEventListener(HIDE_PANE, () => visible(false));
  return {
    show: () => visible(true),
    hide: () => visible(false),
    reload: () => loaded(frame, PANE_PAGE),
    window: paneWindow,
    appearance: (now) => {
      const root = frame.contentDocument?.documentElement;
      if (root) root.dataset['theme'] = now;
    },
    press: async (command) => {
      const action = paneWindow().flexPane?.office.actions._mappings.get(command);
      if (!action)
        throw new Error(`The add-in has no command "${command}". Build it again with "npm run build".`);
      await new Promise<void>((completed, failed) => {
        const event = { completed: () => completed(), source: { id: command } };
        Promise.resolve(action(event)).catch(failed);
      });
    },
  };
}
