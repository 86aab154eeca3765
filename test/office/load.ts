/**
 * Gives a test file the genuine Excel client over the Office host and a memory grid: `Excel.run(...)` then works as it
 * does in an add-in. Sets the globals Excel, Office, OfficeExtension and CustomFunctions.
 */
import { readFileSync } from 'node:fs';
import { connectPane, type ClientWindow, type PaneConnection } from '../../workbench/office/browser';
import { createOfficeHost, type OfficeHost, type OfficeHostOptions } from '../../workbench/office/host';
import type { SubstituteOptions } from '../../workbench/office/office';
import { MemoryGrid, type Evaluate } from './memory-grid';

export interface LoadOptions extends Omit<OfficeHostOptions, 'grid'>, SubstituteOptions {
  readonly grid?: MemoryGrid;
  readonly evaluate?: Evaluate;
}

export interface LoadedHost {
  readonly host: OfficeHost;
  readonly grid: MemoryGrid;
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly connection: PaneConnection;
}

type Namespaces = Required<Pick<ClientWindow, 'Excel' | 'OfficeExtension'>> & {
  setOffice(office: unknown): void;
};

let loaded: Namespaces | null = null;
let connected: PaneConnection | null = null;

// Events and clean-up still under way when a file's last test ends must not reach a client that is gone.
if (typeof afterAll === 'function') {
  afterAll(async () => {
    connected?.disconnect();
    await connected?.host.idle();
    await new Promise((resolve) => setTimeout(resolve, 10));
  });
}

/** The client is loaded once a test file; every call gives a fresh host and grid. */
export function loadHost(options: LoadOptions = {}): Promise<LoadedHost> {
  loaded ??= loadClient();
  connected?.disconnect();
  const grid = options.grid ?? new MemoryGrid(options.evaluate ?? null);
  const host = createOfficeHost({ ...options, grid });
  const window: ClientWindow = { Excel: loaded.Excel, OfficeExtension: loaded.OfficeExtension };
  const connection = connectPane(window, host, options);
  connected = connection;
  loaded.setOffice(connection.office);
  Object.assign(globalThis, {
    Excel: loaded.Excel,
    OfficeExtension: loaded.OfficeExtension,
    Office: connection.office,
    CustomFunctions: connection.customFunctions,
  });
  return Promise.resolve({ host, grid, Excel: globalThis.Excel, Office: globalThis.Office, connection });
}

/**
 * Runs the client script as a browser would, in this test's own realm: objects of another realm would fail its checks
 * for plain objects. It sees a window that is the global object with a few things a page has.
 */
function loadClient(): Namespaces {
  const source = readFileSync(require.resolve('@microsoft/office-js/dist/excel-web-16.00.js'), 'utf8');
  let namespaces: () => Namespaces = () => {
    throw new Error('The client script did not run to its end.');
  };
  const page: Record<string, unknown> = {
    document: {
      readyState: 'complete',
      URL: 'http://localhost/',
      cookie: '',
      addEventListener: () => undefined,
      getElementsByTagName: () => [],
      createElement: () => ({ setAttribute: () => undefined, style: {} }),
    },
    location: { href: 'http://localhost/', search: '', hash: '', hostname: 'localhost', protocol: 'http:' },
    navigator: { userAgent: 'test' },
    name: '',
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  };
  const global = globalThis as unknown as Record<string | symbol, unknown>;
  const window: object = new Proxy(global, {
    get: (target, key) => {
      if (key === 'window' || key === 'self' || key === 'top' || key === 'parent') return window;
      if (key === 'OfficeExtension' || key === 'Excel') return namespaces()[key];
      return typeof key === 'string' && key in page ? page[key] : target[key];
    },
    has: (target, key) => key in page || key in target,
  });
  const expose = (give: () => Namespaces): void => {
    namespaces = give;
  };
  const head =
    'expose(function () { return { Excel: Excel, OfficeExtension: OfficeExtension, setOffice: function (o) { Office = o; } }; });';
  const script = new Function(
    'expose',
    'window',
    'document',
    'location',
    'navigator',
    'self',
    `${head}\n${source}`,
  );
  script.call(window, expose, window, page['document'], page['location'], page['navigator'], window);
  return namespaces();
}
