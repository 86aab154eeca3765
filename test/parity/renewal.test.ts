import { renewalFormulas } from './formulas';
import { plain } from './company';
import { renewalWords } from './options';
import { ALL, companyOf } from './seeds';
import { formulasAgainstCommandLine, sheetsAgainstCommandLine } from './surfaces';

test.each(ALL)('company %i: a renewal on its sheets say what the command line says', async (seed) => {
  const found = await sheetsAgainstCommandLine(companyOf(seed), {
    step: 'renewal',
    before: (sheets) => sheets.typeTiers(),
    words: renewalWords,
  });
  expect(found).toEqual([]);
});

test.each(ALL)('company %i: formulas value the levers as the command line does', async (seed) => {
  const found = await formulasAgainstCommandLine(
    plain(companyOf(seed)),
    'renewal',
    () => [],
    (_, { figures }) =>
      renewalFormulas(
        Number(figures?.get('Flex_RenewalTokenSpend')),
        Number(figures?.get('Flex_RenewalTokens')),
      ),
  );
  expect(found).toEqual([]);
});
