import { statSync } from 'node:fs';
import path from 'node:path';
import { version } from '../../package.json';
import { built, builtFiles, DIST } from './dist';

const files = builtFiles();
const scripts = files.filter((file) => file.endsWith('.js'));
const page = built('taskpane.html');
const policy = /http-equiv="?Content-Security-Policy"?[^>]*content="([^"]*)"/i.exec(page)?.[1] ?? '';
const directive = (name: string): string[] =>
  policy
    .split(';')
    .map((part) => part.trim().split(/\s+/))
    .find(([first]) => first === name) ?? [];

test('the folder holds everything the manifest points to', () => {
  const manifest = built('manifest.xml');
  const addresses = [...manifest.matchAll(/"https:\/\/localhost:3000\/([^"]*)"/g)].map(
    (match) => match[1] ?? '',
  );
  expect(addresses.length).toBeGreaterThan(8);
  for (const address of addresses) expect(files).toContain(address);
  expect(manifest).toContain(`<Version>${version}.0</Version>`);
});

test('the pane has its sample data and its icons beside it', () => {
  expect(files).toContain('assets/sample/usage.json');
  expect(statSync(path.join(DIST, 'assets/sample/usage.json')).size).toBeLessThan(1_500_000);
  for (const size of [16, 32, 64, 80]) expect(files).toContain(`assets/icons/flex-governor-${size}.png`);
});

test('the content security policy would stop none of our code: no eval, no Function constructor', () => {
  expect(scripts.length).toBeGreaterThan(1);
  for (const file of scripts) {
    expect([
      file,
      /\beval\s*\(|\bnew Function\s*\(|(?<![.\w])Function\s*\(\s*["'`]/.test(built(file)),
    ]).toEqual([file, false]);
  }
});

test('the pane runs under a policy: scripts from here and from Microsoft only, and no eval', () => {
  const allowed = directive('script-src');
  expect(allowed).toContain("'self'");
  expect(allowed.join(' ')).toContain('https://appsforoffice.microsoft.com');
  expect(allowed).not.toContain("'unsafe-eval'");
  expect(allowed).not.toContain("'unsafe-inline'");
  expect(allowed).not.toContain('*');
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/);
});

test('Office.js comes from Microsoft at run time; no copy of it is in the folder', () => {
  expect(page).toMatch(/src="?https:\/\/appsforoffice\.microsoft\.com\/lib\/1\/hosted\/office\.js/);
  expect(files.filter((file) => /office(-|\.)js|excel-web/i.test(file))).toEqual([]);
  for (const file of scripts) {
    expect([file, /_resolveRequestUrlAndHeaderInfo|OSF\.DDA/.test(built(file))]).toEqual([file, false]);
  }
});

test('functions.js is one file that loads nothing more', () => {
  const text = built('functions.js');
  expect(text).not.toMatch(/importScripts|document\.|currentScript|\bimport\(|\bfetch\(|XMLHttpRequest/);
  expect(files.filter((file) => file.startsWith('functions'))).toEqual(['functions.js', 'functions.json']);
});

test('nothing in the folder tells where it was built', () => {
  expect(files.filter((file) => file.endsWith('.map'))).toEqual([]);
  const root = path.resolve(DIST, '..');
  for (const file of files.filter((name) => /\.(js|json|html|xml|css)$/.test(name))) {
    expect([file, built(file).includes(root) || built(file).includes('sourceMappingURL')]).toEqual([
      file,
      false,
    ]);
  }
});

test('the pane finds its scripts from any folder it is served in', () => {
  const sources = [...page.matchAll(/src="?([^"\s>]+)/g)].map((match) => match[1] ?? '');
  const own = sources.filter((source) => !source.startsWith('https://appsforoffice.microsoft.com/'));
  expect(own.length).toBeGreaterThan(0);
  for (const source of own) expect(files).toContain(source);
});
