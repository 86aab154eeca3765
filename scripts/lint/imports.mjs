/** Which file of ours imports which. Files are read once a process; the one being linted is taken as it is being typed. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const ENDINGS = ['', '.ts', '.tsx', '.mjs', '.cjs', '.js', '/index.ts', '/index.tsx', '.d.ts'];
const CODE = /\.(ts|tsx|mjs|cjs|js)$/;

const read = new Map();
const found = new Map();

function isFile(file) {
  if (!found.has(file)) found.set(file, existsSync(file) && statSync(file).isFile());
  return found.get(file);
}

/** File that a relative import names; null for a package or for what is no code. */
function resolve(from, name) {
  if (!name.startsWith('.')) return null;
  const base = path.resolve(path.dirname(from), name);
  const file = ENDINGS.map((ending) => base + ending).find((path) => CODE.test(path) && isFile(path));
  return file ?? null;
}

/**
 * Imports of a text by files of ours: declarations, re-exports, types, import() and require().
 * @returns each with its file and the place of its name in the text
 */
export function importsIn(file, text) {
  return ts.preProcessFile(text, true, true).importedFiles.flatMap(({ fileName, pos, end }) => {
    const target = resolve(file, fileName);
    return target === null ? [] : [{ target, from: pos, to: end }];
  });
}

function importsOf(file) {
  if (!read.has(file)) {
    const targets = importsIn(file, readFileSync(file, 'utf8')).map(({ target }) => target);
    read.set(file, [...new Set(targets)]);
  }
  return read.get(file);
}

/** The shortest way from an imported file back to the importing one, both ends included; null where there is none. */
export function circleThrough(file, target) {
  const cameFrom = new Map([[target, file]]);
  for (const next of cameFrom.keys()) {
    if (next === file) break;
    for (const imported of importsOf(next)) if (!cameFrom.has(imported)) cameFrom.set(imported, next);
  }
  if (!cameFrom.has(file)) return null;
  const way = [file];
  for (let at = cameFrom.get(file); at !== file; at = cameFrom.get(at)) way.unshift(at);
  return [file, ...way];
}
