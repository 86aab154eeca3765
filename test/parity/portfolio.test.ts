import { portfolioFormulas } from './formulas';
import { company, plain } from './company';
import { portfolioWords } from './options';
import { SEEDS } from './seeds';
import { formulasAgainstCommandLine, sheetsAgainstCommandLine } from './surfaces';

test.each(SEEDS)('company %i: a portfolio on its sheets say what the command line says', async (seed) => {
  const found = await sheetsAgainstCommandLine(company(seed), {
    step: 'portfolio',
    before: (sheets) => sheets.typeTiers(),
    words: portfolioWords,
  });
  expect(found).toEqual([]);
});

test.each(SEEDS)('company %i: formulas find the mix of the command line', async (seed) => {
  const found = await formulasAgainstCommandLine(
    plain(company(seed)),
    'portfolio',
    (files, { tiers }) => files.list('tiers', tiers),
    portfolioFormulas,
  );
  expect(found).toEqual([]);
});
