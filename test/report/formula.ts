/** Enough of Excel's rules for our own native formulas, independent of the engine: an error for anything else. */
export type Scalar = string | number | boolean | null;
type Value = Scalar | readonly Scalar[];

/** What the names in a formula mean. */
export interface Scope {
  readonly named: (name: string) => Scalar;
  readonly column: (table: string, header: string) => Value;
  readonly cell: (address: string) => Scalar;
}

/** @param formula with its equals sign. @throws Error where Excel would show one */
export function evaluateFormula(formula: string, scope: Scope): Scalar {
  const value = scalar(new Formula(formula.slice(1), scope).value());
  if (Number.isNaN(value)) throw new Error(`An error in Excel: ${formula}`);
  return value;
}

const TOKEN =
  /\s*(?:("(?:[^"]|"")*")|(\d+(?:\.\d+)?(?:e[+-]?\d+)?%?)|([A-Za-z_]\w*)\[([^\]]+)\]|([A-Z]+)\(|([A-Za-z_]\w*)|(<>|<=|>=|[-+*/&=<>(),]))/y;

/** Recursive descent over comparison < concatenation < sum < product < sign. */
class Formula {
  private at = 0;
  private token: RegExpExecArray | null = null;

  constructor(
    private readonly text: string,
    private readonly scope: Scope,
  ) {
    this.next();
  }

  value(): Value {
    const value = this.comparison();
    if (this.token !== null) throw new Error(`Left over in ${this.text}: ${this.token[0]}`);
    return value;
  }

  private next(): void {
    TOKEN.lastIndex = this.at;
    this.token = this.at >= this.text.length ? null : TOKEN.exec(this.text);
    if (this.token === null && this.at < this.text.length) {
      throw new Error(`Not understood in ${this.text}: ${this.text.slice(this.at)}`);
    }
    this.at = TOKEN.lastIndex;
  }

  private operator(...symbols: readonly string[]): string | null {
    const symbol = this.token?.[7];
    if (symbol === undefined || !symbols.includes(symbol)) return null;
    this.next();
    return symbol;
  }

  private binary(operand: () => Value, symbols: readonly string[]): Value {
    let left = operand();
    for (;;) {
      const symbol = this.operator(...symbols);
      if (symbol === null) return left;
      left = both(left, operand(), (a, b) => apply(symbol, a, b));
    }
  }

  private comparison(): Value {
    return this.binary(() => this.joined(), ['=', '<>', '<', '>', '<=', '>=']);
  }
  private joined(): Value {
    return this.binary(() => this.sum(), ['&']);
  }
  private sum(): Value {
    return this.binary(() => this.product(), ['+', '-']);
  }
  private product(): Value {
    return this.binary(() => this.sign(), ['*', '/']);
  }
  private sign(): Value {
    return this.operator('-') === null ? this.primary() : both(this.sign(), 0, (a) => -numeric(a));
  }

  private primary(): Value {
    const token = this.token;
    if (token === null) throw new Error(`${this.text} ends too early.`);
    this.next();
    const [, text, number, table, header, name, word, symbol] = token;
    if (text !== undefined) return text.slice(1, -1).replace(/""/g, '"');
    if (number !== undefined) {
      return number.endsWith('%') ? Number(number.slice(0, -1)) / 100 : Number(number);
    }
    if (table !== undefined && header !== undefined) return this.scope.column(table, header);
    if (name !== undefined) return this.call(name);
    if (word !== undefined) {
      return /^[A-Z]{1,3}\d+$/.test(word) ? this.scope.cell(word) : this.scope.named(word);
    }
    if (symbol !== '(') throw new Error(`Unexpected ${symbol} in ${this.text}`);
    const inner = this.comparison();
    this.close();
    return inner;
  }

  private close(): void {
    if (this.operator(')') === null) throw new Error(`A parenthesis stays open in ${this.text}`);
  }

  private call(name: string): Value {
    const given: Value[] = [];
    while (this.operator(')') === null) {
      given.push(this.comparison());
      if (this.operator(',') === null) {
        this.close();
        break;
      }
    }
    return call(name, given);
  }
}

function call(name: string, given: readonly Value[]): Value {
  const [first = null, second = null, third = null] = given;
  const numbers = (value: Value): readonly number[] => list(value).filter((item) => typeof item === 'number');
  switch (name) {
    case 'IF':
      return truth(first) ? second : third;
    case 'IFERROR':
      return Number.isNaN(first) ? second : first;
    case 'AND':
      return given.every((value) => truth(value));
    case 'OR':
      return given.some((value) => truth(value));
    case 'ISNUMBER':
      return typeof scalar(first) === 'number';
    case 'LN':
      return both(first, 0, (value) => Math.log(numeric(value)));
    case 'EXP':
      return Math.exp(numeric(scalar(first)));
    case 'ABS':
      return Math.abs(numeric(scalar(first)));
    case 'TEXT':
      return shown(numeric(scalar(first)), String(second));
    case 'COUNT':
      return numbers(first).length;
    case 'COUNTA':
      return list(first).filter((item) => item !== null && item !== '').length;
    case 'COUNTIFS':
      return list(first).filter((_, row) => meets(given, row)).length;
    case 'ROUND': {
      const power = 10 ** numeric(scalar(second));
      return Math.round(numeric(scalar(first)) * power) / power;
    }
    case 'ROWS':
      return list(first).length;
    case 'SUM':
      return numbers(first).reduce((sum, value) => sum + value, 0);
    case 'MAX':
      return Math.max(...given.flatMap(numbers));
    case 'MIN':
      return Math.min(...given.flatMap(numbers));
    case 'INDEX':
      return list(first)[numeric(scalar(second)) - 1] ?? 0;
    case 'MATCH': {
      const found = list(second).findIndex((item) => item === first);
      if (found < 0) throw new Error(`#N/A: ${String(first)}`);
      return found + 1;
    }
    case 'SUMIFS':
      return list(first).reduce<number>(
        (sum, item, row) => (meets(given.slice(1), row) && typeof item === 'number' ? sum + item : sum),
        0,
      );
    case 'SUMPRODUCT':
      return list(first).reduce<number>(
        (sum, _, index) =>
          sum +
          given.reduce<number>((product, value) => {
            const item = list(value)[index];
            return product * (typeof item === 'number' ? item : 0);
          }, 1),
        0,
      );
    default:
      throw new Error(`The test's evaluator has no ${name}.`);
  }
}

/** Whether a row meets every pair of column and criterion. */
function meets(pairs: readonly Value[], row: number): boolean {
  return pairs.every(
    (column, at) => at % 2 === 1 || matches(list(column)[row] ?? null, scalar(pairs[at + 1] ?? null)),
  );
}

/** A criterion is a number, a text, or a text that begins with a comparison. */
function matches(item: Scalar, criterion: Scalar): boolean {
  if (typeof criterion !== 'string') return item === criterion;
  const [, symbol = '=', operand = ''] = /^(<>|<=|>=|<|>)?(.*)$/.exec(criterion) ?? [];
  const number = operand === '' ? NaN : Number(operand);
  if (/[*?]/.test(operand))
    return typeof item === 'string' && wildcard(operand).test(item) === (symbol === '=');
  if (Number.isNaN(number)) return compare(symbol, item ?? '', operand);
  return typeof item === 'number' ? compare(symbol, item, number) : symbol === '<>';
}

/** `*` stands for any characters, `?` for one. */
function wildcard(text: string): RegExp {
  const pattern = text
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${pattern}$`, 'i');
}

function apply(symbol: string, a: Scalar, b: Scalar): Scalar {
  switch (symbol) {
    case '+':
      return numeric(a) + numeric(b);
    case '-':
      return numeric(a) - numeric(b);
    case '*':
      return numeric(a) * numeric(b);
    case '/':
      return numeric(b) === 0 ? NaN : numeric(a) / numeric(b);
    case '&':
      return `${a ?? ''}${b ?? ''}`;
    default:
      return compare(symbol, a, b);
  }
}

function compare(symbol: string, a: Scalar, b: Scalar): boolean {
  const left = a ?? (typeof b === 'string' ? '' : 0);
  const right = b ?? (typeof a === 'string' ? '' : 0);
  // Excel ranks any text above any number.
  const order =
    typeof left === typeof right
      ? left < right
        ? -1
        : left > right
          ? 1
          : 0
      : typeof left === 'number'
        ? -1
        : 1;
  return {
    '=': order === 0,
    '<>': order !== 0,
    '<': order < 0,
    '>': order > 0,
    '<=': order <= 0,
    '>=': order >= 0,
  }[symbol] as boolean;
}

function both(a: Value, b: Value, of: (a: Scalar, b: Scalar) => Scalar): Value {
  if (!Array.isArray(a) && !Array.isArray(b)) return of(scalar(a), scalar(b));
  const length = Math.max(list(a).length, list(b).length);
  const at = (value: Value, index: number): Scalar =>
    Array.isArray(value) ? (list(value)[index] ?? null) : scalar(value);
  return Array.from({ length }, (_, index) => of(at(a, index), at(b, index)));
}

/** NaN stands for an error until it is a cell's value: IF may yet choose the other branch. */
function numeric(value: Scalar): number {
  return typeof value === 'string' ? NaN : Number(value ?? 0);
}

function truth(value: Value): boolean {
  return list(value).some((item) => item === true || (typeof item === 'number' && item !== 0));
}

function list(value: Value): readonly Scalar[] {
  return Array.isArray(value) ? (value as readonly Scalar[]) : [value as Scalar];
}

function scalar(value: Value): Scalar {
  if (Array.isArray(value)) throw new Error('One cell cannot hold a whole column.');
  return value as Scalar;
}

function shown(value: number, format: string): string {
  if (format === '0.0%') return `${(value * 100).toFixed(1)}%`;
  if (format === '0') return value.toFixed(0);
  if (format === '0.00##') return value.toFixed(4).replace(/0{1,2}$/, '');
  throw new Error(`The test's evaluator has no format ${format}.`);
}
