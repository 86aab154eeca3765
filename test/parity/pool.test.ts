import { poolFormulas } from './formulas';
import { company, plain } from './company';
import { poolWords } from './options';
import { SEEDS } from './seeds';
import { formulasAgainstCommandLine, sheetsAgainstCommandLine } from './surfaces';

test.each(SEEDS)('company %i: a sizing on its sheet says what the command line says', async (seed) => {
  const found = await sheetsAgainstCommandLine(company(seed), {
    step: 'pool',
    before: async (sheets) => {
      await sheets.answer('segment');
      await sheets.typeTiers();
    },
    words: poolWords,
  });
  expect(found).toEqual([]);
});

test.each(SEEDS)('company %i: formulas size the pool as the command line does', async (seed) => {
  const found = await formulasAgainstCommandLine(
    plain(company(seed)),
    'pool',
    () => ['--bundle', '1'],
    poolFormulas,
  );
  expect(found).toEqual([]);
});
