/** The program as a user starts it: bundled, in a process of its own, in a folder of its own. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Program {
  readonly folder: string;
  run(...words: string[]): Ended;
  /** Writes a file into the folder and gives its name. */
  file(name: string, content: string | Uint8Array): string;
  remove(): void;
}

/** A folder with the sample under assets/, as the examples of the help expect it. */
export function program(): Program {
  const folder = mkdtempSync(path.join(tmpdir(), 'flex-cli-'));
  execFileSync(process.execPath, [path.join(ROOT, 'scripts/cli-build.mjs'), path.join(folder, 'bin')]);
  symlinkSync(path.join(ROOT, 'assets'), path.join(folder, 'assets'), 'junction');
  return {
    folder,
    run(...words) {
      const bundle = path.join(folder, 'bin/flex-governor.js');
      const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, ...words], {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      });
      return { code: status, out: stdout, err: stderr };
    },
    file(name, content) {
      writeFileSync(path.join(folder, name), content);
      return name;
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const SAMPLE = 'assets/sample/usage.json';

/** Two people with a year of use, as CSV lines without their line ends. */
export const LINES = [
  'User,Product,Date,Hours',
  'ann@example.com,Revit,2026-03-02,120.5',
  'ann@example.com,AutoCAD,2026-04-01,3',
  'bob@example.com,Revit,2026-10-05,2100.25',
] as const;

/** The JSON a run printed. */
export function json(ended: Ended): Readonly<Record<string, unknown>> {
  return JSON.parse(ended.out) as Readonly<Record<string, unknown>>;
}
