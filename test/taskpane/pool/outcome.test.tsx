/** @jest-environment jsdom */
import { act, screen, within } from '@testing-library/react';
import { openPool, PAUSE, region, sized } from './open';
import { POOL_OUTCOME } from './fixtures';
import { button, open, settle, spoken } from '../render-pane';

describe('after a sizing', () => {
  test('three sizes stand side by side with unit, risk, distance from the baseline and money', async () => {
    await sized();
    const [calibrated, guide, optimal] = within(region('Result')).getAllByRole('listitem');
    expect(calibrated).toHaveTextContent('Risk-calibrated55,400 tokens+26% over baseline');
    expect(calibrated).toHaveTextContent('runs dry in about 1 year in 20 (5%)');
    expect(guide).toHaveTextContent('Guide’s rule53,000 tokens+20% over baseline');
    expect(optimal).toHaveTextContent('Cost-optimal49,800 tokens');
    expect(optimal).toHaveTextContent(/expected cost \$209,460 a year/);
    expect(spoken()).toBe('Done. The risk-calibrated pool is 55400 tokens.');
  });

  test('every size explains itself: rule, figures, cells and card', async () => {
    const { fake, user } = await sized();
    await open(user, 'Why? the guide’s rule size');
    const result = region('Result');
    expect(result).toHaveTextContent(
      'plus a buffer of 20%. The three highest months are 1.8 times the mean month',
    );
    expect(result).toHaveTextContent('52,945 tokens, rounded up to what can be bought.');
    expect(result).toHaveTextContent('Guide card (built-in card guide), of Jan 15, 2026, $0.30 a token.');
    await user.click(within(result).getByRole('button', { name: 'Select Usage!A1:G48211' }));
    expect(fake.selected).toEqual(['Usage!A1:G48211']);
    await open(user, 'Why? the risk-calibrated size');
    expect(result).toHaveTextContent('draws whole projects or teams anew (95 clusters');
  });

  test('the curve has a name in words and its figures stand beside it', async () => {
    await sized();
    const card = region('Risk by size');
    expect(within(card).getByRole('img')).toHaveAccessibleName(
      'The risk that the pool runs dry falls from 72% at 40,000 tokens to 0.4% at 60,000. The dashed line is the tolerated 5%.',
    );
    const rows = within(card).getAllByRole('row');
    expect(rows.map((row) => row.textContent)).toEqual([
      'SizeTokensRisk',
      'Baseline44,20049%',
      'Guide’s rule53,00010%',
      'Risk-calibrated55,4005%',
      'Cost-optimal49,80023%',
    ]);
  });

  test('a larger size never stands higher on the curve', async () => {
    await sized();
    const path =
      within(region('Risk by size')).getByRole('img').querySelector('path')?.getAttribute('d') ?? '';
    const points = [...path.matchAll(/([\d.]+) ([\d.]+)/g)].map((match) => [
      Number(match[1]),
      Number(match[2]),
    ]);
    expect(points).toHaveLength(POOL_OUTCOME.curve.length);
    points.slice(1).forEach(([x = 0, y = 0], index) => {
      expect(x).toBeGreaterThan(points[index]?.[0] ?? Infinity);
      expect(y).toBeGreaterThanOrEqual(points[index]?.[1] ?? Infinity);
    });
  });

  test('what 5 % means is said per token and per blocked day, and what the prices imply', async () => {
    await sized();
    const card = region('What 5% means');
    expect(card).toHaveTextContent('A missing token is worth $57.00 to you, a blocked day of Revit $570');
    expect(card).toHaveTextContent('The prices given say 23% instead');
  });

  test('prices that imply the chosen tolerance are not called a contradiction', async () => {
    const meaning = { ...POOL_OUTCOME.meaning, impliedTolerance: 0.05 };
    const { user } = await openPool('before', { run: { pool: async () => ({ ...POOL_OUTCOME, meaning }) } });
    await user.click(button('Size pool'));
    await settle();
    expect(region('What 5% means')).toHaveTextContent('in force agree with it.');
    expect(region('What 5% means')).not.toHaveTextContent('instead');
  });

  test('a large buffer is called too large for one pack, with the lots beside it', async () => {
    await sized('pool few clusters');
    const card = region('Or buy in lots');
    expect(card).toHaveTextContent('A buffer of 41% is too large for one annual pack: buy in lots.');
    expect(card).toHaveTextContent(
      '12,000 tokens whenever 3,400 are left, about 4 lots a year: dry in 1.2% of simulated years, 0.3% of tokens expire.',
    );
  });

  test('few clusters bring the corrected size and the warning in words', async () => {
    await sized('pool few clusters');
    expect(region('Result')).toHaveTextContent(
      'Corrected for few clusters (as many as 12 equal ones): 64,100 tokens, which run dry in about 1 year in 32.',
    );
    expect(region('Result')).toHaveTextContent('about 62,000 tokens');
    expect(screen.getByText(/Below 50 the size is uncertain/)).toBeVisible();
  });

  test('enough clusters bring no corrected size that nobody needs', async () => {
    await sized();
    expect(region('Result')).not.toHaveTextContent('Corrected for few clusters');
  });

  test('rows left out and planned work are counted, and the sheet is one click away', async () => {
    const { fake, user } = await sized('pool planned');
    expect(region('Rows and sheets')).toHaveTextContent('3 planned projects add about 4,812 tokens.');
    await open(user, /1 row left out/);
    expect(screen.getByText(/Row 214 of Usage: Hours is “n\/a”/)).toBeVisible();
    await user.click(button('Show Flex Pool'));
    expect(fake.selected).toEqual(["'Flex Pool'!A1"]);
  });

  test('another run is prepared, not started', async () => {
    const { fake, user } = await sized();
    await user.click(button('Prepare another run'));
    await settle(PAUSE);
    expect(fake.calls.filter((call) => call === 'pool')).toHaveLength(1);
    expect(region('Writes')).toHaveTextContent('replaces ours');
  });

  test('an edit of the plan marks the result as out of date', async () => {
    const { fake } = await sized();
    act(() => fake.changed('data', 'Flex Projects'));
    expect(screen.getByText(/A sheet that it reads changed since/)).toBeVisible();
  });

  test('counts and money follow the display language', async () => {
    const { user } = await openPool('before', {}, 'de-DE');
    await user.click(button('Size pool'));
    await settle();
    expect(region('Result')).toHaveTextContent(/55\.400 tokens/);
  });
});
