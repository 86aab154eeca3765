/** The tables of `Flex Actions`: the work list, and addresses to paste into the admin console. */
import { PRICE_MISSING } from '../../../engine/catalog';
import type { EmailList } from '../../../engine/portfolio/types';
import { LISTED_STATES, type ListedAction } from './list';
import { columnsOf, filled, valuedColumns, type ValuedColumn } from '../../model/columns';
import type { CellValue, TableBlock } from '../../model/document';
import { countText } from '../../model/formats';
import { TABLES } from '../../model/sheet-names';

/** Addresses of one cell: below Excel's 32,767 characters, with room. */
export const ADDRESSES_LIMIT = 32_000;
/** People without an address named in a cell; the count beside them is never capped. */
const NAMED = 50;

const ACTION_WORDS: Readonly<Record<EmailList['kind'], string>> = {
  'give seat': 'Give a seat of',
  'give Flex': 'Give Flex for',
  'unassign seat': 'Unassign',
};

/** In the order of work. */
export function actionsTable(listed: readonly ListedAction[], currency: string): TableBlock {
  return {
    kind: 'table',
    name: TABLES.actions,
    heading: 'What to do, in order',
    note: 'Give before you take. State, Realised and What the import shows are told by the next run from newer usage and seats. Owner and Note are yours.',
    ...filled(actionColumns(currency), listed),
    keyColumn: 'id',
    emptyText: 'Nothing is to be changed, or nobody knows who holds which seat.',
  };
}

function actionColumns(currency: string): readonly ValuedColumn<ListedAction>[] {
  const column = valuedColumns<ListedAction>(currency);
  const own = { userOwned: true, note: 'Yours: kept by action when you run again.' } as const;
  const year = `${currency} a year`;
  return [
    column('text', 'What to do', 'text', 100, ({ action }) => action.text, { wrap: true }),
    column('saving', 'Saving promised', 'money', 16, ({ action }) => action.saving ?? PRICE_MISSING, {
      note: `${year}, at the figures of the run that listed it; one action of a person bears it, the others 0; seats that nobody holds bear theirs where they are let go. A spare seat lent: until it ends.`,
    }),
    column('state', 'State', 'text', 16, ({ state }) => state, {
      note: 'Told from newer usage and seats: not done, done, reversed; or no longer proposed by this run.',
    }),
    column('due', 'Due', 'date', 14, ({ action }) => action.due, {
      note: 'At the end of the very seat it is about. Empty: as soon as possible, or the term is not known.',
    }),
    column('realised', 'Saving realised', 'money', 14, ({ realised }) => realised ?? PRICE_MISSING, {
      note: `${year}, once all of a person's actions are done: promised, corrected by the tokens taken since.`,
    }),
    column('user', 'Who', 'text', 28, ({ action }) => action.user, {
      note: 'Empty for purchases and renewals.',
    }),
    column('offering', 'Product or Collection', 'text', 22, ({ action }) => action.offering),
    column('evidence', 'What the import shows', 'text', 44, ({ evidence }) => evidence, { wrap: true }),
    column('listed', 'Listed', 'date', 12, ({ listed }) => listed, {
      note: 'Day of the run that listed it first.',
    }),
    column('owner', 'Owner', 'text', 18, ({ owner }) => owner, own),
    column('note', 'Note', 'text', 28, ({ note }) => note, own),
    column('email', 'E-mail', 'text', 28, ({ action }) => action.email),
    column('order', 'Order', 'integer', 8, ({ action }) => action.order, { align: 'center' }),
    column('kind', 'Kind', 'text', 14, ({ action }) => action.kind),
    column('quantity', 'Seats', 'integer', 9, ({ action }) => action.quantity),
    column('tokens', 'Tokens', 'tokens', 11, ({ action }) => action.tokens, {
      note: 'A year, with which the saving was computed.',
    }),
    column('products', 'Products of these tokens', 'text', 20, ({ action }) =>
      (action.products ?? []).join('; '),
    ),
    column('target', 'Owned then', 'integer', 10, ({ action }) => action.target ?? null, {
      note: 'Seats owned once a purchase or renewal is done.',
    }),
    column('loan', 'Spare seat lent', 'flag', 10, ({ action }) => (action.loan === true ? 'yes' : '')),
    column('until', 'Lent until', 'date', 12, ({ action }) => action.until ?? null),
    column('after', 'Only after', 'text', 24, ({ action }) => action.after.join('; '), {
      note: 'Ids that must be done first.',
    }),
    column('id', 'Id', 'text', 36, ({ action }) => action.id, { note: 'Stays the same over runs.' }),
    column('run', 'Run', 'text', 24, ({ run }) => run, { note: 'Whose figures it bears.' }),
  ];
}

/** Addresses a cell each, to paste into the admin console; a long list goes on in the next row. */
export function emailTable(lists: readonly EmailList[]): TableBlock {
  const column = columnsOf('USD');
  return {
    kind: 'table',
    name: TABLES.emailLists,
    heading: 'Addresses to paste into the admin console',
    note: 'Of everything still to be done, by kind of change, product and due day. Copy the cell, paste it where the console takes several users.',
    columns: [
      column('what', 'What to do', 'text', 100),
      column('people', 'People', 'integer', 16),
      column('part', 'Part', 'text', 16),
      column('due', 'Due', 'date', 14),
      column('missing', 'Without an address', 'integer', 14),
      column('addresses', 'Addresses', 'text', 28, { wrap: false }),
      column('who', 'Who has none', 'text', 22),
    ],
    rows: lists.flatMap(emailRows),
    emptyText: 'None.',
    filter: false,
  };
}

function emailRows(list: EmailList): readonly (readonly CellValue[])[] {
  const parts = addressParts(list.emails);
  const { length } = list.withoutEmail;
  const names = list.withoutEmail.slice(0, NAMED).join('; ');
  const who = length > NAMED ? `${names} and ${countText(length - NAMED)} more` : names;
  return parts.map((addresses, index) => [
    `${ACTION_WORDS[list.kind]} ${list.offering}${list.freed === true ? ', once others have given it up' : ''}`,
    addresses.length,
    `${index + 1} of ${parts.length}`,
    list.due,
    index === 0 ? length : 0,
    addresses.join('; '),
    index === 0 ? who : '',
  ]);
}

/** Addresses in as few cells as hold them; one empty part where there is none. */
export function addressParts(emails: readonly string[]): readonly (readonly string[])[] {
  const parts: string[][] = [[]];
  let length = 0;
  for (const email of emails) {
    const more = email.length + 2;
    if (length > 0 && length + more > ADDRESSES_LIMIT) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)!.push(email);
    length += more;
  }
  return parts;
}

/** Fills of the states: a word always stands in the cell. */
export const STATE_FILLS: Readonly<Record<(typeof LISTED_STATES)[number], string>> = {
  'not done': '#FCEBC8',
  done: '#CDEDE3',
  reversed: '#FADFCC',
  'no longer proposed': '#E4E4E4',
};
