import { makeStyles, tokens } from '@fluentui/react-components';
import type { EmailList } from '../../engine/portfolio/types';
import type { PortfolioOutcome } from '../../excel/contract/portfolio';
import { Card } from '../frame/card';
import { Disclosure } from '../frame/disclosure';
import type { Formats } from '../figures/formats';
import { ShortList } from '../monitor/short-list';
import { usePaneContext } from '../pane/context';
import { CopyAddresses } from './copy-addresses';
import { dueWords, EMAIL_KINDS } from './words';

const useStyles = makeStyles({
  name: { fontWeight: tokens.fontWeightSemibold },
  line: { margin: 0 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
});

/** Addresses by change and product, to paste into the admin console: what is given first. */
export function EmailListsCard(props: { readonly outcome: PortfolioOutcome }): JSX.Element | null {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { emailLists } = props.outcome;
  if (emailLists.length === 0) return null;
  return (
    <Card title="E-mail lists">
      <p className={styles.line}>
        To paste into the admin console, in this order: give first, then take, then give on what has come
        free.
      </p>
      <ShortList entries={emailLists} first={4} what="lists" keyOf={listKey}>
        {(list) => (
          <>
            <span className={styles.name}>{listTitle(list)}</span>
            <p className={styles.line}>{listSentence(list, formats)}</p>
            {list.emails.length > 0 && <CopyAddresses addresses={list.emails} what={listTitle(list)} />}
            {list.withoutEmail.length > 0 && (
              <Disclosure
                label={`${formats.counted(list.withoutEmail.length, 'person', 'people')} without an address: show`}
                context={listTitle(list)}
              >
                <ul className={styles.list}>
                  {list.withoutEmail.map((user) => (
                    <li key={user}>{user}</li>
                  ))}
                </ul>
              </Disclosure>
            )}
          </>
        )}
      </ShortList>
    </Card>
  );
}

const listKey = (list: EmailList): string =>
  `${list.kind}/${list.freed === true ? 'freed' : ''}/${list.offering}/${list.due ?? ''}`;

/** "Give Flex: Revit". */
export const listTitle = (list: EmailList): string => `${EMAIL_KINDS[list.kind]}: ${list.offering}`;

/** "12 addresses, by Feb 14, 2027." · "1 address, as soon as possible, once others have given the seat up." */
export function listSentence(list: EmailList, formats: Formats): string {
  const { length } = list.emails;
  const freed =
    list.freed !== true ? '' : `, once others have given the ${length === 1 ? 'seat' : 'seats'} up`;
  return `${formats.counted(length, 'address', 'addresses')}, ${dueWords(list.due, formats)}${freed}.`;
}
