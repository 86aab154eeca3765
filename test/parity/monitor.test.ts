import { monitorFormulas } from './formulas';
import { company, plain } from './company';
import { monitorWords } from './options';
import { SEEDS } from './seeds';
import { formulasAgainstCommandLine, sheetsAgainstCommandLine } from './surfaces';

test.each(SEEDS)('company %i: a review on its sheets say what the command line says', async (seed) => {
  const described = company(seed);
  const found = await sheetsAgainstCommandLine(described, {
    step: 'monitor',
    before: async (sheets) => {
      await sheets.segmentAt(described.monitor.asOf ?? null);
      await sheets.typeTiers();
      await sheets.typeBooks();
    },
    words: monitorWords,
  });
  expect(found).toEqual([]);
});

test.each(SEEDS)(
  'company %i: formulas count burn and tell depletion as the command line does',
  async (seed) => {
    const found = await formulasAgainstCommandLine(
      plain(company(seed)),
      'monitor',
      (files, { packs }) => ['--as-of', '2026-10-15', ...files.list('purchases', packs)],
      monitorFormulas,
    );
    expect(found).toEqual([]);
  },
);
