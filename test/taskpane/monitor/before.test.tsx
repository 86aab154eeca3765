/** @jest-environment jsdom */
import { act, screen, within } from '@testing-library/react';
import { failure } from '../fake-services';
import { openMonitor } from './open';
import { PAUSE, region } from '../pool/open';
import { button, open, openPane, settle } from '../render-pane';

// The cards of this step are many: slow where other work shares the machine.
jest.setTimeout(30_000);

describe('before a review', () => {
  test('old data are called too old for an OK, with their last day and age', async () => {
    await openMonitor();
    expect(region('Reads')).toHaveTextContent('Data to Oct 31, 2026, 24 days old: too old for an OK.');
    expect(region('Reads')).toHaveTextContent('Usage!A1:G48211, 412 people');
  });

  test('one click looks at the last day of the data, another at today', async () => {
    const { fake, user } = await openMonitor();
    await user.click(button('Last day of the data'));
    await settle(PAUSE);
    expect(fake.ledger.savedMonitor.at(-1)?.asOf).toBe('2026-10-31');
    expect(region('Reads')).toHaveTextContent('Data to Oct 31, 2026, the as-of day.');
    expect(screen.getByLabelText('As-of date')).toHaveValue('2026-10-31');
    await user.click(button('As of today'));
    await settle(PAUSE);
    expect(fake.ledger.savedMonitor.at(-1)?.asOf).toBeNull();
    expect(region('Reads')).toHaveTextContent('Empty = today, Nov 24, 2026.');
  });

  test('an as-of day in the past says which rows are left out', async () => {
    const { user } = await openMonitor();
    await user.type(screen.getByLabelText('As-of date'), '2026-09-30');
    await user.tab();
    await settle(PAUSE);
    expect(region('Reads')).toHaveTextContent('Rows after Sep 30, 2026 are left out.');
  });

  test('without a ledger the step teaches, and says why it cannot run', async () => {
    const { fake, user } = await openMonitor('before');
    expect(region('Pool ledger')).toHaveTextContent('Enter the packs you bought');
    expect(button('Monitor pool')).toHaveAccessibleDescription(
      'Insert a pool ledger and enter your packs first.',
    );
    await user.click(button('Monitor pool'));
    expect(fake.calls).not.toContain('monitor');
  });

  test.each([
    ['Insert pool ledger', 'insertLedger'],
    ['Insert ledger with sample packs', 'insertLedger sample'],
  ])('“%s” writes it, shows its cells, and stays in the step', async (name, write) => {
    const { fake, user } = await openMonitor('before');
    await user.click(button(name));
    await settle(PAUSE);
    expect(fake.writes).toEqual([write]);
    expect(fake.selected).toEqual(["'Flex Pool Ledger'!A8:G9"]);
    expect(button(/^Monitor.*not yet/)).toHaveAttribute('aria-current', 'step');
    expect(region('Pool ledger')).toHaveTextContent('2 packs, 50,000 tokens, one pool for everybody.');
    expect(button('Monitor pool')).not.toHaveAttribute('aria-disabled', 'true');
  });

  test('a ledger without packs holds up the run and says where to enter one', async () => {
    await openMonitor('monitor empty ledger');
    expect(button('Monitor pool')).toHaveAccessibleDescription('Enter a pack on Flex Pool Ledger first.');
  });

  test('the ledger is told with its teams, what else is on it, and the rows that cannot be used', async () => {
    const { fake, user } = await openMonitor('monitor teams');
    const card = region('Pool ledger');
    expect(card).toHaveTextContent('for 2 teams: Bridges, Design.');
    expect(card).toHaveTextContent('1 transfer and 2 balances shown.');
    await open(user, '1 row left out: show');
    expect(card).toHaveTextContent('Row 11: Expiry is “soon”; it is not a date.');
    await user.click(within(card).getByRole('button', { name: /^Show the packs/ }));
    expect(fake.selected).toEqual(["'Flex Pool Ledger'!A8:G14"]);
  });

  test('thresholds are said in words, kept when they fall, and refused when they do not', async () => {
    const { fake, user } = await openMonitor();
    expect(region('Alerts and rules')).toHaveTextContent('Alerts at 30%, 20% and 10% of the pool');
    await open(user, 'Change alerts and rules');
    const field = screen.getByLabelText('Top up at');
    await user.clear(field);
    await user.type(field, '25{Enter}');
    expect(fake.ledger.savedMonitor.at(-1)?.topUp).toBe(0.25);
    await user.clear(field);
    await user.type(field, '35{Enter}');
    expect(screen.getByText('Top up at is “35”. Type a percentage from 10 to 30.')).toBeVisible();
    expect(fake.ledger.savedMonitor.at(-1)?.topUp).toBe(0.25);
    await settle(PAUSE);
    expect(button('Monitor pool')).toHaveAccessibleDescription('Correct the assumptions marked above first.');
  });

  test('lead time, waste, age of data and the rule for unused tokens can be changed', async () => {
    const { fake, user } = await openMonitor();
    await open(user, 'Change alerts and rules');
    for (const [name, typed] of [
      ['Procurement lead time', '30'],
      ['Expiry waste above', '5'],
      ['Usage is too old after', '40'],
    ] as const) {
      await user.clear(screen.getByLabelText(name));
      await user.type(screen.getByLabelText(name), `${typed}{Enter}`);
    }
    await user.selectOptions(screen.getByLabelText('Unused tokens are charged'), 'Evenly over cost centres');
    await settle(PAUSE);
    expect(fake.ledger.savedMonitor.at(-1)).toMatchObject({
      leadDays: 30,
      wasteShare: 0.05,
      staleDays: 40,
      unusedRule: 'evenly',
    });
    expect(region('Alerts and rules')).toHaveTextContent(
      'Unused tokens are charged evenly over cost centres.',
    );
    expect(region('Reads')).toHaveTextContent('24 days old.');
    expect(region('Reads')).not.toHaveTextContent('too old');
  });

  test('all four sheets are announced before anything is written', async () => {
    const { fake } = await openMonitor();
    const sheets = within(region('Writes'))
      .getAllByRole('listitem')
      .map((item) => item.textContent);
    expect(sheets).toEqual([
      'Flex Monitornew sheet',
      'Flex Pool Ledgernew sheet',
      'Flex Alertsnew sheet',
      'Flex Chargebacknew sheet',
    ]);
    expect(fake.writes).toEqual([]);
  });

  test('a sheet of the user’s own named Flex Alerts stops the run and says what to do', async () => {
    await openMonitor('monitor blocked');
    expect(button('Monitor pool')).toHaveAccessibleDescription(
      'A sheet named Flex Alerts is not ours. Rename it, then read again.',
    );
  });

  test('the last review is told, with whether it still holds', async () => {
    await openMonitor('monitor rerun');
    expect(screen.getByText(/Last review Nov 17, 2026.*The usage changed since/)).toBeVisible();
    expect(button(/^Monitor.*stale/)).toBeVisible();
    expect(region('Budgets and lists')).toHaveTextContent(
      'On Flex Monitor: 2 budgets, 9 days off, 3 spare seats.',
    );
  });

  test.each(['Flex Pool Ledger', 'Flex Monitor', 'Flex Projects'])(
    'an edit on %s holds up the review of a large usage until it is read again',
    async (sheet) => {
      const { fake, user } = await openMonitor();
      act(() => fake.changed('data', sheet));
      expect(button('Monitor pool')).toHaveAccessibleDescription(
        'The ledger, a list, the plan or decisions changed. Read them again first.',
      );
      await settle(600);
      await user.click(button('Read again'));
      await settle(PAUSE);
      expect(button('Monitor pool')).not.toHaveAttribute('aria-disabled', 'true');
    },
  );

  test('working in the ledger does not lose a selected usage', async () => {
    const { fake } = await openMonitor('monitor ready', {
      sources: async () => [
        { choice: { kind: 'selection' }, label: 'Selection A1:G48211', address: 'Usage!A1:G48211' },
      ],
    });
    act(() => fake.changed('selection'));
    await settle(600);
    expect(button('Monitor pool')).not.toHaveAttribute('aria-disabled', 'true');
  });

  test('a look that fails says what to do', async () => {
    await openMonitor('monitor ready', {
      look: {
        monitor: async () => {
          throw failure('Flex Pool Ledger: the packs have no column Expiry. Name it so, then read again.');
        },
      },
    });
    expect(screen.getByText(/have no column Expiry/, { selector: 'span' })).toBeVisible();
    expect(button(/^Monitor.*needs a look/)).toBeVisible();
    expect(button('Read again')).toBeVisible();
  });
});

describe('the badge', () => {
  test('open alerts are counted at the step from the start, and told once the usage is read', async () => {
    await openPane('monitor rerun');
    expect(button(/^Monitor 2 open alerts /)).toBeVisible();
    expect(screen.getByRole('banner')).toHaveTextContent('Alerts2 open');
    expect(screen.getAllByRole('status')[0]).toHaveTextContent(/can be used\. 2 alerts are open\.$/);
  });

  test('without a register there is no badge', async () => {
    await openPane('before');
    expect(button(/^Monitor/)).toHaveTextContent(/^Monitornot yet$/);
    expect(screen.getByRole('banner')).not.toHaveTextContent('Alerts');
  });

  test('a state changed on the sheet changes the badge and is told', async () => {
    const { fake } = await openPane('monitor rerun');
    const alerts = (await fake.alerts())?.alerts ?? [];
    fake.ledger.register({
      address: "'Flex Alerts'!A10:H14",
      alerts: alerts.map((alert) => ({ ...alert, state: 'acknowledged' })),
    });
    act(() => fake.changed('data', 'Flex Alerts'));
    await settle(600);
    expect(button(/^Monitor/)).not.toHaveTextContent('open alert');
    expect(screen.getAllByRole('status')[0]).toHaveTextContent('No alert is open.');
  });

  test('a register that cannot be read is told, and the pane opens all the same', async () => {
    await openPane('before', {
      services: {
        alerts: async () => {
          throw failure(
            'State in Flex Alerts!G11 is "done". Enter open, acknowledged, closed there, then go on.',
          );
        },
      },
    });
    expect(screen.getByText(/is "done"\. Enter open/, { selector: 'span' })).toBeVisible();
    expect(button('Segment users')).toBeVisible();
  });
});
