/** Options as given, typed by their specifications. */
import { isoDate, parseIsoDate } from '../../engine/numeric';
import { domainParts, normalDomains } from '../../engine/assumptions/domains';
import { BadInput } from './bad-input';
import type { OptionSpec } from './option-specs';

type Value = string | number | boolean | readonly string[];

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
  const refuse = (wanted: string): BadInput => {
    const shown = typeof given === 'object' ? JSON.stringify(given) : String(given);
    return new BadInput(`${where} is "${shown}": give ${wanted}.`);
  };
  switch (spec.kind) {
    case 'flag':
      if (typeof given !== 'boolean') throw refuse('true or false');
      return given;
    case 'domains': {
      const parts: readonly unknown[] = Array.isArray(given) ? given : domainParts(String(given));
      return normalDomains(parts.map(String));
    }
    case 'number':
      return numberOf(spec, given, refuse);
    case 'share': {
      const value = shareOf(given);
      if (value === null) throw refuse('a share from 0 to 1, or a percentage such as 25%');
      return value;
    }
    case 'date': {
      const serial = typeof given === 'string' ? parseIsoDate(given) : null;
      if (serial === null) throw refuse(`a date as year-month-day, for example ${isoDate(46326)}`);
      return Math.floor(serial);
    }
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

function numberOf(spec: OptionSpec, given: unknown, refuse: (wanted: string) => BadInput): number {
  const { least = -Infinity, most = Infinity } = spec;
  const value = plainNumber(given);
  if (value === null || value < least || value > most) {
    const range = [
      ...(least === -Infinity ? [] : [`from ${least}`]),
      ...(most === Infinity ? (least === -Infinity ? [] : ['up']) : [`to ${most}`]),
    ];
    throw refuse(['a number', ...range].join(' '));
  }
  return value;
}

function plainNumber(given: unknown): number | null {
  if (typeof given === 'number') return Number.isFinite(given) ? given : null;
  return typeof given === 'string' && /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(given.trim())
    ? Number(given)
    : null;
}

/** 0.25, "0.25" or "25%"; null for anything else, also beyond 0 to 1. */
function shareOf(given: unknown): number | null {
  const text = String(given).trim();
  const percent = text.endsWith('%');
  const value = plainNumber(typeof given === 'string' ? text.replace(/\s*%$/, '') : given);
  if (value === null) return null;
  // 10 % as 10 ÷ 100 rounds the way the figure 0.1 does.
  const share = percent ? value / 100 : value;
  return share >= 0 && share <= 1 ? share : null;
}
