/** Texts outside cells that may name people: charts, notes, names and document properties; and comments, which bear their author's name. */
import type { Aliases } from './identities';
import { supports } from '../host/session';
import type { ScannedSheet } from '../host/workbook-scan';

export type SpotKind = 'chart' | 'note' | 'name' | 'property';

export interface Spot {
  readonly kind: SpotKind;
  /** Null = a sheet does not bear it. */
  readonly sheet: string | null;
  readonly old: string;
  readonly text: string;
  /** Queues a text for it. */
  readonly write: (context: Excel.RequestContext, text: string) => void;
}

const NOTES = '1.18';
const COMMENTS = '1.10';
const PROPERTIES = [
  'title',
  'subject',
  'author',
  'keywords',
  'comments',
  'category',
  'manager',
  'company',
] as const;
/** Whoever these name is named by his role: they are emptied. */
const PEOPLE_PROPERTIES: readonly string[] = ['author', 'manager'];

type Found = Omit<Spot, 'text'>;

/** Those that change. */
export async function findSpots(
  context: Excel.RequestContext,
  sheets: readonly ScannedSheet[],
  aliases: Aliases,
): Promise<readonly Spot[]> {
  const found = [
    ...(await charts(context, sheets)),
    ...(supports(NOTES) ? await notes(context, sheets) : []),
    ...(await names(context)),
  ].map((spot): Spot => ({ ...spot, text: aliases.replace(spot.old) }));
  return [...found, ...(await properties(context, aliases))].filter(({ old, text }) => old !== text);
}

async function charts(
  context: Excel.RequestContext,
  sheets: readonly ScannedSheet[],
): Promise<readonly Found[]> {
  const bySheet = sheets.map(({ name }) => {
    const items = context.workbook.worksheets.getItem(name).charts;
    items.load('items/name,items/title/text,items/series/items/name');
    return { sheet: name, items };
  });
  await context.sync();
  return bySheet.flatMap(({ sheet, items }) =>
    items.items.flatMap((chart, index): readonly Found[] => {
      const of = (fresh: Excel.RequestContext): Excel.Chart =>
        fresh.workbook.worksheets.getItem(sheet).charts.getItemAt(index);
      return [
        {
          kind: 'chart',
          sheet,
          old: chart.title.text,
          write: (fresh, text) => {
            of(fresh).title.text = text;
          },
        },
        {
          kind: 'chart',
          sheet,
          old: chart.name,
          write: (fresh, text) => {
            of(fresh).name = text;
          },
        },
        ...chart.series.items.map((series, at): Found => ({
          kind: 'chart',
          sheet,
          old: series.name,
          write: (fresh, text) => {
            of(fresh).series.getItemAt(at).name = text;
          },
        })),
      ];
    }),
  );
}

async function notes(
  context: Excel.RequestContext,
  sheets: readonly ScannedSheet[],
): Promise<readonly Found[]> {
  const bySheet = sheets.map(({ name }) => {
    const items = context.workbook.worksheets.getItem(name).notes;
    items.load('items/content');
    return { sheet: name, items };
  });
  await context.sync();
  return bySheet.flatMap(({ sheet, items }) =>
    items.items.map(({ content }, index): Found => ({
      kind: 'note',
      sheet,
      old: content,
      write: (fresh, text) => {
        fresh.workbook.worksheets.getItem(sheet).notes.getItemAt(index).content = text;
      },
    })),
  );
}

async function names(context: Excel.RequestContext): Promise<readonly Found[]> {
  const items = context.workbook.names;
  items.load('items/name,items/formula,items/comment,items/type');
  await context.sync();
  return items.items.flatMap((item): readonly Found[] => {
    const { name } = item;
    const comment: Found = {
      kind: 'name',
      sheet: null,
      old: item.comment,
      write: (fresh, text) => {
        fresh.workbook.names.getItem(name).comment = text;
      },
    };
    const formula = String(item.formula);
    if (item.type === 'Range' || !formula.includes('"')) return [comment];
    return [
      comment,
      {
        ...comment,
        old: formula,
        write: (fresh, text) => {
          fresh.workbook.names.getItem(name).formula = text;
        },
      },
    ];
  });
}

async function properties(context: Excel.RequestContext, aliases: Aliases): Promise<readonly Spot[]> {
  const document = context.workbook.properties;
  document.load(PROPERTIES.join(','));
  document.custom.load('items/key,items/value');
  await context.sync();
  return [
    ...PROPERTIES.map((key): Spot => {
      const old = document[key];
      return {
        kind: 'property',
        sheet: null,
        old,
        text: PEOPLE_PROPERTIES.includes(key) ? '' : aliases.replace(old),
        write: (fresh, text) => {
          fresh.workbook.properties[key] = text;
        },
      };
    }),
    ...document.custom.items.flatMap(({ key, value }): readonly Spot[] =>
      typeof value !== 'string'
        ? []
        : [
            {
              kind: 'property',
              sheet: null,
              old: value,
              text: aliases.replace(value),
              write: (fresh, text) => {
                fresh.workbook.properties.custom.getItem(key).value = text;
              },
            },
          ],
    ),
  ];
}

/** How many comments stand in the workbook: each bears its author's name, which Excel lets nobody change. */
export async function countComments(context: Excel.RequestContext): Promise<number> {
  if (!supports(COMMENTS)) return 0;
  const { comments } = context.workbook;
  comments.load('items/id');
  await context.sync();
  return comments.items.length;
}

/** Deletes them all, in one request. */
export async function deleteComments(context: Excel.RequestContext): Promise<void> {
  if (!supports(COMMENTS)) return;
  const { comments } = context.workbook;
  comments.load('items/id');
  await context.sync();
  for (const comment of comments.items) comment.delete();
  await context.sync();
}
