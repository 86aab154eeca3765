/** The options that the rows of assumptions declare: their help, their limits, and the values they give. */
import { domainParts, normalDomains } from '../../engine/assumptions/domains';
import type { Assumption, AssumptionTable, ChoiceRow, Values } from '../../engine/assumptions/row';
import { allowedWords, fitsNumber, initialWords, isPercent } from '../../engine/assumptions/value';
import type { OptionSpec, Refuse, Value } from './option-spec';
import { dateOf, numberOf, type OptionValues } from './option-values';

const PLACEHOLDERS: Readonly<Record<Exclude<Assumption['kind'], 'choice' | 'flag'>, string>> = {
  share: 'SHARE',
  points: 'SHARE',
  money: 'MONEY',
  tokens: 'TOKENS',
  days: 'DAYS',
  hours: 'N',
  years: 'N',
  seed: 'N',
  date: 'DATE',
  domains: 'A,B',
};

/** One option for each row that names one, in the order of the table. */
export function assumptionOptions(table: AssumptionTable): readonly OptionSpec[] {
  return Object.values(table).flatMap(assumptionOption);
}

/** Empty where the command line does not take the assumption. */
export function assumptionOption(row: Assumption): readonly OptionSpec[] {
  const { option: name, says, optionSays = says } = row;
  if (name === undefined) return [];
  if (row.kind === 'flag') return [{ name, kind: 'flag', help: optionSays }];
  const initial = initialWords(row);
  return [
    {
      name,
      kind: 'assumption',
      value: row.kind === 'choice' ? 'WORD' : PLACEHOLDERS[row.kind],
      help: `${optionSays}${takesWords(row)}${initial === '' ? '' : ` (default: ${initial})`}`,
      read: (given, refuse) => valueOf(row, given, refuse),
    },
  ];
}

/** The values of a table: as given, else as on a first run. Dates are not among them: options give them as serials. */
export function givenValues<Table extends AssumptionTable>(
  table: Table,
  options: OptionValues,
): Values<Table> {
  return Object.fromEntries(
    Object.entries(table).map(([key, row]) => [key, given(row, options)]),
  ) as unknown as Values<Table>;
}

function given({ kind, option, initial }: Assumption, options: OptionValues): unknown {
  if (option === undefined || !options.has(option)) return initial;
  // The flag turns round what holds without it.
  return kind === 'flag' ? initial !== options.flag(option) : options.value(option);
}

const takes = (row: ChoiceRow): readonly string[] => row.optionTakes ?? row.choices;

function takesWords(row: Assumption): string {
  if (row.kind !== 'choice') return '';
  const left = row.choices.filter((each) => !takes(row).includes(each));
  return `: ${takes(row).join(', ')}${left.length === 0 ? '' : `; ${left.join(', ')} in Excel only`}`;
}

function valueOf(row: Assumption, given: unknown, refuse: Refuse): Value {
  switch (row.kind) {
    case 'flag':
      throw new Error(`--${row.option ?? ''} takes no value.`);
    case 'date':
      return dateOf(given, refuse);
    case 'domains': {
      const parts: readonly unknown[] = Array.isArray(given) ? given : domainParts(String(given));
      return normalDomains(parts.map(String));
    }
    case 'choice': {
      const word = takes(row).find((each) => each === given);
      if (word === undefined) throw refuse(`one of ${takes(row).join(', ')}`);
      return word;
    }
    default: {
      const value = numberOf(given, isPercent(row));
      if (value !== null && fitsNumber(row, value)) return value;
      throw refuse(`${allowedWords(row)}${isPercent(row) ? ', as 5% or 0.05' : ''}`);
    }
  }
}
