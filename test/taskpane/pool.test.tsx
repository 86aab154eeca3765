/** @jest-environment jsdom */
import { act, fireEvent, screen, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import type { PaneServices, Progress } from '../../src/excel/services';
import { failure, type FakeServices, type Scenario } from './fake-services';
import { POOL_OUTCOME, POOL_SETTINGS, poolInspectionOf } from './pool-fixtures';
import { button, open, openPane, settle, spoken } from './render-pane';

/** Longer than the pane waits for settings changed in a row. */
const PAUSE = 300;
const region = (name: string): HTMLElement => screen.getByRole('region', { name });

async function openPool(
  scenario: Scenario = 'before',
  services: Partial<PaneServices> = {},
  language = 'en-US',
): Promise<{ readonly fake: FakeServices; readonly user: UserEvent }> {
  const pane = await openPane(scenario, { services, language });
  await pane.user.click(button(/^Pool/));
  await settle(10);
  return pane;
}

async function sized(scenario: Scenario = 'before'): Promise<Awaited<ReturnType<typeof openPool>>> {
  const pane = await openPool(scenario);
  await pane.user.click(button('Size the pool'));
  await settle();
  return pane;
}

describe('before a sizing', () => {
  test('the pane says whose tokens, of which year, and in how many lumps demand comes', async () => {
    await openPool();
    const reads = region('Reads');
    expect(reads).toHaveTextContent('44,120 tokens by 412 people, Nov 2025 to Oct 2026');
    expect(reads).toHaveTextContent('83 projects and 12 people, as many as 58 equal ones.');
    expect(within(reads).getByRole('button', { name: 'Select Usage!A1:G48211' })).toBeVisible();
  });

  test('Flex Pool is announced before the button that writes it, and nothing is written by looking', async () => {
    const { fake } = await openPool();
    expect(region('Writes')).toHaveTextContent('Flex Poolnew sheet');
    expect(region('Writes').compareDocumentPosition(button('Size the pool'))).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
    expect(fake.writes).toEqual([]);
  });

  test('the usage is looked at for a pool only once the step is shown', async () => {
    const { fake, user } = await openPane('before');
    expect(fake.calls).not.toContain('inspectPool');
    await user.click(button(/^Pool/));
    await settle(10);
    expect(fake.calls.filter((call) => call === 'inspectPool')).toHaveLength(1);
  });

  test('people on Flex cannot be chosen without a segmentation, and the pane says why', async () => {
    await openPool();
    expect(screen.getByRole('radio', { name: 'People on Flex' })).toBeDisabled();
    expect(screen.getByText(/Segment the users first/)).toBeVisible();
  });

  test('after a segmentation the people on Flex can be chosen, with their number, its date and its age', async () => {
    const { fake, user } = await openPool('pool segmented');
    await user.click(screen.getByRole('radio', { name: /People on Flex: 258, as segmented Nov 9, 2026/ }));
    await settle(PAUSE);
    expect(fake.savedPool.at(-1)?.people).toBe('flex');
    expect(region('Reads')).toHaveTextContent('258 people');
    expect(screen.getByText(/The usage changed since that segmentation/)).toBeVisible();
  });

  test('the tolerance says what it means in years and in money', async () => {
    const { user } = await openPool();
    const risk = region('How much risk');
    expect(risk).toHaveTextContent('The pool runs dry in about 1 year in 20.');
    expect(risk).toHaveTextContent('when a missing token costs you $57.00');
    const field = within(risk).getByLabelText('Tolerated risk');
    await user.clear(field);
    await user.type(field, '10{Enter}');
    await settle(PAUSE);
    expect(risk).toHaveTextContent(
      'about 1 year in 10. It is the cheapest risk when a missing token costs you $27.00',
    );
  });

  test('a changed input is kept, and several in a row make one new look', async () => {
    const { fake, user } = await openPool();
    await open(user, 'Change prices');
    const change = (label: string, typed: string): void => {
      fireEvent.change(screen.getByLabelText(label), { target: { value: typed } });
      fireEvent.blur(screen.getByLabelText(label));
    };
    change('Bundle', '500');
    change('Top-up price', '3,30');
    change('Disruption cost', '25');
    await settle(PAUSE);
    expect(fake.savedPool.at(-1)).toMatchObject({ bundle: 500, topUpPrice: 3.3, disruption: 25 });
    expect(fake.calls.filter((call) => call === 'inspectPool')).toHaveLength(2);
    expect(region('Prices')).toHaveTextContent(
      '$3.00 a token in bundles of 500, top-up at $3.30 within 14 days. A missing token costs $25.00 beside it.',
    );
  });

  test('a wrong input is explained beside its field and holds up the sizing', async () => {
    const { fake, user } = await openPool();
    await open(user, 'Change prices');
    const field = screen.getByLabelText('Bundle');
    await user.clear(field);
    await user.type(field, '2.5{Enter}');
    expect(screen.getByText('Bundle is “2.5”. Type a whole number of tokens, 1 or more.')).toBeVisible();
    expect(button('Size the pool')).toHaveAccessibleDescription(
      'Correct the assumptions marked above first.',
    );
    await user.click(button('Size the pool'));
    expect(fake.calls).not.toContain('pool');
  });

  test('the column that groups demand is chosen with its number of clusters in view', async () => {
    const { fake, user } = await openPool();
    await open(user, 'Change growth and grouping');
    await user.selectOptions(
      screen.getByLabelText('Demand moves together by'),
      'Team: 9, as many as 6 equal ones',
    );
    await settle(PAUSE);
    expect(fake.savedPool.at(-1)?.clusterBy).toBe('team');
  });

  test('growth and its spread are said in words', async () => {
    const { user } = await openPool();
    expect(region('Next year’s demand')).toHaveTextContent('No growth, give or take 5%.');
    await open(user, 'Change growth and grouping');
    await user.clear(screen.getByLabelText('Growth'));
    await user.type(screen.getByLabelText('Growth'), '-8{Enter}');
    await settle(PAUSE);
    expect(region('Next year’s demand')).toHaveTextContent('8% less than the year read, give or take 5%.');
  });

  test('a plan is inserted on request, its cells are shown, and it is then counted', async () => {
    const { fake, user } = await openPool();
    await user.click(button('Insert Flex Projects'));
    await settle(PAUSE);
    expect(fake.writes).toEqual(['insertProjects']);
    expect(fake.selected).toEqual(["'Flex Projects'!A5:H5"]);
    expect(region('Planned work')).toHaveTextContent('Flex Projects holds no project yet.');
    expect(button(/^Pool/)).toHaveAttribute('aria-current', 'step');
  });

  test('rows of the plan that cannot be used are named by their row on the sheet', async () => {
    const { user } = await openPool('pool planned');
    expect(region('Planned work')).toHaveTextContent('3 planned projects count.');
    await open(user, '1 row left out: show');
    expect(screen.getByText('Row 7 of Flex Projects: End is “soon”; it is not a date.')).toBeVisible();
  });

  test('volume prices say where they are entered and how many there are', async () => {
    await openPool('pool segmented');
    expect(region('Volume prices')).toHaveTextContent('3 tiers on Flex Pool, down to $2.55 a token.');
  });

  test('a tolerance that the data cannot carry is refused with the reason, and a wider one is not', async () => {
    const { fake, user } = await openPool('pool refused');
    const field = screen.getByLabelText('Tolerated risk');
    await user.clear(field);
    await user.type(field, '1{Enter}');
    await settle(PAUSE);
    expect(screen.getByText(/A risk of 1% cannot be told/)).toBeVisible();
    expect(button('Size the pool')).toHaveAttribute('aria-disabled', 'true');
    await user.click(button('Size the pool'));
    expect(fake.calls).not.toContain('pool');
    await user.clear(field);
    await user.type(field, '2{Enter}');
    await settle(PAUSE);
    expect(button('Size the pool')).not.toHaveAttribute('aria-disabled', 'true');
  });

  test('a sheet of the user’s own named Flex Pool stops the sizing and says what to do', async () => {
    await openPool('pool blocked');
    expect(button('Size the pool')).toHaveAccessibleDescription(
      'A sheet named Flex Pool is not ours. Rename it, then read again.',
    );
  });

  test('a short history can be scaled to a year, as an estimate', async () => {
    const { fake, user } = await openPool('pool short');
    await user.click(screen.getByRole('switch', { name: 'Scale 7 months to a year (an estimate)' }));
    await settle(PAUSE);
    expect(fake.savedPool.at(-1)?.scaleShort).toBe(true);
  });

  test('the last sizing is told, with whether it still holds', async () => {
    await openPool('pool rerun');
    expect(screen.getByText(/Last sizing Nov 10, 2026.*: 258 people.*The usage changed since/)).toBeVisible();
    expect(button(/^Pool.*stale/)).toBeVisible();
    expect(region('Writes')).toHaveTextContent('What you changed in its input cells');
  });

  test.each(['Flex Projects', 'Flex Pool'])(
    'an edit on %s holds up the sizing of a large usage until it is read again',
    async (sheet) => {
      const { fake, user } = await openPool();
      act(() => fake.changed('data', sheet));
      expect(button('Size the pool')).toHaveAccessibleDescription(
        'The plan or the cells of Flex Pool changed. Read them again first.',
      );
      await settle(600);
      await user.click(button('Read again'));
      await settle(PAUSE);
      expect(button('Size the pool')).not.toHaveAttribute('aria-disabled', 'true');
    },
  );

  test('a look that fails says what to do, and reading again helps', async () => {
    let broken = true;
    const { user } = await openPool('before', {
      inspectPool: async () => {
        if (broken) throw failure('The sheet Flex Projects has no column Start. Add it, then read again.');
        return poolInspectionOf('before', POOL_SETTINGS, { hasPool: false, hasProjects: true });
      },
    });
    expect(screen.getByText(/has no column Start/, { selector: 'span' })).toBeVisible();
    expect(button(/^Pool.*needs a look/)).toBeVisible();
    broken = false;
    await user.click(button('Read again'));
    await settle(PAUSE);
    expect(button('Size the pool')).not.toHaveAttribute('aria-disabled', 'true');
    expect(screen.queryByText(/has no column Start/, { selector: 'span' })).not.toBeInTheDocument();
  });

  test('leaving the step stops its look', async () => {
    let aborted = false;
    const { user } = await openPool('before', {
      inspectPool: (_source, _settings, _pool, _progress, signal) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => {
            aborted = true;
            reject(failure('Cancelled.', 'Cancelled'));
          });
        }),
    });
    expect(aborted).toBe(false);
    await user.click(button(/^Data/));
    expect(aborted).toBe(true);
    expect(screen.queryByText('Cancelled.', { selector: 'span' })).not.toBeInTheDocument();
  });
});

describe('during a sizing', () => {
  const draws = (done: number): Progress => ({
    phase: 'computing',
    done,
    total: 10_000,
    text: `${done} of 10,000 draws`,
  });

  test('progress is determinate, in draws, and each quarter is spoken', async () => {
    const { fake, user } = await openPool('pool running');
    await user.click(button('Size the pool'));
    expect(spoken()).toBe('Sizing started.');
    act(() => fake.progress(draws(2_500)));
    const bar = screen.getByRole('progressbar', { name: 'Sizing the pool' });
    expect(bar).toHaveAttribute('aria-valuenow', '0.25');
    expect(spoken()).toBe('2500 of 10,000 draws');
    act(() => fake.progress(draws(2_600)));
    expect(spoken()).toBe('2500 of 10,000 draws');
  });

  test('Cancel stops it and says that the workbook is as it was', async () => {
    const { fake, user } = await openPool('pool running');
    await user.click(button('Size the pool'));
    expect(button('Cancel')).toBeVisible();
    await user.click(button('Cancel'));
    await settle(PAUSE);
    expect(fake.writes).toEqual([]);
    expect(screen.getAllByText('Cancelled. The workbook is as it was.')[0]).toBeVisible();
    expect(button('Size the pool')).toBeVisible();
  });

  test('the keyboard stays at the run, then lands on the result', async () => {
    const { fake, user } = await openPool('pool running');
    button('Size the pool').focus();
    await user.keyboard('{Enter}');
    expect(button('Cancel')).toHaveFocus();
    fake.finish();
    await settle();
    expect(screen.getByRole('heading', { name: 'Pool sized' })).toHaveFocus();
  });

  test('steps cannot be changed and no second run begins', async () => {
    const { fake, user } = await openPool('pool running');
    await user.dblClick(button('Size the pool'));
    expect(fake.calls.filter((call) => call === 'pool')).toHaveLength(1);
    expect(button(/^Segment/)).toBeDisabled();
  });

  test('a failure says what and what to do', async () => {
    const { fake, user } = await openPool('pool running');
    await user.click(button('Size the pool'));
    act(() => fake.fail(failure('Excel refused to write Flex Pool. Unprotect it, then size again.')));
    await settle(PAUSE);
    expect(
      screen.getByText(/Unprotect it, then size again\. The workbook is as it was\./, { selector: 'span' }),
    ).toBeVisible();
  });
});

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

  test('a large buffer is called the wrong instrument, with the lots beside it', async () => {
    await sized('pool few clusters');
    const card = region('Or buy in lots');
    expect(card).toHaveTextContent(
      'A buffer of 41% for the whole year is the wrong instrument: on average 21% of its pack expires.',
    );
    expect(card).toHaveTextContent(
      '12,000 tokens whenever 3,400 are left, about 4 lots a year: dry in 1.2% of simulated years, 0.3% of tokens expire.',
    );
  });

  test('few clusters bring the corrected size and the warning in words', async () => {
    await sized('pool few clusters');
    expect(region('Result')).toHaveTextContent(
      'as many as 12 equal ones, so one year tells little. With that allowed for, the risk-calibrated size is 64,100 tokens.',
    );
    expect(region('Result')).toHaveTextContent('about 62,000 tokens');
    expect(screen.getByText(/Below 50 the size is uncertain/)).toBeVisible();
  });

  test('enough clusters bring no corrected size that nobody needs', async () => {
    await sized();
    expect(region('Result')).not.toHaveTextContent('one year tells little');
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
    expect(screen.getByText(/changed since this sizing/)).toBeVisible();
  });

  test('counts and money follow the display language', async () => {
    const { user } = await openPool('before', {}, 'de-DE');
    await user.click(button('Size the pool'));
    await settle();
    expect(region('Result')).toHaveTextContent(/55\.400 tokens/);
  });
});

describe('from one step to the next', () => {
  test('a segmentation offers to size the pool, and its result is still there on the way back', async () => {
    const { user } = await openPane('before');
    await user.click(button('Segment users'));
    await settle();
    await user.click(within(region('Next')).getByRole('button', { name: 'Size the pool' }));
    await settle(PAUSE);
    expect(screen.getByRole('heading', { level: 2, name: 'Size the pool' })).toBeVisible();
    await user.click(button(/^Segment.*done/));
    expect(screen.getByRole('heading', { name: '412 people segmented' })).toBeVisible();
  });

  test('a run over a selection asks for exactly the cells that were announced', async () => {
    const asked: unknown[] = [];
    const { user } = await openPool('before', {
      sources: async () => [
        { choice: { kind: 'selection' }, label: 'Selection A1:G48211', address: 'Usage!A1:G48211' },
      ],
      pool: (source) => {
        asked.push(source);
        return new Promise(() => undefined);
      },
    });
    await user.click(button('Size the pool'));
    expect(asked).toEqual([{ kind: 'selection', address: 'Usage!A1:G48211' }]);
  });

  test('working in the plan does not lose a selected usage', async () => {
    const { fake } = await openPool('before', {
      sources: async () => [
        { choice: { kind: 'selection' }, label: 'Selection A1:G48211', address: 'Usage!A1:G48211' },
      ],
    });
    act(() => fake.changed('selection'));
    await settle(600);
    expect(button('Size the pool')).not.toHaveAttribute('aria-disabled', 'true');
  });
});
