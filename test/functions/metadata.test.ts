import { execFileSync, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import vm from 'node:vm';
import { FUNCTIONS } from '../../src/functions/functions';

const ROOT = resolve(__dirname, '../..');

interface Parameter {
  readonly name: string;
  readonly description?: string;
  readonly type: string;
  readonly dimensionality?: string;
  readonly optional?: boolean;
}
interface Metadata {
  readonly allowErrorForDataTypeAny?: boolean;
  readonly functions: readonly {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly options?: unknown;
    readonly parameters: readonly Parameter[];
    readonly result: { readonly type: string; readonly dimensionality?: string };
  }[];
}

/** docs/functions.md: every function of this release with its parameters; a question mark = may be left out. */
const CONTRACT: Readonly<Record<string, string>> = {
  COMPLIANCE: 'usage seats? people? card?',
  BURN: 'usage period? by? card?',
  DEPLETION: 'purchases usage asOf? card?',
  ALERT: 'remaining pool asOf? start? expiry?',
  ANOMALIES: 'usage card?',
  PEAKRATIO: 'usage card?',
  BUFFER: 'usage low? high? card?',
  POOLSIZE: 'usage serviceLevel? bundle? card?',
  STOCKOUT: 'usage pool card?',
  MISSIZE: 'pool share tokenPrice?',
  TIERPRICE: 'tokens tiers',
  BESTBUY: 'tokens tiers',
  PORTFOLIO: 'usage tiers? seatDiscount? seats? card?',
  RATECARD: 'card?',
  BREAKEVEN: 'product seatDiscount? tokenDiscount? tokenPrice? card?',
  CEILING: 'product margin? seatDiscount? tokenDiscount? tokenPrice? card?',
  BREAKEVENTABLE: 'seatDiscount? tokenDiscount? tokenPrice? card?',
  TOKENS: 'product units card?',
  COST: 'product units tokenPrice? card?',
  RECOMMEND: 'product units seatDiscount? tokenDiscount? tokenPrice? card?',
  NEGOTIATE: 'spend tokens levers?',
  COMMIT: 'usage levels card?',
  CARRYFORWARD: 'usage pool capShare tokenPrice? card?',
  RATEFREEZE: 'spend yearlyIncrease years',
  BILLED: 'sessions idleMinutes? card?',
  SEGMENT: 'usage seatDiscount? tokenDiscount? tokenPrice? margin? card?',
  SEGMENTSUMMARY: 'usage seatDiscount? tokenDiscount? tokenPrice? margin? card?',
  BASELINE: 'usage card?',
  TOPUSERS: 'usage n? card?',
  REJECTED: 'usage card?',
};

const metadata = JSON.parse(
  execFileSync(process.execPath, ['scripts/functions-metadata.mjs'], { cwd: ROOT, encoding: 'utf8' }),
) as Metadata;

describe('what Excel is told about the functions', () => {
  it('lists every function of the contract with its parameters in order', () => {
    const listed = metadata.functions.map((fn): [string, string] => [
      fn.id,
      fn.parameters.map(({ name, optional }) => (optional ? `${name}?` : name)).join(' '),
    ]);
    expect(Object.fromEntries(listed)).toEqual(CONTRACT);
  });

  it('gives ids that equal the names and the functions that are registered', () => {
    expect(metadata.functions.map(({ name }) => name)).toEqual(metadata.functions.map(({ id }) => id));
    expect(metadata.functions.map(({ id }) => id)).toEqual(Object.keys(FUNCTIONS));
  });

  it('lets error cells through, so that one #N/A does not hide a whole range', () => {
    expect(metadata.allowErrorForDataTypeAny).toBe(true);
  });

  it('takes ranges and columns as ranges, and everything as any, so that nothing is converted on the way', () => {
    const ranges = new Set([
      'product',
      'units',
      'usage',
      'sessions',
      'card',
      'tokens',
      'tiers',
      'pool',
      'share',
    ]);
    for (const { parameters, result } of metadata.functions) {
      expect(result.type).toBe('any');
      for (const { name, type, dimensionality } of parameters) {
        expect(type).toBe('any');
        if (ranges.has(name)) expect(dimensionality).toBe('matrix');
      }
    }
  });

  it('explains every function and argument within what the function wizard shows', () => {
    for (const { id, description, parameters } of metadata.functions) {
      expect(description).toContain(`Example: =FLEX.${id}(`);
      expect(description.length).toBeLessThanOrEqual(255);
      for (const parameter of parameters) {
        expect(parameter.description?.length ?? 0).toBeGreaterThan(10);
        expect(parameter.description?.length ?? 0).toBeLessThanOrEqual(255);
      }
    }
  });

  it('no function is volatile or streaming', () => {
    expect(metadata.functions.filter(({ options }) => options !== undefined)).toEqual([]);
  });

  it('the function reference in docs is current', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/function-reference.mjs', '--check'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
  });
});

describe('the functions as one file', () => {
  const build = `process.stdout.write(require('esbuild').buildSync({
    entryPoints: ['src/functions/functions.ts'], bundle: true, format: 'iife', write: false,
  }).outputFiles[0].text)`;
  const bundle = execFileSync(process.execPath, ['-e', build], { cwd: ROOT, encoding: 'utf8' });
  const load = (): Map<string, (...cells: unknown[]) => unknown> => {
    const registered = new Map<string, (...cells: unknown[]) => unknown>();
    vm.runInNewContext(bundle, {
      CustomFunctions: {
        associate: (id: string, run: (...cells: unknown[]) => unknown) => registered.set(id, run),
        Error: class {
          constructor(
            readonly code: string,
            readonly message: string,
          ) {}
        },
        ErrorCode: { invalidValue: '#VALUE!', notAvailable: '#N/A', invalidNumber: '#NUM!' },
      },
    });
    return registered;
  };

  it('register and answer where CustomFunctions is the only global of a host', () => {
    const registered = load();
    expect([...registered.keys()]).toEqual(Object.keys(CONTRACT));
    expect(registered.get('BREAKEVEN')?.([['Revit']], null, null, null, null)).toEqual([[1940]]);
    const segments = registered.get('SEGMENT')?.([
      ['User', 'Product', 'Date', 'Hours'],
      ['ann', 'Revit', 46350, 2000],
    ]) as unknown[][];
    expect(segments[1]?.[1]).toBe('Named User');
  });

  it('throw the error of the host with its code and message', () => {
    const run = load().get('BREAKEVEN');
    let thrown: unknown;
    try {
      run?.([['Revitt']]);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ code: '#N/A', message: expect.stringContaining('Revitt') as unknown });
  });

  it('hand nothing else out: a fault inside becomes an error value without quoting cells', () => {
    const run = load().get('TOKENS');
    const hostile = {
      get basicValue(): never {
        throw new Error('secret cell');
      },
    };
    let thrown: { code?: string; message?: string } = {};
    try {
      run?.([['Revit']], [[hostile]]);
    } catch (error) {
      thrown = error as typeof thrown;
    }
    expect(thrown.code).toBe('#VALUE!');
    expect(thrown.message).not.toContain('secret');
  });

  it('load in the pane, too, where there is no CustomFunctions, and leave nothing behind', () => {
    const pane = {};
    vm.runInNewContext(bundle, pane);
    expect(Object.keys(pane)).toEqual([]);
  });
});
