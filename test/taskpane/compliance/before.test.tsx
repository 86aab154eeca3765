/** @jest-environment jsdom */
import { act, within } from '@testing-library/react';
import { failure } from '../fake-services';
import { openCompliance } from './open';
import { PAUSE, region } from '../pool/open';
import { button, open, settle, spoken } from '../render-pane';

describe('before a compliance check', () => {
  test('the pane says whose use is read, and that checks look at more than the year', async () => {
    await openCompliance();
    expect(region('Reads')).toHaveTextContent(
      '412 people, 8 products. The checks look at every row; the register covers Nov 2025 to Oct 2026.',
    );
    expect(spoken()).toBe('Compliance can be checked for 412 people.');
  });

  test('seats, people and moves are told with the sheets they stand on', async () => {
    const { fake, user } = await openCompliance();
    const lists = region('Seats, people and moves');
    expect(lists).toHaveTextContent('340 assignments entered on Flex Seats.');
    expect(lists).toHaveTextContent('412 rows on Flex People, 12 with an end date.');
    expect(lists).toHaveTextContent('258 people proposed for Flex on Flex Portfolio.');
    await user.click(within(lists).getByRole('button', { name: /^Show Flex People/ }));
    expect(fake.selected).toEqual(["'Flex People'!A1:C413"]);
  });

  test('what nobody knows says how to make it known, and the seats are one step away', async () => {
    const { user } = await openCompliance('before');
    const lists = region('Seats, people and moves');
    expect(lists).toHaveTextContent('Enter it on Flex Seats, which the Portfolio step inserts.');
    expect(lists).toHaveTextContent(
      'Add a sheet named Flex People with the columns Email, User type and End date',
    );
    expect(lists).toHaveTextContent('Nobody is proposed for Flex yet.');
    expect(button('Check compliance')).not.toHaveAttribute('aria-disabled', 'true');
    await user.click(button('Go to Portfolio'));
    expect(button(/^Portfolio/)).toHaveAttribute('aria-current', 'step');
  });

  test('seats of the usage report are told as undated', async () => {
    await openCompliance('compliance usage seats');
    expect(region('Seats, people and moves')).toHaveTextContent(
      '340 assignments, as the usage report itself says, without dates.',
    );
  });

  test('a person’s row that cannot be used is named with its cell', async () => {
    const { fake, user } = await openCompliance('compliance rejects');
    expect(region('Seats, people and moves')).toHaveTextContent(
      'none with an end date, so nobody counts as having left',
    );
    await open(user, '1 row left out: show');
    expect(region('Seats, people and moves')).toHaveTextContent(
      'Row 5 of Flex People: End date is “soon”; it is not a date.',
    );
    await user.click(button("Show: 'Flex People'!A5:C5"));
    expect(fake.selected).toEqual(["'Flex People'!A5:C5"]);
  });

  test('each of the ten checks says the data it needs', async () => {
    const { user } = await openCompliance();
    await open(user, /^What each of them needs/);
    const checks = within(region('Checks')).getAllByRole('listitem');
    expect(checks).toHaveLength(10);
    expect(checks[0]).toHaveTextContent('Needs sessions with Start, End and Machine.');
    expect(checks[5]).toHaveTextContent(
      'Departed user still burning tokensNeeds rows by month or finer, and a people table with End date.',
    );
  });

  test('earlier findings are counted by state, with what a rerun does to them', async () => {
    await openCompliance('compliance rerun');
    expect(region('Earlier findings')).toHaveTextContent('16 open, 2 accepted, 1 closed.');
    expect(region('Earlier findings')).toHaveTextContent('What you accepted stays accepted.');
    expect(region('Writes')).toHaveTextContent('State and Reason of each finding are kept.');
  });

  test('a first check has no earlier findings to show', async () => {
    await openCompliance();
    expect(within(document.body).queryByRole('region', { name: 'Earlier findings' })).toBeNull();
  });

  test('both sheets are announced, and nothing is written by looking', async () => {
    const { fake } = await openCompliance();
    expect(region('Writes')).toHaveTextContent('Flex Compliancenew sheetFlex ITAMnew sheet');
    expect(fake.writes).toEqual([]);
  });

  test('a sheet of the user’s own named Flex ITAM stops the check and says what to do', async () => {
    await openCompliance('compliance blocked');
    expect(button('Check compliance')).toHaveAccessibleDescription(
      'A sheet named Flex ITAM is not ours. Rename it, then read again.',
    );
  });

  test('a state edited on Flex Compliance is read again before a check of a large usage', async () => {
    const { fake, user } = await openCompliance();
    act(() => fake.changed('data', 'Flex Compliance'));
    expect(button('Check compliance')).toHaveAccessibleDescription(
      'The seats, proposals or the findings changed. Read them again first.',
    );
    await settle(600);
    await user.click(button('Read again'));
    await settle(PAUSE);
    expect(button('Check compliance')).not.toHaveAttribute('aria-disabled', 'true');
  });

  test('a look that fails says what to do', async () => {
    await openCompliance('compliance ready', {
      look: {
        compliance: async () => {
          throw failure('State in F20 is "done". Enter open, accepted, closed there, then run again.');
        },
      },
    });
    expect(within(document.body).getAllByText(/State in F20 is "done"/)[0]).toBeVisible();
    expect(button('Check compliance')).toHaveAttribute('aria-disabled', 'true');
  });
});
