import { FluentProvider, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { PaneServices } from '../excel/contract/pane';
import { createFormats } from './figures/formats';
import { About } from './frame/about';
import { FailureNotice } from './frame/failure-notice';
import { Header } from './frame/header';
import { LiveRegion } from './frame/live-region';
import { StepAction } from './frame/step-action';
import { STEP_VIEWS } from './frame/step-views';
import { Steps } from './frame/steps';
import { PaneProvider } from './pane/context';
import { fluentTheme, useThemeName, type ThemeName } from './frame/theme';
import { useFocusAfterAction } from './pane/use-focus-after-action';
import { usePane } from './pane/use-pane';
import type { RibbonFeed } from './pane/use-ribbon-runs';

const useStyles = makeStyles({
  provider: { minHeight: '100%', backgroundColor: tokens.colorNeutralBackground2 },
  pane: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: '100vh',
    minWidth: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  main: {
    flexGrow: 1,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    minWidth: 0,
  },
  grow: { flexGrow: 1 },
});

/**
 * The task pane. `services` does everything that touches the workbook; `language` is Office's display language;
 * `theme` overrides what the system prefers; `ribbon` tells what the ribbon button does.
 */
export function App(props: {
  readonly services: PaneServices;
  readonly language?: string;
  readonly theme?: ThemeName | null;
  readonly ribbon?: RibbonFeed;
}): JSX.Element {
  const styles = useStyles();
  const theme = useThemeName(props.theme ?? null);
  const [state, actions] = usePane(props.services, props.ribbon);
  const formats = useMemo(() => createFormats(props.language ?? 'en-US'), [props.language]);
  const pane = useMemo(() => ({ state, actions, formats, theme }), [state, actions, formats, theme]);
  useFocusAfterAction(state);
  const { View } = STEP_VIEWS[state.step];
  return (
    <FluentProvider theme={fluentTheme(theme)} className={styles.provider} data-theme={theme}>
      <PaneProvider pane={pane}>
        <div className={styles.pane}>
          <Header />
          <Steps />
          <main className={styles.main}>
            {state.failure !== null && (
              <FailureNotice failure={state.failure} onDismiss={actions.clearFailure} />
            )}
            {state.starting ? <Spinner label="Looking at the workbook" /> : <View />}
            <div className={styles.grow} />
            <About />
          </main>
          <StepAction />
          <LiveRegion text={state.announcement} />
        </div>
      </PaneProvider>
    </FluentProvider>
  );
}
