/** Conditional formats of the Grid as Univer rules. */
import type { IConditionFormattingRule } from '@univerjs/sheets-conditional-formatting';
import {
  CFNumberOperator,
  CFRuleType,
  CFSubRuleType,
  CFTextOperator,
} from '@univerjs/sheets-conditional-formatting';
import type { GridConditional } from '../office/grid';
import { rangeOf } from './address';

const NUMBER_OPERATORS: Readonly<Record<string, CFNumberOperator>> = {
  EqualTo: CFNumberOperator.equal,
  NotEqualTo: CFNumberOperator.notEqual,
  GreaterThan: CFNumberOperator.greaterThan,
  GreaterThanOrEqual: CFNumberOperator.greaterThanOrEqual,
  LessThan: CFNumberOperator.lessThan,
  LessThanOrEqual: CFNumberOperator.lessThanOrEqual,
};
const TEXT_OPERATORS: Readonly<Record<string, CFTextOperator>> = {
  Contains: CFTextOperator.containsText,
  NotContains: CFTextOperator.notContainsText,
  BeginsWith: CFTextOperator.beginsWith,
  EndsWith: CFTextOperator.endsWith,
  EqualTo: CFTextOperator.equal,
  NotEqualTo: CFTextOperator.notEqual,
};

/** The text of a formula that is one quoted text, else null. */
function literal(formula: string): string | null {
  const match = /^=?"((?:[^"]|"")*)"$/.exec(formula.trim());
  return match ? (match[1] ?? '').replace(/""/g, '"') : null;
}

/** @throws when a rule cannot be shown: its operator is not one of Excel's. */
export function ruleOf(conditional: GridConditional): IConditionFormattingRule {
  const style = {
    ...(conditional.fill ? { bg: { rgb: conditional.fill } } : {}),
    ...(conditional.color ? { cl: { rgb: conditional.color } } : {}),
    ...(conditional.bold !== undefined ? { bl: conditional.bold ? 1 : 0 } : {}),
  };
  const whole = { cfId: conditional.id, ranges: [rangeOf(conditional.rect)], stopIfTrue: false };
  const base = { type: CFRuleType.highlightCell as const, style };
  const { kind, text, formula, operator } = conditional.rule;
  if (kind === 'custom') {
    const value = formula ?? '';
    return {
      ...whole,
      rule: { ...base, subType: CFSubRuleType.formula, value: value.startsWith('=') ? value : `=${value}` },
    };
  }
  if (kind === 'containsText') {
    const how = TEXT_OPERATORS[operator ?? 'Contains'];
    if (!how) throw new Error(`The workbench does not show text rules with the operator ${operator ?? ''}.`);
    return { ...whole, rule: { ...base, subType: CFSubRuleType.text, operator: how, value: text ?? '' } };
  }
  const words = literal(formula ?? '');
  if (words !== null) {
    const how = TEXT_OPERATORS[operator ?? 'EqualTo'];
    if (!how) throw new Error(`The workbench does not show text rules with the operator ${operator ?? ''}.`);
    return { ...whole, rule: { ...base, subType: CFSubRuleType.text, operator: how, value: words } };
  }
  const how = NUMBER_OPERATORS[operator ?? 'EqualTo'];
  const number = Number((formula ?? '').replace(/^=/, ''));
  if (!how || Number.isNaN(number)) {
    throw new Error(`The workbench does not show cell-value rules with ${operator ?? ''} ${formula ?? ''}.`);
  }
  return {
    ...whole,
    rule: {
      ...base,
      subType: CFSubRuleType.number,
      operator: how,
      value: number,
    } as IConditionFormattingRule['rule'],
  };
}
