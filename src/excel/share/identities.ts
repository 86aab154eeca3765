/** Everybody a workbook names: which names are one person, and their aliases in any text. */
import type { RawCell } from '../../engine/usage/types';
import { isNobody, type PersonalColumn } from './personal-columns';
import { aliasesOf } from './pseudonym-key';

const EMAIL = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}.-]+\.[\p{L}]{2,}/gu;
const WORD = /[\p{L}\p{N}]+/gu;
/** Shorter names, and numbers shorter than that, are replaced where a column says that they are people, not inside sentences. */
const SHORTEST_WORD = 3;
const SHORTEST_NUMBER = 5;

/** Gathers the people row by row; then `aliased` gives their aliases. */
export class Identities {
  /** Union-find over keys and e-mails, lower case. */
  private readonly parents = new Map<string, string>();
  /** Display names and the person beside whom they stood; null = of several. */
  private readonly names = new Map<string, string | null>();

  /** A row of a table that names people. */
  learn(cells: readonly RawCell[], columns: readonly PersonalColumn[]): void {
    const text = (role: PersonalColumn['role']): readonly string[] =>
      columns.filter((column) => column.role === role).map(({ index }) => textOf(cells[index]));
    const known = (texts: readonly string[]): readonly string[] =>
      texts.filter((each) => !isNobody(each)).map(keyOf);
    const keys = known([...text('email'), ...text('key')]);
    for (const key of keys) this.join(key, keys[0]!);
    for (const other of known(text('other'))) this.join(other, other);
    const first = text('firstName')[0] ?? '';
    const last = text('lastName')[0] ?? '';
    const both =
      first === '' || last === '' ? [] : [`${first} ${last}`, `${last}, ${first}`, `${last} ${first}`];
    const person = keys[0];
    for (const name of known([...text('displayName'), ...both]))
      this.call(name, person ?? keyOf(`${first} ${last}`.trim()));
  }

  /** E-mail addresses in any text. */
  learnText(text: string): void {
    if (!text.includes('@')) return;
    for (const [email] of text.matchAll(EMAIL)) this.join(keyOf(email), keyOf(email));
  }

  get count(): number {
    return new Set([...this.parents.keys()].map((key) => this.find(key))).size;
  }

  /** @param key 64 hexadecimal digits */
  async aliased(key: string): Promise<Aliases> {
    const groups = new Map<string, string[]>();
    for (const name of this.parents.keys()) {
      const root = this.find(name);
      const group = groups.get(root);
      if (group === undefined) groups.set(root, [name]);
      else group.push(name);
    }
    // An e-mail is what most exports share, so it makes the alias: the same person has the same one in the next workbook.
    const canonical = new Map<string, string>();
    for (const [root, group] of groups) {
      const sorted = group.sort();
      canonical.set(root, sorted.find((name) => name.includes('@')) ?? sorted[0]!);
    }
    const aliasOf = await aliasesOf([...new Set(canonical.values())], key);
    const byIdentity = new Map<string, string>();
    for (const name of this.parents.keys())
      byIdentity.set(name, aliasOf.get(canonical.get(this.find(name))!)!);
    for (const [name, person] of this.names) {
      if (person !== null && !byIdentity.has(name)) byIdentity.set(name, byIdentity.get(person)!);
    }
    return new Aliases(byIdentity, aliasOf.size);
  }

  private join(a: string, b: string): void {
    if (!this.parents.has(a)) this.parents.set(a, a);
    if (!this.parents.has(b)) this.parents.set(b, b);
    this.parents.set(this.find(a), this.find(b));
  }

  private find(name: string): string {
    let root = name;
    while (this.parents.get(root) !== root) root = this.parents.get(root)!;
    // Each on the way then points to the root.
    for (let at = name; at !== root;) {
      const next = this.parents.get(at)!;
      this.parents.set(at, root);
      at = next;
    }
    return root;
  }

  private call(name: string, person: string): void {
    if (!this.parents.has(person)) this.join(person, person);
    const known = this.names.get(name);
    if (known === undefined) this.names.set(name, person);
    else if (known !== null && this.find(known) !== this.find(person)) {
      // Two people of one name: the name itself is a third identity, so that it is hidden wherever it stands.
      this.names.set(name, null);
      this.join(name, name);
    }
  }
}

export class Aliases {
  private readonly byFirstWord = new Map<string, Known[]>();

  constructor(
    private readonly byIdentity: ReadonlyMap<string, string>,
    readonly people: number,
  ) {
    for (const identity of byIdentity.keys()) {
      const [word] = identity.match(WORD) ?? [];
      const shortest = /^\d+$/.test(identity) ? SHORTEST_NUMBER : SHORTEST_WORD;
      if (word === undefined || identity.length < shortest) continue;
      const known = { identity, before: identity.indexOf(word) };
      const same = this.byFirstWord.get(word);
      if (same === undefined) this.byFirstWord.set(word, [known]);
      else same.push(known);
    }
    // The longest name first: "Ann Lee" before "Ann".
    for (const same of this.byFirstWord.values()) same.sort((a, b) => b.identity.length - a.identity.length);
  }

  /** Of a cell that holds nothing but a person; undefined for one nobody knows. */
  of(cell: RawCell): string | undefined {
    return this.byIdentity.get(keyOf(textOf(cell)));
  }

  /** Of a row: by the first of its cells that tells who it is. */
  ofRow(cells: readonly RawCell[], columns: readonly PersonalColumn[]): string | undefined {
    for (const { index, role } of columns) {
      if (role === 'key' || role === 'email') {
        const alias = this.of(cells[index]);
        if (alias !== undefined) return alias;
      }
    }
    return undefined;
  }

  /** The text with every known name in it replaced; the same text where there is none. */
  replace(text: string): string {
    const lower = lowered(text);
    let done = '';
    let at = 0;
    WORD.lastIndex = 0;
    for (let word = WORD.exec(lower); word !== null; word = WORD.exec(lower)) {
      const found = this.knownAt(lower, word.index, word[0], at);
      if (found === undefined) continue;
      const start = word.index - found.before;
      done += text.slice(at, start) + this.byIdentity.get(found.identity)!;
      at = start + found.identity.length;
      WORD.lastIndex = at;
    }
    return at === 0 ? text : done + text.slice(at);
  }

  /** Inside the texts of a formula only: what stands outside them are functions, names and cells. */
  replaceInFormula(formula: string): string {
    return formula.replace(/"((?:[^"]|"")*)"/g, (_, inner: string) => `"${this.replace(inner)}"`);
  }

  private knownAt(lower: string, at: number, word: string, from: number): Known | undefined {
    return this.byFirstWord.get(word)?.find(({ identity, before }) => {
      const start = at - before;
      if (start < from || !lower.startsWith(identity, start)) return false;
      return !/[\p{L}\p{N}]/u.test(lower.charAt(start + identity.length));
    });
  }
}

/** An identity and the characters before its first word. */
interface Known {
  readonly identity: string;
  readonly before: number;
}

/** In lower case, every character at its place: a few have longer small letters. */
function lowered(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return text.replace(/./gsu, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  });
}

export function textOf(cell: RawCell): string {
  return String(cell ?? '').trim();
}

function keyOf(text: string): string {
  return text.trim().toLowerCase();
}
