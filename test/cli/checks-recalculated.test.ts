/** `Flex Checks` worked out by LibreOffice: whether it agrees, and whether a changed cell turns it red. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { workbookBytes } from '../../src/cli/workbook/writer';
import type { SheetDocument } from '../../src/report/model/document';
import { checked, reviewedDocuments, segmentedDocuments, typedOver } from '../report/checks/checked-workbook';
import { TEAM_PACKS, TRANSFERS } from '../report/monitor/report';
import { recalculated, sheetsOf } from './libreoffice';

jest.setTimeout(180_000);

const folder = mkdtempSync(path.join(tmpdir(), 'flex-checks-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Line {
  readonly state: string;
  readonly left: number;
  readonly right: string;
  readonly difference: string;
}

/** The verdict, and the lines of the checks by what they compare. */
async function verdictOf(
  name: string,
  documents: readonly SheetDocument[],
): Promise<{ readonly verdict: string; readonly lines: ReadonlyMap<string, Line> }> {
  writeFileSync(path.join(folder, `${name}.xlsx`), await workbookBytes(checked(documents)));
  const rows = sheetsOf(folder, `${name}.xlsx`)('Flex Checks');
  expect(rows.flat().filter((cell) => /^(#|Err:)/.test(cell))).toEqual([]);
  const header = rows.findIndex(([first]) => first === 'State');
  const lines = rows
    .slice(header + 1)
    .filter(([state = '']) => ['agrees', 'broken', 'not compared'].includes(state))
    .map(([state = '', what = '', left = '', , right = '', , difference = '']) => [
      what,
      { state, left: Number(left), right, difference },
    ]) as [string, Line][];
  const at = rows.findIndex(([first]) => first === 'All together');
  return { verdict: rows[at + 1]?.[0] ?? '', lines: new Map(lines) };
}

const brokenOnes = (lines: ReadonlyMap<string, Line>): string[] =>
  [...lines].filter(([, { state }]) => state === 'broken').map(([what]) => what);

const WHOLE = [...segmentedDocuments(), ...reviewedDocuments()];

recalculated(
  'the totals of one usage agree: person, product, segment, month, ledger, packs and invoices',
  async () => {
    const { verdict, lines } = await verdictOf('whole', WHOLE);
    expect(brokenOnes(lines)).toEqual([]);
    expect([...lines.values()].filter(({ difference }) => difference !== '0')).toEqual([]);
    expect(verdict).toBe(`All ${lines.size} checks agree`);
    // Ann 10 and Bob 4 tokens on each of 88 weekdays: 14 × 88 = 1,232.
    for (const what of [
      'Tokens by person and by segment',
      'Tokens by person and by product',
      'Tokens by person and by month',
      'Tokens by month and the usage of the ledger',
      'What was used was burned from a pack, or had none',
    ]) {
      expect([what, lines.get(what)]).toEqual([
        what,
        { state: 'agrees', left: 1232, right: '1232', difference: '0' },
      ]);
    }
    // 150 × 0 + 1,000 × 0.30 + 500 × 0.285 = 442.50.
    expect(lines.get('Packs and invoices')).toMatchObject({ left: 442.5, right: '442.5' });
    expect(lines.get('Invoices and chargeback')).toMatchObject({ left: 442.5, right: '442.5' });
  },
);

recalculated('teams with packs of their own, and tokens moved between them, agree too', async () => {
  const teams = reviewedDocuments({ packs: TEAM_PACKS, transfers: TRANSFERS });
  const { verdict, lines } = await verdictOf('teams', [...segmentedDocuments(), ...teams]);
  expect(brokenOnes(lines)).toEqual([]);
  expect(verdict).toBe(`All ${lines.size} checks agree`);
  expect(lines.get('Burned by pack and by team')?.state).toBe('agrees');
});

const TYPED: readonly (readonly [
  string,
  Parameters<typeof typedOver> extends [unknown, ...infer Rest] ? Rest : never,
  readonly string[],
])[] = [
  [
    'tokens of a person',
    ['FlexSegments', 0, 'tokens', 881],
    // One more by person, and so by segment, than by product and by month.
    ['Tokens by person and by product', 'Tokens by person and by month'],
  ],
  ['a product', ['FlexProducts', 0, 'tokens', 870], ['Tokens by person and by product']],
  [
    'what a pack burned',
    ['FlexLots', 1, 'burned', 900],
    [
      'What was used was burned from a pack, or had none',
      'Burned by pack and by month',
      'Burned by pack and by cost centre',
      'Balance by pack and by month',
    ],
  ],
  ['the price of a pack', ['FlexPacks', 1, 'own4', 0.31], ['Packs and invoices']],
  ['money of a month', ['FlexMonths', 0, 'burned_money', 1], ['Invoices and money by month']],
];

recalculated(
  'a cell that somebody typed over turns the sheet red and names the totals it breaks',
  async () => {
    for (const [index, [, cell, expected]] of TYPED.entries()) {
      const { verdict, lines } = await verdictOf(`typed${index}`, typedOver(WHOLE, ...cell));
      expect(brokenOnes(lines)).toEqual(expected);
      expect(verdict).toBe(`BROKEN: ${expected.length} of ${lines.size} checks`);
      for (const what of expected) expect(Number(lines.get(what)?.difference)).not.toBe(0);
    }
  },
);

recalculated(
  'a segmentation of other usage is not compared with the ledger, and not called broken',
  async () => {
    const other = segmentedDocuments().map((document) => ({
      ...document,
      blocks: document.blocks.map((block) =>
        block.kind !== 'figures'
          ? block
          : {
              ...block,
              figures: block.figures.map((figure) =>
                figure.label === 'Fingerprint of the input' ? { ...figure, value: 'other' } : figure,
              ),
            },
      ),
    }));
    const { verdict, lines } = await verdictOf('other', [...other, ...reviewedDocuments()]);
    expect(lines.get('Tokens by month and the usage of the ledger')).toMatchObject({
      state: 'not compared',
      right: 'other usage',
    });
    expect(verdict).toBe(`All ${lines.size - 1} checks agree`);
  },
);
