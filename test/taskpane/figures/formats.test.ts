import { createFormats } from '../../../src/taskpane/figures/formats';
import { themeOfBody } from '../../../src/taskpane/frame/theme';

describe('figures in the display language', () => {
  const english = createFormats('en-US');

  test('money drops cents from 100 on, prices keep up to four decimals', () => {
    expect(english.money(184_300.4, 'USD')).toBe('$184,300');
    expect(english.money(0, 'USD')).toBe('$0');
    expect(english.money(-12.5, 'EUR')).toBe('-€12.50');
    expect(english.price(0.3, 'USD')).toBe('$0.30');
    expect(english.price(2.5525, 'USD')).toBe('$2.5525');
  });

  test('a calendar day stays that day in every time zone', () => {
    expect(english.date('2026-10-31')).toBe('Oct 31, 2026');
    expect(english.date('Oct 2026')).toBe('Oct 2026');
    expect(english.date('')).toBe('');
  });

  test('one row is not "1 rows"', () => {
    expect(english.counted(1, 'row', 'rows')).toBe('1 row');
    expect(english.counted(48_210, 'row', 'rows')).toBe('48,210 rows');
  });

  test('small shares keep a decimal', () => {
    expect(english.share(0.0148)).toBe('1.5%');
    expect(english.share(0.626)).toBe('63%');
  });

  test('an unknown language or currency does not break the pane', () => {
    expect(createFormats('not a tag!').count(1234)).toBe('1,234');
    expect(english.money(5, '')).toBe('5.00');
  });
});

test('a dark Office turns the pane dark; an Office without a theme leaves it to the system', () => {
  expect(themeOfBody('#262626')).toBe('dark');
  expect(themeOfBody('#F3F3F3')).toBe('light');
  expect(themeOfBody(undefined)).toBeNull();
});
