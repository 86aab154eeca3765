/** What comments and tests cite must be there: a reader of the code finds the rule it rests on. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
const FOLDERS = ['src', 'workbench', 'bench', 'scripts', 'test'];
/** Makes up files to show lint with. */
const EXEMPT = new Set(['test/build/house-rules.test.ts', 'test/build/citations.test.ts']);

interface Citation {
  /** From the root of the repository. */
  readonly file: string;
  readonly headings: readonly string[];
}

/** `docs/rules.md, "Which units" and "Basis"`, also over two lines of a comment. */
function citationsIn(text: string): readonly Citation[] {
  const joined = text.replace(/\r?\n\s*(?:\*|\/\/)\s?/g, ' ');
  return [...joined.matchAll(/((?:[\w-]+\/)*[\w-]+\.md)\b((?:(?:,| and) "[^"\n]+")*)/g)].map(
    ([, file = '', headings = '']) => ({
      file,
      headings: [...headings.matchAll(/"([^"]+)"/g)].map(([, heading = '']) => heading),
    }),
  );
}

function headingsOf(file: string): ReadonlySet<string> {
  const lines = readFileSync(path.join(ROOT, file), 'utf8').split('\n');
  return new Set(lines.flatMap((line) => /^#+ (.+?)\s*$/.exec(line)?.[1] ?? []));
}

/** What is wrong with a citation; null = nothing. */
function fault({ file, headings }: Citation): string | null {
  if (!existsSync(path.join(ROOT, file))) return `${file} is not in the repository`;
  const known = headingsOf(file);
  const lost = headings.find((heading) => !known.has(heading));
  return lost === undefined ? null : `${file} has no heading "${lost}"`;
}

const FILES = execFileSync('git', ['ls-files', ...FOLDERS], { cwd: ROOT, encoding: 'utf8' })
  .split('\n')
  .filter(
    (file) => /\.(?:ts|tsx|mjs|cjs)$/.test(file) && !EXEMPT.has(file) && existsSync(path.join(ROOT, file)),
  );

test('a reader of the code finds every page and heading that it cites', () => {
  const faults = FILES.flatMap((file) =>
    citationsIn(readFileSync(path.join(ROOT, file), 'utf8')).flatMap((citation) => {
      const found = fault(citation);
      return found === null ? [] : [`${file}: ${found}`];
    }),
  );
  expect(faults).toEqual([]);
});

test('a page or heading that is not there is noticed, on one line or two', () => {
  const faults = (text: string) => citationsIn(text).map(fault);
  expect(faults('see docs/rules.md, "Which units" and "Basis"')).toEqual([null]);
  expect(faults('(domain.md section 5)')).toEqual(['domain.md is not in the repository']);
  expect(faults('(docs/rules.md,\n * "No such rule")')).toEqual([
    'docs/rules.md has no heading "No such rule"',
  ]);
});

test('links between the pages of the documentation lead to pages that are there', () => {
  const pages = execFileSync('git', ['ls-files', '*.md'], { cwd: ROOT, encoding: 'utf8' })
    .split('\n')
    .filter((page) => page !== '' && existsSync(path.join(ROOT, page)));
  const dead = pages.flatMap((page) =>
    [...readFileSync(path.join(ROOT, page), 'utf8').matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g)]
      .map(([, to = '']) => to)
      .filter((to) => !existsSync(path.join(ROOT, path.dirname(page), to)))
      .map((to) => `${page}: ${to}`),
  );
  expect(dead).toEqual([]);
});
