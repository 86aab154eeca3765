import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
const FILE = path.join(ROOT, 'assets/sample/usage.json');
const FIRST_DAY = 45901;
const LAST_DAY = 46326;
const PRODUCTS = [
  ...['AutoCAD', 'Autodesk Docs', 'BIM Collaborate Pro', 'Civil 3D'],
  ...['Inventor Pro', 'Maya', 'Navisworks Manage', 'Revit'],
];

interface Sample {
  readonly title: string;
  readonly columns: readonly string[];
  readonly dateColumns: readonly number[];
  readonly rows: readonly (readonly (string | number)[])[];
}
const text = readFileSync(FILE, 'utf8');
const sample = JSON.parse(text) as Sample;
const usable = sample.rows.filter(
  (row) => PRODUCTS.includes(String(row[1])) && typeof row[2] === 'number' && typeof row[3] === 'number',
);
const ofPerson = (key: string) => sample.rows.filter((row) => row[0] === key);
const hash = (content: string) => createHash('sha256').update(content).digest('hex');

test('the sample comes out the same on every machine', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'flex-sample-'));
  try {
    const again = path.join(folder, 'usage.json');
    execFileSync(process.execPath, [path.join(ROOT, 'scripts/sample-data.mjs'), again]);
    expect(hash(readFileSync(again, 'utf8'))).toBe(hash(text));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the sample is about 400 people, 8 products and 14 months, small enough to ship', () => {
  expect(new Set(usable.map((row) => row[0])).size).toBeGreaterThan(380);
  expect(new Set(usable.map((row) => row[0])).size).toBeLessThan(420);
  expect([...new Set(usable.map((row) => row[1]))].sort()).toEqual(PRODUCTS);
  const days = usable.map((row) => Number(row[2]));
  expect(Math.min(...days)).toBe(FIRST_DAY);
  expect(Math.max(...days)).toBeLessThanOrEqual(LAST_DAY);
  expect(Math.max(...days)).toBeGreaterThan(LAST_DAY - 7);
  expect(sample.rows.length).toBeGreaterThan(12_000);
  expect(text.length).toBeLessThan(1_500_000);
});

test('nobody has a name, only a key', () => {
  for (const row of sample.rows) expect(String(row[0])).toMatch(/^(p-\d{4}@example\.com|Total|)$/);
});

test('the sample holds a few rows that a reader must reject, and one blank row', () => {
  const whole = sample.rows.filter((row) => row.every((cell): boolean => cell === ''));
  expect(whole).toHaveLength(1);
  const awkward = sample.rows.filter((row) => !usable.includes(row) && !whole.includes(row));
  expect(awkward.map((row) => row.slice(1, 4))).toEqual([
    ['Revit', 46085, 'n/a'],
    ['', 46085, 6],
    ['Draftmaster 9', 46085, 4],
    ['Revit', 'last Friday', 5],
    ['Revit', 46085, '3 days'],
    ['Revit', 46085, ''],
    ['Revit', '2026-03-04', '6,5'],
    ['', '', expect.any(Number)],
  ]);
});

test('the three people worked out by hand in docs/sample-data.md have the rows printed there', () => {
  const hours = (key: string, product: string) =>
    ofPerson(key)
      .filter((row) => row[1] === product && Number(row[2]) >= 45962)
      .reduce((sum, row) => sum + Number(row[3]), 0);
  expect(ofPerson('p-0001@example.com')).toHaveLength(13);
  expect(hours('p-0001@example.com', 'Revit')).toBe(120);
  expect(ofPerson('p-0002@example.com')).toHaveLength(36);
  expect(hours('p-0002@example.com', 'Revit')).toBe(1200);
  expect(hours('p-0002@example.com', 'Civil 3D')).toBe(1080);
  expect(hours('p-0002@example.com', 'AutoCAD')).toBe(240);
  expect(ofPerson('p-0003@example.com')).toHaveLength(17);
  expect(hours('p-0003@example.com', 'Revit')).toBe(322);
});
