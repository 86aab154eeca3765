import { SEGMENT_SETTINGS } from '../../../src/engine/segments/assumptions';
import { settingFields, typedNumber } from '../../../src/taskpane/fields/setting-field';
import { createFormats } from '../../../src/taskpane/figures/formats';
import { SETTINGS } from '../fixtures';

const fields = settingFields('segments', SEGMENT_SETTINGS, createFormats('en-US'), {
  tokenPrice: '$0.30',
});
const read = (id: string, typed: string): unknown => {
  const field = fields.find((one) => one.id === `segments.${id}`);
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

  test('a discount beyond 100 % is refused, 100 % itself is not, as on the sheets and the command line', () => {
    expect(read('tokenDiscount', '100,5')).toEqual({
      problem: 'Token discount is “100,5”. Type a percentage from 0 to 100.',
    });
    expect(read('tokenDiscount', '100')).toEqual({ value: { tokenDiscount: 1 } });
    expect(read('seatDiscount', '100')).toEqual({ value: { seatDiscount: 1 } });
  });

  test('a token price of 0 is one, as on the sheets and the command line; below it is refused', () => {
    expect(read('tokenPrice', '0')).toEqual({ value: { tokenPrice: 0 } });
    expect(read('tokenPrice', '-1')).toEqual({
      problem: 'Token price is “-1”. Type an amount of 0 or more.',
    });
  });

  test('an empty token price says whose price it then is', () => {
    expect(read('tokenPrice', '')).toEqual({ value: { tokenPrice: null } });
    expect(fields.find(({ id }) => id === 'segments.tokenPrice')?.hint).toBe(
      'Of one token, before the token discount. Empty = the card’s, $0.30.',
    );
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
