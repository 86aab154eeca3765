/** Range.conditionalFormats: custom formulas, text comparison and cell values. */
import type { GridConditional, Place } from '../grid';
import type { Json } from '../wire';
import type { Rule, WorkbookState } from '../state';
import type { Served } from '../served';
import { failure, refused } from '../failure';
import { intersect } from '../address';
import { colorOf } from './format';
import { integerArgument } from '../arguments';

const KINDS: Readonly<Record<string, GridConditional['rule']['kind']>> = {
  Custom: 'custom',
  ContainsText: 'containsText',
  CellValue: 'cellValue',
};

export function conditionalFormatsObject(state: WorkbookState, place: Place): Served {
  const here = (): Rule[] =>
    state.rules.filter((rule) => rule.sheetId === place.sheetId && intersect(rule.rect, place.rect) !== null);
  const byId = (id: string): Rule | undefined => here().find((rule) => rule.id === id);
  const must = (rule: Rule | undefined): Served => {
    if (rule === undefined) throw failure('ItemNotFound', 'ConditionalFormatCollection.getItem');
    return ruleObject(state, rule);
  };
  return {
    kind: 'ConditionalFormatCollection',
    items: () => here().map((rule) => ruleObject(state, rule)),
    find: (id) => must(byId(String(id))),
    gives: {
      add: ([type]) => {
        state.assertWritable(place.sheetId, 'ConditionalFormatCollection.add');
        const kind = KINDS[String(type)];
        if (kind === undefined) throw refused('ConditionalFormatCollection', `add("${String(type)}")`);
        const rule: Rule = {
          id: state.nextId('rule'),
          sheetId: place.sheetId,
          rect: place.rect,
          rule: { kind },
          type: String(type),
          given: null,
        };
        state.rules.unshift(rule);
        return ruleObject(state, rule);
      },
      getItemAt: ([index]) => must(here()[integerArgument(index, 'ConditionalFormatCollection.getItemAt')]),
      getItemOrNullObject: ([id]) => {
        const rule = byId(String(id));
        return rule === undefined ? null : ruleObject(state, rule);
      },
    },
    calls: {
      clearAll: () => here().forEach((rule) => state.dropRule(rule)),
      getCount: () => here().length,
    },
  };
}

function ruleObject(state: WorkbookState, rule: Rule): Served {
  // The grid is told only once the rule says something: a half-made rule would colour every cell.
  const show = (): void => {
    if (rule.given !== null) state.grid.putConditional(rule);
  };
  const give = (given: Json, shown: GridConditional['rule']): void => {
    rule.given = given;
    rule.rule = shown;
    show();
  };
  const format: Served = {
    kind: 'ConditionalRangeFormat',
    parts: {
      fill: () => ({
        kind: 'ConditionalRangeFill',
        scalars: {
          color: {
            get: () => rule.fill ?? '',
            set: (value) => {
              rule.fill = colorOf(value, 'ConditionalRangeFill.color');
              show();
            },
          },
        },
      }),
      font: () => ({
        kind: 'ConditionalRangeFont',
        scalars: {
          color: {
            get: () => rule.color ?? '',
            set: (value) => {
              rule.color = colorOf(value, 'ConditionalRangeFont.color');
              show();
            },
          },
          bold: {
            get: () => rule.bold ?? false,
            set: (value) => {
              rule.bold = value === true;
              show();
            },
          },
        },
      }),
    },
  };
  const custom: Served = {
    kind: 'CustomConditionalFormat',
    parts: {
      format: () => format,
      rule: () => ({
        kind: 'ConditionalFormatRule',
        scalars: {
          formula: {
            get: () => rule.rule.formula ?? '',
            set: (value) => {
              const formula = String(value);
              if (!formula.startsWith('=')) throw failure('InvalidArgument', 'ConditionalFormatRule.formula');
              if (/\bFLEX\./i.test(formula)) {
                throw failure(
                  'InvalidArgument',
                  'ConditionalFormatRule.formula',
                  'Custom functions are not allowed here.',
                );
              }
              give(value, { kind: 'custom', formula });
            },
          },
        },
      }),
    },
  };
  const text: Served = {
    kind: 'TextConditionalFormat',
    parts: { format: () => format },
    scalars: {
      rule: {
        get: () => rule.given ?? {},
        set: (value) => {
          const given = value as { operator?: string; text?: string };
          if (typeof given.text !== 'string') throw failure('InvalidArgument', 'TextConditionalFormat.rule');
          give(value, { kind: 'containsText', operator: given.operator ?? 'Contains', text: given.text });
        },
      },
    },
  };
  const cellValue: Served = {
    kind: 'CellValueConditionalFormat',
    parts: { format: () => format },
    scalars: {
      rule: {
        get: () => rule.given ?? {},
        set: (value) => {
          const given = value as { operator?: string; formula1?: string };
          if (typeof given.operator !== 'string' || given.formula1 === undefined) {
            throw failure('InvalidArgument', 'CellValueConditionalFormat.rule');
          }
          give(value, { kind: 'cellValue', operator: given.operator, formula: String(given.formula1) });
        },
      },
    },
  };
  const only = (type: string, part: Served) => (): Served => {
    if (rule.type !== type)
      throw failure('InvalidOperation', 'ConditionalFormat', `It is of type ${rule.type}.`);
    return part;
  };
  const orNull = (type: string, part: Served) => (): Served | null => (rule.type === type ? part : null);
  return {
    kind: 'ConditionalFormat',
    key: rule.id,
    scalars: {
      id: { get: () => rule.id },
      type: { get: () => rule.type },
      priority: { get: () => state.rules.filter((item) => item.sheetId === rule.sheetId).indexOf(rule) },
      stopIfTrue: {
        get: () => state.bag(rule.id).get('stopIfTrue') ?? false,
        set: (value) => void state.bag(rule.id).set('stopIfTrue', value),
      },
    },
    parts: {
      custom: only('Custom', custom),
      customOrNullObject: orNull('Custom', custom),
      textComparison: only('ContainsText', text),
      textComparisonOrNullObject: orNull('ContainsText', text),
      cellValue: only('CellValue', cellValue),
      cellValueOrNullObject: orNull('CellValue', cellValue),
    },
    gives: { getRange: () => state.objects.range({ sheetId: rule.sheetId, rect: rule.rect }) },
    calls: { delete: () => state.dropRule(rule) },
  };
}
