import { makeStyles, tokens } from '@fluentui/react-components';
import { Disclosure } from './disclosure';

const useStyles = makeStyles({
  about: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalM}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
    '& p': { margin: 0 },
  },
});

/** What the product is and is not: data handling, independence, what this version does. */
export function About(): JSX.Element {
  return (
    <footer className={useStyles().about}>
      <p>Nothing leaves this workbook.</p>
      <Disclosure label="About Flex Governor">
        <p>
          Usage is read, computed and written here, in Excel. No row is sent anywhere, and no name or address
          is kept in the settings.
        </p>
        <p>
          Flex Governor is independent of Autodesk and Microsoft. Rates and prices are examples until you have
          checked them against your own agreement: they are yours to verify.
        </p>
        <p>
          This version segments users, sizes the pool and monitors it, builds the seat portfolio, prepares the
          renewal, checks compliance and makes the workbook ready to share.
        </p>
      </Disclosure>
    </footer>
  );
}
