/** @jest-environment jsdom */
import { act, screen, within } from '@testing-library/react';
import { failure } from '../fake-services';
import { PAUSE, region } from '../pool/open';
import { openRenewal } from './open';
import { renewalInspectionOf } from './fixtures';
import { button, open, openPane, settle, spoken } from '../render-pane';

// Typing into several fields takes long where other work shares the machine.
jest.setTimeout(30_000);

describe('before a renewal', () => {
  test('the pane says whose year is read, what it costs at list, and how it grows', async () => {
    await openRenewal();
    const reads = region('Reads');
    expect(reads).toHaveTextContent('412 people, Nov 2025 to Oct 2026');
    expect(reads).toHaveTextContent('400,000 tokens in the year, $120,000 at list.');
    expect(reads).toHaveTextContent('Seats held today: $100,000 a year at list.');
    expect(reads).toHaveTextContent('90 % interval -2 % to 10 %');
    expect(spoken()).toBe('The renewal can be prepared.');
  });

  test('a short year and unknown seats are said, not passed over', async () => {
    await openRenewal('renewal short');
    expect(region('Reads')).toHaveTextContent('5 months of 12 with rows: nothing is scaled up');
    expect(region('Assumptions')).toHaveTextContent('No growth: the data are too short to show any');
  });

  test('where nobody knows who holds which seat the bundle is said to count tokens alone', async () => {
    await openRenewal('renewal no seats');
    expect(region('Reads')).toHaveTextContent('the bundle counts tokens alone. Enter seats on Flex Seats');
  });

  test('both sheets are announced before the button that writes them, and nothing is written by looking', async () => {
    const { fake } = await openRenewal();
    expect(region('Writes')).toHaveTextContent('Flex Renewalnew sheetFlex Ask Listnew sheet');
    expect(region('Writes').compareDocumentPosition(button('Prepare renewal'))).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
    expect(fake.writes).toEqual([]);
  });

  test('the quotes are looked at only once the step is shown', async () => {
    const { fake, user } = await openPane('renewal ready');
    expect(fake.calls).not.toContain('inspectRenewal');
    await user.click(button(/^Renewal/));
    await settle(10);
    expect(fake.calls.filter((call) => call === 'inspectRenewal')).toHaveLength(1);
  });

  test.each([
    ['Insert Flex Quotes', 'insertQuotes', /Enter a line a row/],
    ['Insert sample quotes', 'insertQuotes sample', /with sample quotes/],
  ])('%s writes the sheet on request, shows it, and its quotes are then told', async (label, write, said) => {
    const { fake, user } = await openRenewal();
    await user.click(button(label));
    expect(spoken()).toMatch(said);
    await settle(PAUSE);
    expect(fake.writes).toEqual([write]);
    expect(fake.selected).toEqual(["'Flex Quotes'!A5:G6"]);
    expect(region('Quotes')).toHaveTextContent('2 quotes, 3 lines: Vendor A and Vendor B.');
    expect(within(region('Quotes')).queryByRole('button', { name: /^Insert/ })).not.toBeInTheDocument();
  });

  test('a card announced for later is inserted as a sheet on request and shown', async () => {
    const { fake, user } = await openRenewal();
    await open(user, 'Change what is compared');
    await user.click(button('Insert Flex Rates New'));
    expect(spoken()).toMatch(/a copy of the card in use/);
    expect(fake.writes).toEqual(['insertNewRates']);
    expect(fake.selected).toEqual(["'Flex Rates New'!A1:M30"]);
  });

  test('a sheet that is there but empty is shown, not offered again', async () => {
    const { fake, user } = await openRenewal('renewal empty quotes');
    const quotes = region('Quotes');
    expect(quotes).toHaveTextContent('Flex Quotes holds no line yet.');
    expect(within(quotes).queryByRole('button', { name: /^Insert/ })).not.toBeInTheDocument();
    await user.click(within(quotes).getByRole('button', { name: /^Show Flex Quotes/ }));
    expect(fake.selected).toEqual(["'Flex Quotes'!A1"]);
  });

  test('a line that cannot be used is named with its row and one click away', async () => {
    const { fake, user } = await openRenewal('renewal rejects');
    await open(user, '1 row left out: show');
    expect(region('Quotes')).toHaveTextContent('Row 8 of Flex Quotes: Quantity is “-1”; below 0.');
    await user.click(within(region('Quotes')).getByRole('button', { name: /^Show: / }));
    expect(fake.selected).toEqual(["'Flex Quotes'!A8:G8"]);
  });

  test('growth is as measured until one types it, and empty means measured again', async () => {
    const { fake, user } = await openRenewal();
    expect(region('Assumptions')).toHaveTextContent(
      'Growth 4% a year, as the data show it, wrong by up to 10 points either way. The vendor assumes 10%.',
    );
    await open(user, 'Change growth');
    await user.type(screen.getByLabelText('Growth of the tokens'), '-5{Enter}');
    await user.clear(screen.getByLabelText('Growth the vendor assumes'));
    await user.tab();
    await settle(PAUSE);
    expect(fake.offers.savedRenewal.at(-1)).toMatchObject({ growth: -0.05, vendorGrowth: null });
    expect(region('Assumptions')).toHaveTextContent('Growth -5% a year, as you typed it');
    expect(region('Assumptions')).toHaveTextContent('The vendor named no growth.');
    await user.clear(screen.getByLabelText('Growth of the tokens'));
    await user.tab();
    await settle(PAUSE);
    expect(fake.offers.savedRenewal.at(-1)?.growth).toBeNull();
  });

  test.each([
    ['Discount for a commitment', '12', { commitmentDiscount: 0.12 }],
    ['Rise of the token price', '7', { priceIncrease: 0.07 }],
    ['Rise of the rates', '3', { rateIncrease: 0.03 }],
    ['Carry-forward', '12.5', { carryShare: 0.125 }],
    ['Chance that it is granted', '40', { carryChance: 0.4 }],
  ] as const)('%s is kept as typed', async (label, typed, kept) => {
    const { fake, user } = await openRenewal();
    await open(user, 'Change terms and levers');
    await user.clear(screen.getByLabelText(label));
    await user.type(screen.getByLabelText(label), `${typed}{Enter}`);
    await settle(PAUSE);
    expect(fake.offers.savedRenewal.at(-1)).toMatchObject(kept);
  });

  test('levers can be added instead of compounded', async () => {
    const { fake, user } = await openRenewal();
    expect(region('Assumptions')).toHaveTextContent('Levers are compounded.');
    await open(user, 'Change terms and levers');
    await user.click(screen.getByRole('radio', { name: /^Additive/ }));
    await settle(PAUSE);
    expect(fake.offers.savedRenewal.at(-1)?.mode).toBe('additive');
    expect(region('Assumptions')).toHaveTextContent('Levers are additive.');
  });

  test('a figure that cannot be used says what is allowed and holds up the run', async () => {
    const { fake, user } = await openRenewal();
    await open(user, 'Change terms and levers');
    await user.clear(screen.getByLabelText('Discount for a commitment'));
    await user.type(screen.getByLabelText('Discount for a commitment'), '120{Enter}');
    expect(
      screen.getByText('Discount for a commitment is “120”. Type a percentage from 0 to 100.'),
    ).toBeVisible();
    await user.click(button('Prepare renewal'));
    expect(fake.calls).not.toContain('renewal');
  });

  test('an agreement’s figures appear only once it is switched on, and begin as the year at list', async () => {
    const { fake, user } = await openRenewal();
    await open(user, 'Change what is compared');
    expect(screen.queryByLabelText('Tokens for each year')).not.toBeInTheDocument();
    await user.click(screen.getByRole('switch', { name: 'Compare an enterprise agreement' }));
    await settle(PAUSE);
    expect(fake.offers.savedRenewal.at(-1)?.eba).toMatchObject({
      years: 3,
      annualTokens: 400_000,
      tokenPrice: 0.3,
    });
    await user.clear(screen.getByLabelText('Price of its tokens'));
    await user.type(screen.getByLabelText('Price of its tokens'), '0.25{Enter}');
    await settle(PAUSE);
    expect(fake.offers.savedRenewal.at(-1)?.eba).toMatchObject({ annualTokens: 400_000, tokenPrice: 0.25 });
    expect(region('Compared')).toHaveTextContent('an agreement over 3 years beside retail');
    await user.click(screen.getByRole('checkbox', { name: 'Civil 3D' }));
    await settle(PAUSE);
    expect(fake.offers.savedRenewal.at(-1)?.eba).toMatchObject({ notCovered: ['Civil 3D'] });
    await user.click(screen.getByRole('checkbox', { name: 'Civil 3D' }));
    await settle(PAUSE);
    expect(fake.offers.savedRenewal.at(-1)?.eba).toMatchObject({ notCovered: [] });
    await user.click(screen.getByRole('switch', { name: 'Compare an enterprise agreement' }));
    await settle(PAUSE);
    expect(fake.offers.savedRenewal.at(-1)?.eba).toBeNull();
  });

  test('another rate card is chosen from those at hand, and the years compared are kept', async () => {
    const { fake, user } = await openRenewal();
    expect(region('Compared')).toHaveTextContent('Over 3 years: no other rate card, no agreement.');
    await open(user, 'Change what is compared');
    await user.selectOptions(screen.getByLabelText('Other rate card'), 'Retail card');
    await user.clear(screen.getByLabelText('Years compared'));
    await user.type(screen.getByLabelText('Years compared'), '2{Enter}');
    await settle(PAUSE);
    expect(fake.offers.savedRenewal.at(-1)).toMatchObject({ newCard: 'retail', years: 2 });
    expect(region('Compared')).toHaveTextContent('Over 2 years: the retail card beside the one in force');
  });

  test('volume tiers say how many there are and where they stand', async () => {
    await openRenewal('renewal tiers');
    expect(region('Compared')).toHaveTextContent(
      '2 volume tiers, from $0.30 a token down to $0.24 from 600,000 on. Show Flex Pool',
    );
  });

  test('more quotes than are compared at once hold up the run with what to do', async () => {
    const { fake, user } = await openRenewal('renewal four quotes');
    expect(screen.getByText(/Delete the lines of the others/)).toBeVisible();
    await user.click(button('Prepare renewal'));
    expect(fake.calls).not.toContain('renewal');
  });

  test('a sheet of the user’s own named Flex Ask List stops the run and says what to do', async () => {
    await openRenewal('renewal blocked');
    expect(button('Prepare renewal')).toHaveAccessibleDescription(
      'A sheet named Flex Ask List is not ours. Rename it, then read again.',
    );
  });

  test('the last renewal is told, with whether it still holds and what a rerun keeps', async () => {
    await openRenewal('renewal rerun');
    expect(screen.getByText(/Last renewal Nov 12, 2026.*: 412 people.*changed since/)).toBeVisible();
    expect(button(/^Renewal.*stale/)).toBeVisible();
    expect(region('Writes')).toHaveTextContent('Your own lever values');
  });

  test.each(['Flex Quotes', 'Flex Seats', 'Flex Renewal'])(
    'an edit on %s holds up a run over a large usage until it is read again',
    async (sheet) => {
      const { fake, user } = await openRenewal();
      act(() => fake.changed('data', sheet));
      expect(button('Prepare renewal')).toHaveAccessibleDescription(
        'Quotes, seats or cells of Flex Renewal changed. Read them again first.',
      );
      await settle(600);
      await user.click(button('Read again'));
      await settle(PAUSE);
      expect(button('Prepare renewal')).not.toHaveAttribute('aria-disabled', 'true');
    },
  );

  test('a look that fails says what to do, and reading again helps', async () => {
    let broken = true;
    const { user } = await openRenewal('renewal ready', {
      look: {
        renewal: async () => {
          if (broken) throw failure('Flex Quotes: the column Item is missing. Add it, then read again.');
          return renewalInspectionOf('renewal ready', { hasQuotes: true, hasRenewal: false, newCard: null });
        },
      },
    });
    expect(screen.getByText(/the column Item is missing/, { selector: 'span' })).toBeVisible();
    broken = false;
    await user.click(button('Read again'));
    await settle(PAUSE);
    expect(button('Prepare renewal')).not.toHaveAttribute('aria-disabled', 'true');
  });
});
