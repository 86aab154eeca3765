import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { fluentTheme, useThemeName } from './frame/theme';

const useStyles = makeStyles({
  page: { minHeight: '100vh', padding: tokens.spacingHorizontalXXL, '& p': { maxWidth: '36em' } },
});

/** The pane's page opened where there is no Excel: what it is, and what to do. */
export function OutsideOffice(): JSX.Element {
  const styles = useStyles();
  return (
    <FluentProvider theme={fluentTheme(useThemeName(null))}>
      <main className={styles.page}>
        <h1>Flex Governor</h1>
        <p>This page is the task pane of an Excel add-in. It works inside Excel, beside a workbook.</p>
        <p>
          In Excel, open the Home tab and choose Flex Governor. If the button is not there, ask your
          administrator to assign the add-in to you, or sideload its manifest.
        </p>
        <p>
          If you are in Excel and see this, Office.js did not load: check the connection, then open the pane
          again.
        </p>
      </main>
    </FluentProvider>
  );
}
