/** @jest-environment jsdom */
import { act, screen, within } from '@testing-library/react';
import { failure } from '../fake-services';
import { PAUSE, region } from '../pool/open';
import { openPortfolio } from './open';
import { portfolioInspectionOf } from './fixtures';
import { button, open, openPane, settle, spoken } from '../render-pane';

describe('before a portfolio', () => {
  test('the pane says whose use of which year is read, and who among them is a contractor', async () => {
    await openPortfolio();
    expect(region('Reads')).toHaveTextContent('412 people, Nov 2025 to Oct 2026, 23 contractors among them');
    expect(within(region('Reads')).getByRole('button', { name: 'Select Usage!A1:G48211' })).toBeVisible();
    expect(spoken()).toBe('A portfolio can be built for 412 people.');
  });

  test('both sheets are announced before the button that writes them, and nothing is written by looking', async () => {
    const { fake } = await openPortfolio();
    expect(region('Writes')).toHaveTextContent('Flex Portfolionew sheetFlex Actionsnew sheet');
    expect(region('Writes').compareDocumentPosition(button('Build portfolio'))).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
    expect(fake.writes).toEqual([]);
  });

  test('the seats are looked at only once the step is shown', async () => {
    const { fake, user } = await openPane('portfolio ready');
    expect(fake.calls).not.toContain('inspectPortfolio');
    await user.click(button(/^Portfolio/));
    await settle(10);
    expect(fake.calls.filter((call) => call === 'inspectPortfolio')).toHaveLength(1);
  });

  test('without seats one sentence says what they are for, and a portfolio can be built all the same', async () => {
    await openPortfolio('before');
    expect(region('Seats')).toHaveTextContent('without, only the cheapest mix.');
    expect(region('Seats')).toHaveTextContent(
      'Writes new sheets Flex Seats, Flex Subscriptions and Flex Pins.',
    );
    expect(button('Build portfolio')).not.toHaveAttribute('aria-disabled', 'true');
  });

  test.each([
    ['Insert seat tables', 'insertSeats', /Enter or paste a row each/],
    ['Insert sample seats', 'insertSeats sample', /seats that go with the sample usage/],
  ])('%s writes them on request, shows them, and they are then counted', async (label, write, said) => {
    const { fake, user } = await openPortfolio('before');
    await user.click(button(label));
    expect(spoken()).toMatch(said);
    await settle(PAUSE);
    expect(fake.writes).toEqual([write]);
    expect(fake.selected).toEqual(["'Flex Seats'!A6:C7"]);
    expect(region('Seats')).toHaveTextContent('340 seats are held by 318 people of the usage');
    expect(button(/^Portfolio/)).toHaveAttribute('aria-current', 'step');
  });

  test('what is held and owned is told with the sheets it stands on', async () => {
    const { fake, user } = await openPortfolio();
    const seats = region('Seats');
    expect(seats).toHaveTextContent('as entered on Flex Seats. 4 seats of people without a row');
    expect(seats).toHaveTextContent('360 seats owned, in 6 subscriptions.');
    await user.click(within(seats).getByRole('button', { name: /^Show Flex Subscriptions/ }));
    expect(fake.selected).toEqual(["'Flex Subscriptions'!A6:E12"]);
    expect(within(seats).queryByRole('button', { name: /^Insert/ })).not.toBeInTheDocument();
  });

  test('seats found in the usage report are told as such', async () => {
    await openPortfolio('portfolio usage seats');
    expect(region('Seats')).toHaveTextContent('as the usage report itself says.');
  });

  test('today’s seats can be left aside, with what that means', async () => {
    const { fake, user } = await openPortfolio();
    await user.click(screen.getByRole('switch', { name: 'Start from today’s seats' }));
    await settle(PAUSE);
    expect(fake.seats.savedPortfolio.at(-1)?.useTodaysSeats).toBe(false);
    expect(region('Seats')).toHaveTextContent('no changes and no actions');
    expect(region('Seats')).not.toHaveTextContent('340 seats');
    await user.click(screen.getByRole('switch', { name: 'Start from today’s seats' }));
    await settle(PAUSE);
    expect(region('Seats')).toHaveTextContent('340 seats are held');
  });

  test('tables that are there but empty are shown, not offered again', async () => {
    const { fake, user } = await openPortfolio('portfolio empty sheets');
    const seats = region('Seats');
    expect(seats).toHaveTextContent('Flex Seats, Flex Subscriptions and Flex Pins hold no row yet.');
    expect(within(seats).queryByRole('button', { name: /^Insert/ })).not.toBeInTheDocument();
    await user.click(within(seats).getByRole('button', { name: /^Show Flex Seats/ }));
    expect(fake.selected).toEqual(["'Flex Seats'!A1"]);
  });

  test('the policy for contractors is a switch that says whom it concerns', async () => {
    const { fake, user } = await openPortfolio();
    expect(region('Policies')).toHaveTextContent('23 contractors stay on Flex whatever it costs');
    await user.click(screen.getByRole('switch', { name: 'Contractors on Flex' }));
    await settle(PAUSE);
    expect(fake.seats.savedPortfolio.at(-1)?.contractorsOnFlex).toBe(false);
    expect(region('Policies')).toHaveTextContent('23 contractors get whatever is cheapest.');
  });

  test('pins are counted and one click away, and a row that cannot be used is named', async () => {
    const { fake, user } = await openPortfolio('portfolio rejects');
    expect(region('Policies')).toHaveTextContent('2 pins.');
    await open(user, '1 row left out: show');
    expect(region('Policies')).toHaveTextContent(
      'Row 8 of Flex Pins: Target is “Seatt”; it is neither Flex, Named User nor a Collection.',
    );
    await user.click(within(region('Policies')).getByRole('button', { name: "Show: 'Flex Pins'!A8:D8" }));
    expect(fake.selected).toEqual(["'Flex Pins'!A8:D8"]);
  });

  test('prices are said in one line; bundle and commitment are kept, and a wrong one holds up the run', async () => {
    const { fake, user } = await openPortfolio();
    expect(region('Prices')).toHaveTextContent('$0.30 a token. Seats and Collections at list price.');
    await open(user, 'Change prices');
    await user.type(screen.getByLabelText('Bundle'), '500{Enter}');
    await user.type(screen.getByLabelText('Committed tokens'), '20000{Enter}');
    await settle(PAUSE);
    expect(fake.seats.savedPortfolio.at(-1)).toMatchObject({ bundle: 500, committed: 20_000 });
    expect(region('Prices')).toHaveTextContent(
      '$0.30 a token, in bundles of 500, 20,000 of them paid for in any case.',
    );
    await user.clear(screen.getByLabelText('Bundle'));
    await user.type(screen.getByLabelText('Bundle'), '2.5{Enter}');
    expect(screen.getByText('Bundle is “2.5”. Type a whole number of tokens, 0 or more.')).toBeVisible();
    await user.click(button('Build portfolio'));
    expect(fake.calls).not.toContain('portfolio');
  });

  test('the seat discount of the step is the one every command uses', async () => {
    const { fake, user } = await openPortfolio();
    await open(user, 'Change prices');
    await user.clear(screen.getByLabelText('Seat discount'));
    await user.type(screen.getByLabelText('Seat discount'), '25{Enter}');
    await settle(PAUSE);
    expect(fake.saved.at(-1)?.seatDiscount).toBe(0.25);
    expect(region('Prices')).toHaveTextContent('Seats and Collections at 25% off.');
  });

  test('volume prices say how many there are and where they stand', async () => {
    await openPortfolio('portfolio tiers');
    expect(region('Prices')).toHaveTextContent('Tokens are priced by tier.');
    expect(region('Prices')).toHaveTextContent('3 tiers, down to $0.25 a token. Show Flex Pool');
  });

  test('a sheet of the user’s own named Flex Actions stops the run and says what to do', async () => {
    await openPortfolio('portfolio blocked');
    expect(button('Build portfolio')).toHaveAccessibleDescription(
      'A sheet named Flex Actions is not ours. Rename it, then read again.',
    );
  });

  test('what cannot be read is refused with the row', async () => {
    const { fake, user } = await openPortfolio('portfolio refused');
    expect(screen.getByText(/Row 7 of Flex Subscriptions/)).toBeVisible();
    await user.click(button('Build portfolio'));
    expect(fake.calls).not.toContain('portfolio');
  });

  test('the last portfolio is told, with whether it still holds, and that its actions will be checked', async () => {
    await openPortfolio('portfolio rerun');
    expect(screen.getByText(/Last portfolio Nov 12, 2026.*: 412 people.*changed since/)).toBeVisible();
    expect(button(/^Portfolio.*stale/)).toBeVisible();
    expect(region('Reads')).toHaveTextContent('Checks 96 actions of Nov 12, 2026');
    expect(region('Writes')).toHaveTextContent('Decision, Owner and Note, are kept');
  });

  test.each(['Flex Seats', 'Flex Subscriptions', 'Flex Pins', 'Flex Portfolio'])(
    'an edit on %s holds up a run over a large usage until it is read again',
    async (sheet) => {
      const { fake, user } = await openPortfolio();
      act(() => fake.changed('data', sheet));
      expect(button('Build portfolio')).toHaveAccessibleDescription(
        'Seats, pins or cells of Flex Portfolio changed. Read them again first.',
      );
      await settle(600);
      await user.click(button('Read again'));
      await settle(PAUSE);
      expect(button('Build portfolio')).not.toHaveAttribute('aria-disabled', 'true');
    },
  );

  test('a look that fails says what to do, and reading again helps', async () => {
    let broken = true;
    const { user } = await openPortfolio('portfolio ready', {
      look: {
        portfolio: async () => {
          if (broken) throw failure('Flex Seats has no column Product. Add it, then read again.');
          return portfolioInspectionOf('portfolio ready', { hasSeats: true, hasPortfolio: false });
        },
      },
    });
    expect(screen.getByText(/has no column Product/, { selector: 'span' })).toBeVisible();
    expect(button(/^Portfolio.*needs a look/)).toBeVisible();
    broken = false;
    await user.click(button('Read again'));
    await settle(PAUSE);
    expect(button('Build portfolio')).not.toHaveAttribute('aria-disabled', 'true');
  });
});
