/** The `Office` namespace an add-in meets: a small substitute for what the product uses. */
import type { OfficeHost } from './host';
import { compareVersions } from './versions';

/** Requirement sets and the highest version the host serves. */
const SETS: Readonly<Record<string, string>> = {
  sharedruntime: '1.2',
  customfunctionsruntime: '1.4',
  customfunctions: '1.4',
  ribbonapi: '1.2',
  addincommands: '1.3',
  delayforcelledit: '1.1',
  excelapiundo: '1.20',
};

const PLATFORMS = { web: 'OfficeOnline', desktop: 'PC', mac: 'Mac' } as const;

export type Action = (event: { completed(): void; readonly source: { readonly id: string } }) => unknown;

export interface OfficeSubstitute {
  /** What the workbench and tests use to press a ribbon button. */
  readonly actions: {
    associate(id: string, action: Action): void;
    readonly _mappings: ReadonlyMap<string, Action>;
  };
  readonly [name: string]: unknown;
}

export interface SubstituteOptions {
  readonly displayLanguage?: string;
  readonly contentLanguage?: string;
  /** Excel on the web gives no theme. */
  readonly officeTheme?: Readonly<Record<string, string>>;
}

type Callback = (result: { status: 'succeeded'; value: unknown }) => void;

export function createOffice(host: OfficeHost, options: SubstituteOptions = {}): OfficeSubstitute {
  const info = { host: 'Excel', platform: PLATFORMS[host.platform] };
  const mappings = new Map<string, Action>();
  const leave = new Map<unknown, () => void>();
  let startup = 'None';
  const isSetSupported = (name: string, version = '1.1'): boolean => {
    const highest = /^excelapi$/i.test(name) ? host.excelApi : SETS[name.toLowerCase()];
    return highest !== undefined && compareVersions(highest, String(version)) >= 0;
  };
  const selection = 'documentSelectionChanged';
  const succeed = (callback?: Callback): void => callback?.({ status: 'succeeded', value: undefined });
  return {
    HostType: { Excel: 'Excel' },
    PlatformType: { PC: 'PC', OfficeOnline: 'OfficeOnline', Mac: 'Mac' },
    EventType: { DocumentSelectionChanged: selection },
    AsyncResultStatus: { Succeeded: 'succeeded', Failed: 'failed' },
    StartupBehavior: { none: 'None', load: 'Load' },
    VisibilityMode: { hidden: 'Hidden', taskpane: 'Taskpane' },
    Promise,
    initialize: () => undefined,
    onReady: async (callback?: (ready: typeof info) => unknown) => {
      await callback?.(info);
      return info;
    },
    isSetSupported,
    context: {
      host: 'Excel',
      platform: info.platform,
      diagnostics: { host: 'Excel', platform: info.platform, version: '16.0.0.0' },
      displayLanguage: options.displayLanguage ?? 'en-US',
      contentLanguage: options.contentLanguage ?? 'en-US',
      officeTheme: options.officeTheme,
      requirements: { isSetSupported },
      document: {
        addHandlerAsync: (type: string, handler: () => void, callback?: Callback) => {
          if (type === selection) leave.set(handler, host.events.onDocumentSelection(handler));
          succeed(callback);
        },
        removeHandlerAsync: (_type: string, given: { handler?: unknown }, callback?: Callback) => {
          leave.get(given.handler)?.();
          leave.delete(given.handler);
          succeed(callback);
        },
      },
    },
    actions: { associate: (id, action) => void mappings.set(id, action), _mappings: mappings },
    ribbon: { requestUpdate: () => Promise.resolve(), requestCreateControls: () => Promise.resolve() },
    addin: {
      showAsTaskpane: () => Promise.resolve(),
      hide: () => Promise.resolve(),
      setStartupBehavior: (behavior: string) => {
        startup = behavior;
        return Promise.resolve();
      },
      getStartupBehavior: () => Promise.resolve(startup),
      onVisibilityModeChanged: () => Promise.resolve(() => Promise.resolve()),
    },
  };
}
