/**
 * For the workbench page and the pane's frame: both load Microsoft's client script from the workbench's server, then
 * call one of these. The pane reaches the host of the page around it as `window.parent.flexHost`.
 */
import type { Grid } from './grid';
import { connectClient, type ExcelNamespace, type ExtensionNamespace } from './client';
import { createCustomFunctions, type CustomFunctionsRuntime } from './custom-functions';
import { createOfficeHost, type OfficeHost, type OfficeHostOptions } from './host';
import { createOffice, type OfficeSubstitute, type SubstituteOptions } from './office';

/** A window in which the client script has run. */
export interface ClientWindow {
  Excel?: ExcelNamespace;
  OfficeExtension?: ExtensionNamespace;
  Office?: unknown;
  CustomFunctions?: unknown;
  flexHost?: OfficeHost;
}

export interface PaneConnection {
  readonly host: OfficeHost;
  readonly office: OfficeSubstitute;
  readonly customFunctions: CustomFunctionsRuntime;
  /** Stops events to this window. */
  readonly disconnect: () => void;
}

/** Gives a window that has loaded the client the host: Excel, Office and CustomFunctions then work in it. */
export function connectPane(
  window: ClientWindow,
  host: OfficeHost,
  options: SubstituteOptions = {},
): PaneConnection {
  const { Excel: excel, OfficeExtension: extension } = window;
  if (excel === undefined || extension === undefined) {
    throw new Error(
      "Microsoft's client script has not run in this window: load excel-web-16.00.js before connecting.",
    );
  }
  const office = createOffice(host, options);
  const customFunctions = createCustomFunctions();
  window.Office = office;
  window.CustomFunctions = customFunctions;
  const disconnect = connectClient(excel, extension, host);
  return { host, office, customFunctions, disconnect };
}

/** Makes the host for a page's grid and offers it to frames as `flexHost`. The page itself needs no client. */
export function installOfficeHost(
  window: ClientWindow,
  grid: Grid,
  options: Omit<OfficeHostOptions, 'grid'> & SubstituteOptions = {},
): OfficeHost {
  const host = createOfficeHost({ ...options, grid });
  window.flexHost = host;
  if (window.Excel !== undefined && window.OfficeExtension !== undefined) connectPane(window, host, options);
  return host;
}

export { createOfficeHost } from './host';
export type { OfficeHost } from './host';
