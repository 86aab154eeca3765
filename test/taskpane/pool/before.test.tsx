/** @jest-environment jsdom */
import { act, fireEvent, screen, within } from '@testing-library/react';
import { failure } from '../fake-services';
import { openPool, PAUSE, region } from './open';
import { POOL_SETTINGS, poolInspectionOf } from './fixtures';
import { button, open, openPane, settle } from '../render-pane';

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
    expect(region('Writes').compareDocumentPosition(button('Size pool'))).toBe(
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
    const field = within(risk).getByLabelText('Tolerated stockout risk');
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

  test('an emptied disruption cost is not taken for 0: the pane says what stands in for it', async () => {
    const { fake, user } = await openPool();
    await open(user, 'Change prices');
    const field = screen.getByLabelText('Disruption cost');
    await user.clear(field);
    await user.type(field, '{Enter}');
    await settle(PAUSE);
    expect(fake.savedPool.at(-1)?.disruption).toBeNull();
    expect(region('Prices')).toHaveTextContent('A missing token costs what the tolerance implies');
    await user.type(field, '0{Enter}');
    await settle(PAUSE);
    expect(fake.savedPool.at(-1)?.disruption).toBe(0);
    expect(region('Prices')).toHaveTextContent('A missing token costs no more than the top-up.');
  });

  test('a wrong input is explained beside its field and holds up the sizing', async () => {
    const { fake, user } = await openPool();
    await open(user, 'Change prices');
    const field = screen.getByLabelText('Bundle');
    await user.clear(field);
    await user.type(field, '2.5{Enter}');
    expect(screen.getByText('Bundle is “2.5”. Type a whole number of tokens, 1 or more.')).toBeVisible();
    expect(button('Size pool')).toHaveAccessibleDescription('Correct the assumptions marked above first.');
    await user.click(button('Size pool'));
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
    await user.clear(screen.getByLabelText('Expected growth'));
    await user.type(screen.getByLabelText('Expected growth'), '-8{Enter}');
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
    const field = screen.getByLabelText('Tolerated stockout risk');
    await user.clear(field);
    await user.type(field, '1{Enter}');
    await settle(PAUSE);
    expect(screen.getByText(/A risk of 1% cannot be told/)).toBeVisible();
    expect(button('Size pool')).toHaveAttribute('aria-disabled', 'true');
    await user.click(button('Size pool'));
    expect(fake.calls).not.toContain('pool');
    await user.clear(field);
    await user.type(field, '2{Enter}');
    await settle(PAUSE);
    expect(button('Size pool')).not.toHaveAttribute('aria-disabled', 'true');
  });

  test('a sheet of the user’s own named Flex Pool stops the sizing and says what to do', async () => {
    await openPool('pool blocked');
    expect(button('Size pool')).toHaveAccessibleDescription(
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
      expect(button('Size pool')).toHaveAccessibleDescription(
        'The plan, decisions or the cells of Flex Pool changed. Read them again first.',
      );
      await settle(600);
      await user.click(button('Read again'));
      await settle(PAUSE);
      expect(button('Size pool')).not.toHaveAttribute('aria-disabled', 'true');
    },
  );

  test('a look that fails says what to do, and reading again helps', async () => {
    let broken = true;
    const { user } = await openPool('before', {
      look: {
        pool: async () => {
          if (broken) throw failure('The sheet Flex Projects has no column Start. Add it, then read again.');
          return poolInspectionOf('before', POOL_SETTINGS, { hasPool: false, hasProjects: true });
        },
      },
    });
    expect(screen.getByText(/has no column Start/, { selector: 'span' })).toBeVisible();
    expect(button(/^Pool.*needs a look/)).toBeVisible();
    broken = false;
    await user.click(button('Read again'));
    await settle(PAUSE);
    expect(button('Size pool')).not.toHaveAttribute('aria-disabled', 'true');
    expect(screen.queryByText(/has no column Start/, { selector: 'span' })).not.toBeInTheDocument();
  });

  test('leaving the step stops its look', async () => {
    let aborted = false;
    const { user } = await openPool('before', {
      look: {
        pool: (_source, _settings, _pool, _progress, signal) =>
          new Promise((_, reject) => {
            signal.addEventListener('abort', () => {
              aborted = true;
              reject(failure('Cancelled.', 'Cancelled'));
            });
          }),
      },
    });
    expect(aborted).toBe(false);
    await user.click(button(/^Data/));
    expect(aborted).toBe(true);
    expect(screen.queryByText('Cancelled.', { selector: 'span' })).not.toBeInTheDocument();
  });
});
