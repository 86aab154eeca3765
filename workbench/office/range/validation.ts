/** Range.dataValidation: lists of choices are shown; other rules are refused. */
import type { Place } from '../grid';
import type { Json } from '../wire';
import type { WorkbookState } from '../state';
import type { Served } from '../served';
import { remembered } from '../served';
import { failure, refused } from '../failure';
import { placeOfText } from '../arguments';
import { intersect } from '../address';

export function validationObject(state: WorkbookState, place: Place): Served {
  const { sheetId, rect } = place;
  const list = state.record(sheetId).validations;
  const found = (): (typeof list)[number] | undefined =>
    [...list].reverse().find((item) => intersect(item.rect, rect) !== null);
  const bag = new Map<string, Json>();
  const clear = (): void => {
    for (let i = list.length - 1; i >= 0; i -= 1) {
      const item = list[i];
      if (item !== undefined && intersect(item.rect, rect) !== null) list.splice(i, 1);
    }
    state.grid.setValidationList(sheetId, rect, null);
  };
  return {
    kind: 'DataValidation',
    scalars: {
      type: { get: () => (found() === undefined ? 'None' : 'List') },
      rule: {
        get: () => found()?.rule ?? {},
        set: (rule) => {
          state.assertWritable(sheetId, 'DataValidation.rule');
          const choices = choicesOf(state, rule, sheetId);
          if (choices.join(',').length > 255 && !fromCells(rule)) {
            throw failure(
              'InvalidArgument',
              'DataValidation.rule',
              'A list given as text may have 255 characters.',
            );
          }
          clear();
          list.push({ rect, rule, bag });
          state.grid.setValidationList(sheetId, rect, choices);
        },
      },
      ...remembered(found()?.bag ?? bag, { errorAlert: {}, prompt: {}, ignoreBlanks: true }),
    },
    calls: { clear },
  };
}

const sourceOf = (rule: Json): Json | undefined => {
  const list = (rule as { list?: { source?: Json } } | null)?.list;
  return list?.source;
};

const fromCells = (rule: Json): boolean => String(sourceOf(rule)).startsWith('=');

function choicesOf(state: WorkbookState, rule: Json, sheetId: string): readonly string[] {
  const source = sourceOf(rule);
  if (typeof source !== 'string') throw refused('DataValidation', `rule ${JSON.stringify(rule)}`);
  if (!source.startsWith('=')) return source.split(',').map((choice) => choice.trim());
  const place = placeOfText(state, source.slice(1), sheetId);
  if (place === null)
    throw failure('InvalidArgument', 'DataValidation.rule', `"${source}" is not an address here.`);
  return state.grid
    .read(place.sheetId, place.rect)
    .flatMap((row) => row.map((value) => String(value ?? '')))
    .filter((text) => text !== '');
}
