/** Entry of the workbench page. */
import './page.css';
import { element } from './shell/element';
import { openWorkbench } from './workbench';

openWorkbench().catch((error: unknown) => {
  const text = error instanceof Error ? error.message : String(error);
  element('state').textContent = `The workbench could not start: ${text}`;
  document.documentElement.dataset['failed'] = text;
});
