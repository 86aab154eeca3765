/** @jest-environment jsdom */
import { act, screen, within } from '@testing-library/react';
import { failure } from '../fake-services';
import { MONITOR_OUTCOME, TOTAL } from './fixtures';
import { monitored, openMonitor } from './open';
import { PAUSE, region } from '../pool/open';
import { button, open, settle, spoken } from '../render-pane';

jest.setTimeout(30_000);

describe('during a review', () => {
  test('progress is determinate, the keyboard stays at Cancel, and no second run begins', async () => {
    const { fake, user } = await openMonitor('monitor running');
    button('Monitor pool').focus();
    await user.keyboard('{Enter}');
    expect(spoken()).toBe('Monitoring started.');
    expect(button('Cancel')).toHaveFocus();
    act(() => fake.progress({ phase: 'computing', done: 1, total: 4, text: 'Looking for anomalies' }));
    expect(screen.getByRole('progressbar', { name: 'Monitoring the pool' })).toHaveAttribute(
      'aria-valuenow',
      '0.25',
    );
    expect(spoken()).toBe('Looking for anomalies');
    expect(fake.calls.filter((call) => call === 'monitor')).toHaveLength(1);
    act(() => fake.finish());
    await settle();
    expect(screen.getByRole('heading', { name: 'Pool monitored' })).toHaveFocus();
  });

  test('Cancel stops it and says that the workbook is as it was', async () => {
    const { fake, user } = await openMonitor('monitor running');
    await user.click(button('Monitor pool'));
    await user.click(button('Cancel'));
    await settle(PAUSE);
    expect(fake.writes).toEqual([]);
    expect(screen.getAllByText('Cancelled. The workbook is as it was.')[0]).toBeVisible();
  });

  test('a failure says what and what to do', async () => {
    const { fake, user } = await openMonitor('monitor running');
    await user.click(button('Monitor pool'));
    act(() => fake.fail(failure('Excel refused to write Flex Monitor. Unprotect it, then monitor again.')));
    await settle(PAUSE);
    expect(screen.getByText(/Unprotect it, then monitor again\./, { selector: 'span' })).toBeVisible();
  });

  test('the inputs the step shows are those the run is asked with', async () => {
    const { fake, user } = await openMonitor();
    await user.click(button('Last day of the data'));
    await settle(PAUSE);
    await user.click(button('Monitor pool'));
    await settle();
    expect(fake.ledger.asked).toEqual([
      { source: { kind: 'table', name: 'Usage' }, monitor: expect.objectContaining({ asOf: '2026-10-31' }) },
    ]);
  });
});

describe('after a review', () => {
  test('status, balance, cover, the day it runs out and what expires stand first', async () => {
    await monitored();
    const [status, balance, cover, expiring] = within(region('Result')).getAllByRole('listitem');
    expect(status).toHaveTextContent('Review (30%) – early, data too oldon Nov 24, 2026');
    expect(balance).toHaveTextContent('12,420 tokens left25% of the pool of 50,000');
    expect(cover).toHaveTextContent('106 days of coverruns out about Feb 14, 2027 (Feb 7 to Mar 2)');
    expect(expiring).toHaveTextContent('310 tokens expire unused0.6% of the pool');
    expect(spoken()).toBe('Done. Status: Review (30%) – early, data too old. 2 alerts are open.');
  });

  test('every figure explains itself: rule, sum, method, cells and card', async () => {
    const { fake, user } = await monitored();
    const result = region('Result');
    await open(user, 'Why? the status');
    expect(result).toHaveTextContent('25% is left: 12,420 of 50,000 tokens');
    expect(result).toHaveTextContent('data older than 7 days are never called OK.');
    await open(user, 'Why? the balance');
    expect(result).toHaveTextContent('50,000 bought − 37,580 burned = 12,420.');
    await user.click(within(result).getByRole('button', { name: 'Select Usage!A1:G48211' }));
    expect(fake.selected).toEqual(['Usage!A1:G48211']);
    await open(user, 'Why? the days of cover');
    expect(result).toHaveTextContent('Last year’s shape at this year’s level was least far off');
    expect(result).toHaveTextContent(
      'The week of Oct 19, 2026 burned 1,204 tokens; the expected curve has 959',
    );
    await open(user, 'Why? the tokens that expire');
    expect(result).toHaveTextContent('More than 10% of the pool raises an alert.');
  });

  test('a balance taken over from Autodesk is said to be one', async () => {
    const { user } = await monitored('monitor ready', {
      run: { monitor: async () => ({ ...MONITOR_OUTCOME, total: { ...TOTAL, balance: 12_300 } }) },
    });
    await open(user, 'Why? the balance');
    expect(region('Result')).toHaveTextContent(
      'Alerts use 12,300: the balance Autodesk showed on Oct 31, 2026 and the burn since.',
    );
  });

  test('a pool without a pack or usage shows no date it cannot know', async () => {
    await monitored('monitor ready', {
      run: {
        monitor: async () => ({
          ...MONITOR_OUTCOME,
          burnDown: [],
          total: { ...TOTAL, pool: 0, share: Number.NaN, balance: 0, status: 'No pack', depletion: null },
        }),
      },
    });
    expect(region('Result')).toHaveTextContent('No pack');
    expect(document.body).not.toHaveTextContent('NaN');
    expect(screen.queryByRole('region', { name: 'Burn-down' })).not.toBeInTheDocument();
  });

  test('a pool that nobody burns has no days of cover to count', async () => {
    await monitored('monitor ready', {
      run: {
        monitor: async () => ({
          ...MONITOR_OUTCOME,
          total: {
            ...TOTAL,
            depletion: TOTAL.depletion === null ? null : { ...TOTAL.depletion, daysOfCover: Infinity },
          },
        }),
      },
    });
    expect(region('Result')).toHaveTextContent('No burn is expected');
    expect(region('Result')).not.toHaveTextContent('∞');
  });

  test('the burn-down has a name in words and its figures stand beside it', async () => {
    await monitored();
    const card = region('Burn-down');
    expect(within(card).getByRole('img')).toHaveAccessibleName(
      /^On Nov 24, 2026 12,420 of 50,000 tokens are left; the expected curve has 13,187\. The pool runs out about Feb 14, 2027 \(Feb 7 to Mar 2\)\.$/,
    );
    expect(
      within(card)
        .getAllByRole('row')
        .map((row) => row.textContent),
    ).toEqual([
      'LineDayTokens',
      'LeftNov 24, 202612,420',
      'ExpectedNov 24, 202613,187',
      'Drains fast (P10)Feb 7, 20270',
      'Middle (P50)Feb 14, 20270',
      'Drains slowly (P90)Mar 2, 20270',
    ]);
  });

  test('each team has its own status and dates, and each budget its pace', async () => {
    await monitored('monitor teams');
    const [bridges, design] = within(region('By team')).getAllByRole('listitem');
    expect(bridges).toHaveTextContent('BridgesEscalate (10%)0 of 10,000 tokens (0%).');
    expect(design).toHaveTextContent(
      'DesignOK12,420 of 40,000 tokens (31%), 106 days of cover: Feb 14, 2027',
    );
    expect(region('Budgets')).toHaveTextContent(
      'Design (team)OK – early820 of 2,000 tokens burned; at this pace 2,310 by Dec 31, 2026, used up on Dec 4.',
    );
  });

  test('one pool for everybody shows no empty lists of teams or budgets', async () => {
    await monitored();
    expect(screen.queryByRole('region', { name: 'By team' })).not.toBeInTheDocument();
    expect(screen.queryByRole('region', { name: 'Budgets' })).not.toBeInTheDocument();
  });

  test('top consumers carry the saving and the days of pool life, or stay on Flex', async () => {
    const { user } = await monitored();
    const card = region('Top consumers');
    const [first, second] = within(card).getAllByRole('listitem');
    expect(card).toHaveTextContent('Week of Oct 19, 2026.');
    expect(first).toHaveTextContent(
      'p-0417@example.com190 tokensRevit: a seat saves $105 a year; the pool lasts about 6 days longer.',
    );
    expect(second).toHaveTextContent('Maya: stays on Flex, a seat would cost more.');
    await open(user, 'Why? a seat for p-0417@example.com');
    expect(first).toHaveTextContent('above the break-even of 1,940.');
    expect(first).toHaveTextContent(
      'Revit costs $1.50 an hour on Flex, $1.45 with a seat at this year’s use.',
    );
  });

  test('an anomaly names who explains it, and a moved level is on the review list', async () => {
    const { user } = await monitored();
    const card = region('Anomalies');
    expect(card).toHaveTextContent('Oct 14, 2026, spike1,204 tokens, 310 expected.');
    await open(user, 'Who? explains Oct 14, 2026');
    expect(card).toHaveTextContent('p-0007, Revit: +420 tokens');
    expect(card).toHaveTextContent('others: +474 tokens');
    await open(user, '1 week to review: show');
    expect(card).toHaveTextContent('Week of Oct 12, 2026: the level moved up, 8,400 tokens against 6,900.');
  });

  test('a quiet period says so', async () => {
    await monitored('monitor ready', {
      run: { monitor: async () => ({ ...MONITOR_OUTCOME, anomalies: [], shifts: [], cases: [] }) },
    });
    expect(region('Anomalies')).toHaveTextContent('No day stands out from its trend and weekday.');
    expect(screen.queryByRole('region', { name: 'Cases to look at' })).not.toBeInTheDocument();
  });

  test('the named cases and the five reasons why burn changed are told in sentences', async () => {
    await monitored();
    expect(region('Cases to look at')).toHaveTextContent('p-0031, Maya, Oct 3 to Oct 9, 2026: 105 tokens.');
    const change = region('Why burn changed');
    expect(change).toHaveTextContent('Sep 2026 to Oct 2026: 4,000 to 4,610 tokens (+610).');
    expect(
      within(change)
        .getAllByRole('definition')
        .map((part) => part.textContent),
    ).toEqual(MONITOR_OUTCOME.change?.parts.map((part) => part.sentence));
    expect(
      within(change)
        .getAllByRole('term')
        .map((part) => part.textContent),
    ).toEqual(['+200', '+300', '+110', '0', '0']);
  });

  test('rows left out are listed, and all four sheets are one click away', async () => {
    const { fake, user } = await monitored();
    await open(user, '1 row left out: show');
    expect(screen.getByText(/Row 214 of Usage: Hours is “n\/a”/)).toBeVisible();
    const links = within(region('Rows and sheets')).getAllByRole('button', { name: /^Show Flex/ });
    expect(links).toHaveLength(4);
    await user.click(links[3] ?? document.body);
    expect(fake.selected).toEqual(["'Flex Chargeback'!A1"]);
  });

  test('an edit of the ledger marks the result as out of date', async () => {
    const { fake } = await monitored();
    act(() => fake.changed('data', 'Flex Pool Ledger'));
    expect(screen.getByText(/A sheet that it reads changed since/)).toBeVisible();
  });

  test('another run is prepared, not started', async () => {
    const { fake, user } = await monitored();
    await user.click(button('Prepare another run'));
    await settle(PAUSE);
    expect(fake.calls.filter((call) => call === 'monitor')).toHaveLength(1);
    expect(region('Writes')).toHaveTextContent('replaces ours');
  });
});

describe('a balance that differs from what Autodesk shows', () => {
  const post = (): HTMLElement => button('Post as adjustment: Oct 31, 2026, the whole pool');

  test('the newest comes first, with what explains it and what does not', async () => {
    await monitored();
    const [newest, agreed] = within(region('Balance Autodesk shows'))
      .getAllByRole('listitem')
      .filter((item) => item.textContent?.includes('Autodesk shows') === true);
    expect(newest).toHaveTextContent(
      'Oct 31, 2026, the whole pool: Autodesk shows 12,300 tokens, the ledger 12,420 (−120).',
    );
    expect(newest).toHaveTextContent('A transfer of 100 tokens is dated the day after.');
    expect(newest).toHaveTextContent('Unexplained: −20 tokens.');
    expect(agreed).toHaveTextContent('Autodesk shows 17,000 tokens, as the ledger does.');
  });

  test('what is unexplained is posted once, and the row is one click away', async () => {
    const { fake, user } = await monitored();
    await user.click(post());
    await settle();
    expect(fake.writes.filter((write) => write.startsWith('postAdjustment'))).toHaveLength(1);
    expect(spoken()).toBe('The adjustment is posted. Monitor the pool again to count it.');
    expect(post()).toHaveFocus();
    expect(post()).toHaveTextContent('Posted');
    await user.click(post());
    expect(fake.writes.filter((write) => write.startsWith('postAdjustment'))).toHaveLength(1);
    await user.click(button(/^Show the adjustment/));
    expect(fake.selected).toEqual(["'Flex Pool Ledger'!A30:D30"]);
  });

  test('a second one waits for the next run, since the first changes what is left of it', async () => {
    const { fake, user } = await monitored();
    await user.click(post());
    await settle();
    const other = button('Post as adjustment: Aug 31, 2026, the whole pool');
    expect(other).toHaveAttribute('aria-disabled', 'true');
    await user.click(other);
    expect(fake.writes.filter((write) => write.startsWith('postAdjustment'))).toHaveLength(1);
    expect(region('Balance Autodesk shows')).toHaveTextContent('Monitor again before you post another one.');
  });

  test('a post that is refused says why and can be tried again', async () => {
    await monitored('monitor ready', {
      postAdjustment: async () => {
        throw failure('Flex Pool Ledger has changed since the last run. Run Monitor again.');
      },
    }).then(({ user }) => user.click(post()));
    await settle();
    expect(screen.getByText(/has changed since the last run/, { selector: 'span' })).toBeVisible();
    expect(post()).not.toHaveAttribute('aria-disabled', 'true');
  });
});
