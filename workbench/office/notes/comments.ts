/** Excel.CommentCollection of the workbook (ExcelApi 1.10): reading, text and deletion. Adding and replies are not served. */
import type { Json } from '../wire';
import type { Served } from '../served';
import type { CommentRecord, WorkbookState } from '../state';
import { failure } from '../failure';
import { rangeObject } from '../range/range';

export function commentsObject(state: WorkbookState): Served {
  const must = (key: Json): Served => {
    if (!state.comments.has(String(key))) throw failure('ItemNotFound', 'CommentCollection.getItem');
    return commentObject(state, String(key));
  };
  return {
    kind: 'CommentCollection',
    items: () => [...state.comments.keys()].map((id) => commentObject(state, id)),
    find: must,
    gives: { getItem: ([key]) => must(key as Json) },
    calls: { getCount: () => state.comments.size },
  };
}

function commentObject(state: WorkbookState, id: string): Served {
  const comment = (): CommentRecord => {
    const found = state.comments.get(id);
    if (found === undefined) throw failure('ItemNotFound', 'Comment');
    return found;
  };
  return {
    kind: 'Comment',
    key: id,
    scalars: {
      id: { get: () => id },
      content: { get: () => comment().text, set: (value) => void (comment().text = String(value)) },
      authorName: { get: () => comment().author },
    },
    gives: {
      getLocation: () => {
        const { sheetId, row, column } = comment();
        return rangeObject(state, { sheetId, rect: { row, column, rows: 1, columns: 1 } });
      },
    },
    calls: {
      delete: () => {
        state.assertWritable(comment().sheetId, 'Comment.delete');
        state.comments.delete(id);
      },
    },
  };
}
