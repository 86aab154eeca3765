/** What the pane's window and the workbench page tell each other. */
import type { ClientWindow, PaneConnection } from '../office/browser';

/** The pane's window as the workbench page finds it. */
export interface PaneWindow extends Window, ClientWindow {
  flexPane?: PaneConnection;
}

/** Events on the page's window: the add-in asks for its pane to be shown or hidden. */
export const SHOW_PANE = 'flex-show-pane';
export const HIDE_PANE = 'flex-hide-pane';
