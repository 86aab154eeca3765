import { assumptionFields, typedNumber } from '../../../src/taskpane/fields/assumption-fields';
import { createFormats } from '../../../src/taskpane/figures/formats';
import { SETTINGS } from '../fixtures';

const fields = assumptionFields(createFormats('en-US'), '$0.30', '');
const read = (id: string, typed: string): unknown => {
  const field = fields.find((one) => one.id === id);
  if (field === undefined) throw new Error(`no field ${id}`);
  return field.read(typed);
};

describe('what is typed into an assumption', () => {
  test.each([
    ['25', 25],
    ['25 %', 25],
    ['2,7', 2.7],
    ['2.70', 2.7],
    ['1,234', 'ambiguous'],
    ['1,234.5', null],
    ['abc', null],
    ['', null],
    ['1e3', null],
  ] as const)('%s is read as %s', (typed, value) => {
    expect(typedNumber(typed)).toBe(value);
  });

  test('a token discount of 100 % is refused: tokens for nothing have no break-even', () => {
    expect(read('tokenDiscount', '100')).toEqual({
      problem: 'Token discount is “100”. Type a percentage from 0 to below 100.',
    });
    expect(read('seatDiscount', '100')).toEqual({ value: { seatDiscount: 1 } });
  });

  test('a token price of 0 is refused', () => {
    expect(read('tokenPrice', '0')).toEqual({ problem: 'Token price is “0”. Type an amount above 0.' });
  });

  test('hours in a charged day end at 24', () => {
    expect(read('hoursPerDay', '25')).toHaveProperty('problem');
    expect(read('hoursPerDay', '24')).toEqual({ value: { hoursPerDay: 24 } });
    expect(read('hoursPerDay', '')).toEqual({ value: { hoursPerDay: null } });
  });

  test('domains lose the @, case and doubles; an address is explained', () => {
    expect(read('externalDomains', '@Partner.com; other.org, partner.com')).toEqual({
      value: { externalDomains: ['partner.com', 'other.org'] },
    });
    expect(read('externalDomains', 'jo@partner.com')).toEqual({
      problem: '“jo@partner.com” is not an e-mail domain. Type the part after @, for example partner.com.',
    });
  });

  test('7 % is shown as 7, not as 7.000000000000001', () => {
    expect(fields[0]?.text({ ...SETTINGS, seatDiscount: 0.07 })).toBe('7');
  });
});
