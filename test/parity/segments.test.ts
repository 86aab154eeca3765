import { breakEvenFormulas, segmentFormulas } from './formulas';
import type { Company } from './description';
import { plain } from './company';
import { ALL, companyOf } from './seeds';
import { formulasAgainstCommandLine, sheetsAgainstCommandLine } from './surfaces';

test.each(ALL)('company %i: a segmentation on sheets says what the command line says', async (seed) => {
  const found = await sheetsAgainstCommandLine(companyOf(seed), {
    step: 'segment',
    words: (files, { settings }) => files.chosen('as-of', settings.asOf),
  });
  expect(found).toEqual([]);
});

test.each(ALL)('company %i: formulas put people into the segments of the command line', async (seed) => {
  const found = await formulasAgainstCommandLine(
    plain(companyOf(seed)),
    'segment',
    () => [],
    segmentFormulas,
  );
  expect(found).toEqual([]);
});

test.each(ALL)('company %i: formulas break even where the command line does', async (seed) => {
  const found = await formulasAgainstCommandLine(
    withoutMargin(companyOf(seed)),
    'breakeven',
    () => [],
    breakEvenFormulas,
  );
  expect(found).toEqual([]);
});

/** The formula takes each product's own margin. */
function withoutMargin(described: Company): Company {
  const { margin: _, ...settings } = described.settings;
  return { ...described, settings };
}
