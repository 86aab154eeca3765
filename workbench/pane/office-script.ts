/**
 * What the pane gets where production loads Office.js: served right behind Microsoft's client, it joins that client to
 * the host of the workbench page around the pane.
 */
import { connectPane, type ClientWindow } from '../office/browser';
import { HIDE_PANE, SHOW_PANE, type PaneWindow } from './messages';

function connect(pane: PaneWindow): void {
  const page = pane.parent as Window & ClientWindow;
  if (page === pane || !page.flexHost) {
    throw new Error('The task pane is not inside the workbench page. Open the workbench address instead.');
  }
  const appearance = page.document.documentElement.dataset['appearance'];
  if (appearance) pane.document.documentElement.dataset['theme'] = appearance;
  const connection = connectPane(pane, page.flexHost);
  const tell = (event: string) => (): Promise<void> => {
    page.dispatchEvent(new Event(event));
    return Promise.resolve();
  };
  Object.assign(connection.office['addin'] as object, {
    showAsTaskpane: tell(SHOW_PANE),
    hide: tell(HIDE_PANE),
  });
  pane.flexPane = connection;
  pane.addEventListener('pagehide', () => connection.disconnect());
}

connect(window as unknown as PaneWindow);
