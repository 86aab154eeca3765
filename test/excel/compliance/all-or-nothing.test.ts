import type { LoadedHost } from '../../office/load';
import { checkComplianceOf, complianceWorkbook } from './workbook';
import { testFailures, type Command } from '../failing-runs';
import { typeNamed, typeRow } from '../pool/workbook';
import { fill, tableRows } from '../workbook';

/** What a user of the sheets has typed: a state with its reason, a price, a formula over the result. */
async function checkedOnce(): Promise<LoadedHost> {
  const loaded = await complianceWorkbook();
  await checkComplianceOf();
  typeRow(loaded, 'FlexFindings', 0, { State: 'accepted', Reason: 'known' });
  typeNamed(loaded, 'Flex_ItamTokenPrice', 2.7);
  fill(loaded, 'Mine', [['=Flex_ComplianceOpen+Flex_ItamCost']]);
  return loaded;
}

const COMPLIANCE: Omit<Command, 'prepare'> = {
  run: (signal) => checkComplianceOf(signal),
  fills: 'TableCollection.add',
  finished: (loaded, result) => {
    expect(result).toMatchObject({ itam: { rows: 6 } });
    expect(tableRows(loaded, 'FlexFindings').length).toBeGreaterThan(2);
    expect(tableRows(loaded, 'FlexItam')).toHaveLength(6);
  },
};

const STATES: readonly (readonly [string, Command])[] = [
  ['a first check', { ...COMPLIANCE, prepare: complianceWorkbook }],
  ['a check that replaces an earlier one', { ...COMPLIANCE, prepare: checkedOnce }],
];

describe.each(STATES)('%s that fails', (_, command) => {
  testFailures(command);
});
