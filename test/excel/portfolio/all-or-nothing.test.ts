import type { LoadedHost } from '../../office/load';
import { testFailures, type Command } from '../failing-runs';
import { typeNamed, typeRow } from '../pool/workbook';
import { buildPortfolioOf, portfolioWorkbook } from './workbook';
import { fill, tableRows, type } from '../workbook';

/** What a user of the sheets has typed: a decision, an owner, a figure, a tier, a formula over the result. */
async function builtOnce(): Promise<LoadedHost> {
  const loaded = await portfolioWorkbook();
  await buildPortfolioOf();
  type(loaded, 'FlexPortfolio', 'ben@x.org', 'Decision', 'Later');
  typeRow(loaded, 'FlexActions', 0, { Owner: 'zoe' });
  typeRow(loaded, 'FlexPortfolioTiers', 0, { 'From quantity': 100, Price: 0.3 });
  typeNamed(loaded, 'Flex_PortfolioSeatDiscount', 0.1);
  fill(loaded, 'Mine', [
    ['=SUM(FlexPortfolio[Tokens proposed])', '=Flex_PortfolioCost+Flex_ActionsPromised'],
  ]);
  return loaded;
}

const PORTFOLIO: Omit<Command, 'prepare'> = {
  run: (signal) => buildPortfolioOf(signal === undefined ? {} : { signal }),
  finished: (loaded, result) => {
    expect(result).toMatchObject({ summary: { proposed: { people: 6 } } });
    expect(tableRows(loaded, 'FlexPortfolio')).toHaveLength(6);
    expect(tableRows(loaded, 'FlexActions').length).toBeGreaterThan(0);
  },
};

const STATES: readonly (readonly [string, Command])[] = [
  ['a first portfolio', { ...PORTFOLIO, prepare: portfolioWorkbook }],
  ['a portfolio built again', { ...PORTFOLIO, prepare: builtOnce }],
];

describe.each(STATES)('%s that fails', (_, command) => {
  testFailures(command);
});
