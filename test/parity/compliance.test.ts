import { complianceFormulas } from './formulas';
import { company, plain } from './company';
import { heldWords } from './options';
import { SEEDS } from './seeds';
import { formulasAgainstCommandLine, sheetsAgainstCommandLine } from './surfaces';

test.each(SEEDS)(
  'company %i: the findings and the register on their sheets say what the command line says',
  async (seed) => {
    const found = await sheetsAgainstCommandLine(company(seed), {
      step: 'compliance',
      before: async (sheets) => {
        await sheets.answer('portfolio');
      },
      words: heldWords,
    });
    expect(found).toEqual([]);
  },
);

test.each(SEEDS)('company %i: formulas find what the command line finds', async (seed) => {
  const found = await formulasAgainstCommandLine(
    plain(company(seed)),
    'compliance',
    (files, { seats }) => files.list('seats', seats),
    complianceFormulas,
  );
  expect(found).toEqual([]);
});
