/** Lint rules of this house: how files and folders are named, how many lie together, and that no import leads back. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { circleThrough, importsIn } from './imports.mjs';

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const MOST_FILES = 25;

/** Path below the folder that ESLint runs in, with forward slashes. */
const below = (context, file) => path.relative(context.cwd, file).split(path.sep).join('/');

/** A rule that looks at where a file is, not at what it says. `judge` gives a sentence, or null where all is well. */
const aboutPlace = (description, judge) => ({
  meta: { type: 'layout', docs: { description }, schema: [] },
  create: (context) => ({
    Program() {
      const message = judge(below(context, context.filename), context);
      if (message !== null) context.report({ loc: { line: 1, column: 0 }, message });
    },
  }),
});

const fileName = aboutPlace('Files and folders are named in kebab-case.', (file) => {
  const parts = file
    .split('/')
    .flatMap((part, at, all) => (at === all.length - 1 ? part.split('.') : [part]));
  const odd = parts.find((part) => part !== '..' && !KEBAB.test(part));
  return odd === undefined
    ? null
    : `"${odd}" is not kebab-case: small letters and digits, words joined by "-".`;
});

/** A noun in one and in many: rates and rate, history and histories. */
function forms(noun) {
  if (noun.endsWith('ies')) return [noun, `${noun.slice(0, -3)}y`];
  if (noun.endsWith('s')) return [noun, noun.slice(0, -1)];
  return [noun, `${noun}s`, noun.replace(/y$/, 'ies')];
}

const folderNoun = aboutPlace('A file drops the noun that its folder bears.', (file) => {
  const folder = path.posix.basename(path.posix.dirname(file));
  const name = path.posix.basename(file);
  const noun = forms(folder).find((form) => name.startsWith(`${form}-`));
  return noun === undefined
    ? null
    : `The folder says "${folder}" already: call the file ${name.slice(noun.length + 1)}, or what it does.`;
});

const folderSize = aboutPlace(`At most ${MOST_FILES} files lie directly in a folder.`, (file, { cwd }) => {
  const folder = path.posix.dirname(file);
  const there = path.resolve(cwd, folder);
  if (!existsSync(there)) return null;
  const files = readdirSync(there, { withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.name.startsWith('.'),
  ).length;
  return files <= MOST_FILES
    ? null
    : `${folder} holds ${files} files; ${MOST_FILES} can be read at a glance. Give those that belong together a folder.`;
});

const testPlace = aboutPlace('Tests mirror the tree of src.', (file, { cwd }) => {
  const [top, layer, ...rest] = file.split('/');
  if (top !== 'test' || rest.length === 0 || !existsSync(path.resolve(cwd, 'src', layer))) return null;
  const folder = ['src', layer, ...rest.slice(0, -1)].join('/');
  return existsSync(path.resolve(cwd, folder))
    ? null
    : `There is no ${folder}: a test lies where its subject lies in src.`;
});

const noCircle = {
  meta: {
    type: 'problem',
    docs: {
      description: 'No import leads back to its own file, types, re-exports and dynamic imports included.',
    },
    schema: [],
  },
  create: (context) => ({
    Program() {
      const { filename, sourceCode } = context;
      for (const { target, from, to } of importsIn(filename, sourceCode.text)) {
        const circle = circleThrough(filename, target);
        if (circle === null) continue;
        const files = circle.map((file) => below(context, file)).join(' → ');
        context.report({
          loc: { start: sourceCode.getLocFromIndex(from), end: sourceCode.getLocFromIndex(to) },
          message: `This import closes a circle: ${files}. Move what both sides need into a file of its own.`,
        });
      }
    },
  }),
};

export default {
  meta: { name: 'house' },
  rules: {
    'file-name': fileName,
    'folder-noun': folderNoun,
    'folder-size': folderSize,
    'test-place': testPlace,
    'no-circle': noCircle,
  },
};
