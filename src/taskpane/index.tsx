import '../functions/functions';
import '../commands/commands';
import { createRoot } from 'react-dom/client';
import { runHere } from '../excel/host/run-here';
import { onCommandNotice } from '../excel/pane/command-notice';
import { createPaneServices } from '../excel/pane/services';
import { offThread } from '../worker/off-thread';
import { startWorker } from '../worker/start';
import { App } from './app';
import { OutsideOffice } from './outside-office';
import { themeOfBody, type ThemeName } from './frame/theme';

/** A page around the pane may set `data-theme` on this document's root to light or dark, at any time. */
function pageTheme(): ThemeName | null {
  const { theme } = document.documentElement.dataset;
  return theme === 'light' || theme === 'dark' ? theme : null;
}

const root = createRoot(document.getElementById('pane') ?? document.body);

async function show(): Promise<void> {
  if (typeof Office === 'undefined') return root.render(<OutsideOffice />);
  const info = await Office.onReady();
  if (info.host !== Office.HostType.Excel) return root.render(<OutsideOffice />);
  const services = createPaneServices(offThread(startWorker, runHere));
  const language = Office.context.displayLanguage || 'en-US';
  const render = (): void => {
    // Missing on Excel for the web, whatever the type says.
    const office = Office.context.officeTheme as Office.OfficeTheme | undefined;
    const theme = pageTheme() ?? themeOfBody(office?.bodyBackgroundColor);
    root.render(<App services={services} language={language} theme={theme} ribbon={onCommandNotice} />);
  };
  new MutationObserver(render).observe(document.documentElement, { attributeFilter: ['data-theme'] });
  render();
}

void show();
