import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

export const DIST = path.resolve(__dirname, '../../dist');

/** All files of the build, relative to dist/. Throws a sentence when there is no build. */
export function builtFiles(): string[] {
  if (!existsSync(path.join(DIST, 'manifest.xml'))) {
    throw new Error('There is no build to test: run npm run build first (npm test does).');
  }
  return readdirSync(DIST, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(DIST, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

export const built = (file: string): string => {
  builtFiles();
  return readFileSync(path.join(DIST, file), 'utf8');
};

export interface Parameter {
  readonly name: string;
  readonly optional?: boolean;
  readonly dimensionality?: 'scalar' | 'matrix';
}
export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly parameters: readonly Parameter[];
}
export const metadata = (): FunctionMetadata[] =>
  (JSON.parse(built('functions.json')) as { functions: FunctionMetadata[] }).functions;

/** What a cell shows of an error: its code, and the message behind it. */
export class CellError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message);
  }
}

type CellFunction = (...args: unknown[]) => unknown;

/** Loads functions.js as Excel's own JavaScript runtime does: no page, no Node, no Office, only CustomFunctions. */
export function loadFunctions(): { functions: Map<string, CellFunction>; associated: string[] } {
  const functions = new Map<string, CellFunction>();
  const associated: string[] = [];
  const CustomFunctions = {
    associate(id: string, run: CellFunction) {
      associated.push(id);
      functions.set(id, run);
    },
    Error: CellError,
    ErrorCode: {
      divisionByZero: '#DIV/0!',
      invalidName: '#NAME?',
      invalidNumber: '#NUM!',
      invalidReference: '#REF!',
      invalidValue: '#VALUE!',
      notAvailable: '#N/A',
      nullReference: '#NULL!',
    },
  };
  vm.runInNewContext(built('functions.js'), { CustomFunctions }, { filename: 'functions.js' });
  return { functions, associated };
}
