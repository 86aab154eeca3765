import { isoDate } from '../../src/engine/numeric';
import { lastDay } from './description';
import { monitorFormulas } from './formulas';
import { plain } from './company';
import { monitorWords } from './options';
import { ALL, companyOf } from './seeds';
import { formulasAgainstCommandLine, sheetsAgainstCommandLine } from './surfaces';

test.each(ALL)('company %i: a review on its sheets say what the command line says', async (seed) => {
  const described = companyOf(seed);
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

test.each(ALL)(
  'company %i: formulas count burn and tell depletion as the command line does',
  async (seed) => {
    const found = await formulasAgainstCommandLine(
      plain(companyOf(seed)),
      'monitor',
      (files, described) => [
        ...files.chosen('as-of', isoDate(lastDay(described))),
        ...files.list('purchases', described.packs),
      ],
      monitorFormulas,
    );
    expect(found).toEqual([]);
  },
);
