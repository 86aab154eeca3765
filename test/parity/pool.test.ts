import { poolFormulas } from './formulas';
import { plain } from './company';
import { poolWords } from './options';
import { ALL, companyOf } from './seeds';
import { formulasAgainstCommandLine, sheetsAgainstCommandLine } from './surfaces';

test.each(ALL)('company %i: a sizing on its sheet says what the command line says', async (seed) => {
  const described = companyOf(seed);
  const found = await sheetsAgainstCommandLine(described, {
    step: 'pool',
    before: async (sheets) => {
      if (described.pool.people === 'flex') await sheets.answer('segment');
      await sheets.typeTiers();
    },
    words: poolWords,
  });
  expect(found).toEqual([]);
});

test.each(ALL)('company %i: formulas size the pool as the command line does', async (seed) => {
  const found = await formulasAgainstCommandLine(
    plain(companyOf(seed)),
    'pool',
    () => ['--bundle', '1'],
    poolFormulas,
  );
  expect(found).toEqual([]);
});
