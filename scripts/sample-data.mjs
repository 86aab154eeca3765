/**
 * Writes the sample usage: `node scripts/sample-data.mjs [path]` (default assets/sample/usage.json).
 * Invented people with keys instead of names; the same bytes on every machine.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BY_HAND } from './sample/by-hand.mjs';
import { FIRST_DAY, LAST_DAY, serial } from './sample/calendar.mjs';
import { KINDS } from './sample/people.mjs';
import { PROJECTS } from './sample/projects.mjs';
import { createRandom } from './sample/random.mjs';

const SEED = 20261031;
const COLUMNS = ['User', 'Product', 'Date', 'Hours', 'User type', 'Department', 'Project'];
const HAND_PEOPLE = 3;

const key = (number) => `p-${String(number).padStart(4, '0')}@example.com`;

function generatedRows(random) {
  const rows = [];
  let number = HAND_PEOPLE;
  for (const kind of KINDS) {
    for (let index = 0; index < kind.count; index += 1) {
      number += 1;
      const person = {
        key: key(number),
        userType: kind.userType ?? 'Employee',
        department: random.pick(kind.departments),
        project: random.pick(PROJECTS),
      };
      rows.push(...kind.use(random, person));
    }
  }
  const within = rows.filter((row) => row.day >= FIRST_DAY && row.day <= LAST_DAY);
  const order = (a, b) =>
    a.day - b.day || compare(a.person.key, b.person.key) || compare(a.product, b.product);
  return within.sort(order);
}

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

const cells = ({ person, product, day, hours }) => [
  person.key,
  product,
  day,
  hours,
  person.userType,
  person.department,
  person.project,
];

/** Rows as real exports hold them: unusable ones, and two that only look it (text date, decimal comma). */
function awkwardRows(total) {
  const day = serial(2026, 3, 4);
  const rest = ['Employee', 'Architecture', 'Quayside'];
  return [
    { at: 200, row: [key(10), 'Revit', day, 'n/a', ...rest] },
    { at: 900, row: [key(11), '', day, 6, ...rest] },
    { at: 1700, row: [key(12), 'Draftmaster 9', day, 4, ...rest] },
    { at: 2600, row: [key(13), 'Revit', 'last Friday', 5, ...rest] },
    { at: 3400, row: [key(14), 'Revit', day, '3 days', ...rest] },
    { at: 4200, row: ['', '', '', '', '', '', ''] },
    { at: 5100, row: [key(15), 'Revit', day, '', ...rest] },
    { at: 6000, row: [key(16), 'Revit', '2026-03-04', '6,5', ...rest] },
    { at: Infinity, row: ['Total', '', '', total, '', '', ''] },
  ];
}

function sampleUsage() {
  const rows = [...BY_HAND, ...generatedRows(createRandom(SEED))].map(cells);
  const total = Math.round(rows.reduce((sum, row) => sum + row[3], 0) * 100) / 100;
  for (const { at, row } of awkwardRows(total)) rows.splice(Math.min(at, rows.length), 0, row);
  return {
    title: 'Sample usage, September 2025 to October 2026 (invented people)',
    columns: COLUMNS,
    dateColumns: [2],
    rows,
  };
}

/** One row a line: small enough to ship, and a change shows as a readable difference. */
function asText({ rows, ...head }) {
  const start = JSON.stringify(head).slice(0, -1);
  return `${start},"rows":[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]}\n`;
}

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const target = resolve(process.argv[2] ?? resolve(root, 'assets/sample/usage.json'));
const sample = sampleUsage();
const text = asText(sample);
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, text);
const people = new Set(sample.rows.map((row) => row[0]).filter((user) => user.startsWith('p-')));
console.log(
  `${sample.rows.length} rows, ${people.size} people, ${Math.round(text.length / 1024)} kB → ${target}`,
);
