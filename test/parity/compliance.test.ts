import { complianceFormulas } from './formulas';
import { plain } from './company';
import { heldWords } from './options';
import { ALL, companyOf } from './seeds';
import { formulasAgainstCommandLine, sheetsAgainstCommandLine } from './surfaces';

test.each(ALL)(
  'company %i: the findings and the register on their sheets say what the command line says',
  async (seed) => {
    const found = await sheetsAgainstCommandLine(companyOf(seed), {
      step: 'compliance',
      before: async (sheets) => {
        await sheets.answer('portfolio');
      },
      words: heldWords,
    });
    expect(found).toEqual([]);
  },
);

test.each(ALL)('company %i: formulas find what the command line finds', async (seed) => {
  const found = await formulasAgainstCommandLine(
    plain(companyOf(seed)),
    'compliance',
    (files, { seats }) => files.list('seats', seats),
    complianceFormulas,
  );
  expect(found).toEqual([]);
});
