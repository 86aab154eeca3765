import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { run } from '../../src/cli/program/run';
import { harmless } from '../../src/report/model/csv';
import type { Terminal } from '../../src/cli/program/terminal';
import { LINES } from './program';

const folder = mkdtempSync(path.join(tmpdir(), 'flex-fuzz-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const usage = path.join(folder, 'usage.csv');
const table = path.join(folder, 'out.csv');

async function segment(bytes: Uint8Array): Promise<{ code: number; out: string; err: string }> {
  writeFileSync(usage, bytes);
  let [out, err] = ['', ''];
  const terminal: Terminal = {
    out: async (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    watched: false,
    now: new Date('2026-11-01T00:00:00Z'),
  };
  const code = await run(['segment', usage, '--json', '--csv', table], terminal);
  return { code, out, err };
}

const BASE = Buffer.from(
  [
    ...LINES,
    ...Array.from(
      { length: 12 },
      (_, day) => `p${day}@example.com,Revit,2026-05-${String(day + 1).padStart(2, '0')},"1${day},5"`,
    ),
  ].join('\r\n'),
);
const PIECES = [
  '"',
  ',',
  ';',
  '\t',
  '\r',
  '\n',
  '\r\n',
  '\u0000',
  '\uFEFF',
  '=1+1',
  '-',
  'é',
  '""',
  'Total',
  '1e999',
  '2026-13-45',
  '#N/A',
  '\uD800',
];

const edit = fc.record({
  at: fc.nat(BASE.length),
  cut: fc.nat(12),
  put: fc.oneof(
    fc.constantFrom(...PIECES).map((text) => Buffer.from(text)),
    fc.uint8Array({ maxLength: 6 }).map((bytes) => Buffer.from(bytes)),
  ),
});

function edited(
  edits: readonly { readonly at: number; readonly cut: number; readonly put: Buffer }[],
): Buffer {
  return edits.reduce(
    (bytes: Buffer, { at, cut, put }) =>
      Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + cut)]),
    BASE,
  );
}

test('a mangled CSV file never crashes a run, every row is used or named, and no formula is written', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), async (edits) => {
      const { code, out, err } = await segment(edited(edits));
      expect([0, 2]).toContain(code);
      if (code === 2) {
        expect(out).toBe('');
        expect(err).toMatch(/^flex-governor: .+\n$/s);
        return;
      }
      const result = JSON.parse(out) as {
        rows: Record<'read' | 'used' | 'rejected', number>;
        rejected: unknown[];
      };
      expect(result.rows.read).toBe(result.rows.used + result.rows.rejected);
      expect(result.rejected).toHaveLength(result.rows.rejected);
    }),
    { numRuns: 1500, seed: 20261101 },
  );
}, 120_000);

test('whatever a cell says, its CSV form begins no formula for a reader of commas, semicolons or tabs', () => {
  const nasty = fc
    .array(fc.constantFrom(...PIECES, ' ', '+', '@', '＝', 'a', '5'), { maxLength: 8 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(nasty, (text) => {
      const written = harmless(text);
      expect(written).not.toMatch(/^[\s\u00A0]*[=+\-@＝＋－＠]/u);
      expect(written).not.toMatch(/[;|\t\r\n][\s\u00A0]*[=+\-@＝＋－＠]/u);
      expect(written.replace(/'/g, '')).toBe(text.replace(/'/g, ''));
    }),
    { numRuns: 2000, seed: 7 },
  );
});

test('rows between quoted line breaks are counted as a CSV reader counts them', async () => {
  const cell = fc.string({ maxLength: 5 }).map((text) => `x${text.replace(/[\uD800-\uDFFF]/g, '')}`);
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 6 }), async (users) => {
      const csv = Papa.unparse([
        ['User', 'Product', 'Date', 'Hours'],
        ...users.map((user) => [`${user}\n`, 'Revit', '2026-01-05', '1']),
      ]);
      const { code, out } = await segment(Buffer.from(csv));
      expect(code).toBe(0);
      expect((JSON.parse(out) as { rows: { read: number } }).rows.read).toBe(users.length);
    }),
    { numRuns: 200, seed: 3 },
  );
});
