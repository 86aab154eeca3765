import { createContext, useContext, type ReactNode } from 'react';
import type { Formats } from '../figures/formats';
import type { PaneState } from './state';
import type { ThemeName } from '../frame/theme';
import type { PaneActions } from './use-pane';

/** What every view of the pane can see. */
export interface Pane {
  readonly state: PaneState;
  readonly actions: PaneActions;
  readonly formats: Formats;
  readonly theme: ThemeName;
}

const PaneContext = createContext<Pane | null>(null);

export function PaneProvider(props: { readonly pane: Pane; readonly children: ReactNode }): JSX.Element {
  return <PaneContext.Provider value={props.pane}>{props.children}</PaneContext.Provider>;
}

/** The pane around a view; a view outside it is a mistake in the code, not in the data. */
export function usePaneContext(): Pane {
  const pane = useContext(PaneContext);
  if (pane === null) throw new Error('This view must stand inside the pane.');
  return pane;
}
