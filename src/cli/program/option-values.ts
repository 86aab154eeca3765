/** Options as given, typed by their specifications. */
import { isoDate, parseIsoDate } from '../../engine/numeric';
import { BadInput } from './bad-input';
import type { OptionSpec, Refuse, Value } from './option-spec';

/** The options of one run; null = not given. */
export class OptionValues {
  private readonly values = new Map<string, Value>();
  private readonly specs: ReadonlyMap<string, OptionSpec>;

  constructor(specs: readonly OptionSpec[]) {
    this.specs = new Map(specs.map((spec) => [spec.name, spec]));
  }

  spec(name: string): OptionSpec | undefined {
    return this.specs.get(name);
  }

  get names(): readonly string[] {
    return [...this.specs.keys()];
  }

  has(name: string): boolean {
    return this.values.has(name);
  }

  /**
   * Takes a value as typed, or as it stands in a --config file.
   * @param where goes before the sentence of an error: "--card" or "card in flex.json"
   * @throws BadInput saying what is allowed
   */
  set(spec: OptionSpec, given: unknown, where: string): void {
    this.values.set(spec.name, read(spec, given, where));
  }

  text(name: string): string | null {
    return this.typed(name, 'string');
  }

  number(name: string): number | null {
    return this.typed(name, 'number');
  }

  /** As read; null when not given. */
  value(name: string): Value | null {
    return this.values.get(name) ?? null;
  }

  flag(name: string): boolean {
    return this.typed<boolean>(name, 'boolean') ?? false;
  }

  list(name: string): readonly string[] {
    const value = this.values.get(name);
    return Array.isArray(value) ? (value as readonly string[]) : [];
  }

  private typed<T>(name: string, type: 'string' | 'number' | 'boolean'): T | null {
    const value = this.values.get(name);
    return typeof value === type ? (value as T) : null;
  }
}

function read(spec: OptionSpec, given: unknown, where: string): Value {
  const refuse: Refuse = (wanted) => {
    const shown = typeof given === 'object' ? JSON.stringify(given) : String(given);
    return new BadInput(`${where} is "${shown}": give ${wanted}.`);
  };
  switch (spec.kind) {
    case 'flag':
      if (typeof given !== 'boolean') throw refuse('true or false');
      return given;
    case 'assumption':
      if (spec.read === undefined) throw new Error(`--${spec.name} has no reader.`);
      return spec.read(given, refuse);
    case 'date':
      return dateOf(given, refuse);
    case 'text':
    case 'file': {
      const text = typeof given === 'string' ? given : '';
      if (text === '') throw refuse(spec.kind === 'file' ? 'the path of a file' : 'a name');
      if (spec.words !== undefined && !spec.words.includes(text))
        throw refuse(`one of ${spec.words.join(', ')}`);
      return text;
    }
  }
}

/** A whole serial of a date as year-month-day. */
export function dateOf(given: unknown, refuse: Refuse): number {
  const serial = typeof given === 'string' ? parseIsoDate(given) : null;
  if (serial === null) throw refuse(`a date as year-month-day, for example ${isoDate(46326)}`);
  return Math.floor(serial);
}

/** 0.25, "0.25" and, where a percentage is meant, "25%"; null for anything else. */
export function numberOf(given: unknown, inPercent: boolean): number | null {
  if (typeof given === 'number') return Number.isFinite(given) ? given : null;
  if (typeof given !== 'string') return null;
  const text = given.trim();
  const percent = inPercent && text.endsWith('%');
  const plain = percent ? text.replace(/\s*%$/, '') : text;
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return null;
  // 10 % as 10 ÷ 100 rounds the way the figure 0.1 does.
  return percent ? Number(plain) / 100 : Number(plain);
}
