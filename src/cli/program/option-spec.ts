/** What an option is: its name, what it takes, and what its help says. */
import type { BadInput } from './bad-input';

export type Value = string | number | boolean | readonly string[];

/** The refusal of a value; `wanted` goes on "give". */
export type Refuse = (wanted: string) => BadInput;

/** The kinds of options a command takes; an `assumption` is read as its row says. */
export type OptionKind = 'text' | 'file' | 'date' | 'flag' | 'assumption';

export interface OptionSpec {
  /** Without dashes; also its key in a --config file. */
  readonly name: string;
  readonly kind: OptionKind;
  /** What stands for the value in the help: FILE, DATE, N. */
  readonly value?: string;
  /** One line. */
  readonly help: string;
  /** For `text`: the words allowed. */
  readonly words?: readonly string[];
  /** For `assumption`: the value of what is given. */
  readonly read?: (given: unknown, refuse: Refuse) => Value;
}
