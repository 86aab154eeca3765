import { portfolioFormulas } from './formulas';
import { plain } from './company';
import { portfolioWords } from './options';
import { ALL, companyOf } from './seeds';
import { formulasAgainstCommandLine, sheetsAgainstCommandLine } from './surfaces';

test.each(ALL)('company %i: a portfolio on its sheets say what the command line says', async (seed) => {
  const found = await sheetsAgainstCommandLine(companyOf(seed), {
    step: 'portfolio',
    before: (sheets) => sheets.typeTiers(),
    words: portfolioWords,
  });
  expect(found).toEqual([]);
});

test.each(ALL)('company %i: formulas find the mix of the command line', async (seed) => {
  const found = await formulasAgainstCommandLine(
    plain(companyOf(seed)),
    'portfolio',
    (files, { tiers }) => files.list('tiers', tiers),
    portfolioFormulas,
  );
  expect(found).toEqual([]);
});
