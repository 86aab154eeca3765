/** @jest-environment jsdom */
import { act, screen, within } from '@testing-library/react';
import { DEFAULT_RENEWAL_SETTINGS } from '../../../src/excel/renewal/settings';
import { failure } from '../fake-services';
import { PAUSE, region } from '../pool/open';
import { openRenewal, prepared } from './open';
import { renewalOutcomeOf } from './fixtures';
import { button, open, settle, spoken } from '../render-pane';

jest.setTimeout(30_000);

describe('after a renewal', () => {
  test('the levers together stand first, with low, middle and high', async () => {
    await prepared();
    const [levers] = within(region('Result')).getAllByRole('listitem');
    // 120,000 of tokens and 100,000 of seats. Low: 120,000 × (1 − 0.95 × 0.92 × 0.95 × 0.98) + 100,000 × 0.02 = 24,356.72.
    // Mid: 120,000 × (1 − 0.885 × 0.85 × 0.9 × 0.95) + 5,000 = 47,819.15. High: 120,000 × (1 − 0.82 × 0.78 × 0.85 × 0.92) + 8,000 = 67,979.94.
    expect(levers).toHaveTextContent(
      '$47,819 a yearall levers together; low $24,357, mid $47,819, high $67,980',
    );
    expect(spoken()).toMatch(/^Done\. Ask for \$47,819 a year/);
  });

  test('an own value counts in the total and is said to', async () => {
    const { user } = await prepared('renewal ready', {
      run: {
        renewal: async () =>
          renewalOutcomeOf('renewal ready', {
            hasQuotes: false,
            settings: DEFAULT_RENEWAL_SETTINGS,
            own: 0.18,
          }),
      },
    });
    const [levers] = within(region('Result')).getAllByRole('listitem');
    // 120,000 × (1 − 0.82 × 0.85 × 0.9 × 0.95) + 5,000 = 53,487.8.
    expect(levers).toHaveTextContent('$53,488 a yearall levers together, with your own values');
    await open(user, 'Why? the levers together');
    expect(levers).toHaveTextContent('Volume tier 5% to 18%: your own value, 18%, counts');
    expect(levers).toHaveTextContent('Commitment 8% to 22%: the middle, 15%, counts');
    expect(region('Levers')).toHaveTextContent('Volume tier5% to 18%, yours 18%$6,000$21,600$21,600');
  });

  test('the recommended commitment stands beside the vendor’s, a loss as a loss', async () => {
    const { user } = await prepared();
    const [, commitment] = within(region('Result')).getAllByRole('listitem');
    expect(commitment).toHaveTextContent(
      '360,000 tokens to commitsaves $15,800 a year on average; the vendor’s 440,000 would lose $2,400 a year',
    );
    await open(user, 'Why? the commitment');
    expect(commitment).toHaveTextContent('86.5 % of the expected demand');
    expect(commitment).toHaveTextContent(
      'In the worst 5% of the years the recommended level saves $6,100 a year.',
    );
    expect(commitment).toHaveTextContent('320,000 tokens are the level that pays most.');
  });

  test('each quote has the price at which to walk away, and whether it asks more', async () => {
    await prepared('renewal quotes');
    const [, , a, b] = within(region('Result')).getAllByRole('listitem');
    expect(a).toHaveTextContent(
      '$0.251 a token to walk awayVendor A costs as much as Vendor B at this price; it asks $0.264: above it, so walk away',
    );
    expect(b).toHaveTextContent('it asks $0.276: below it, so it is ahead');
  });

  test('a quote that free tokens would not save says so instead of a price below nothing', async () => {
    const outcome = renewalOutcomeOf('renewal quotes', {
      hasQuotes: true,
      settings: DEFAULT_RENEWAL_SETTINGS,
    });
    await prepared('renewal quotes', {
      run: {
        renewal: async () => ({
          ...outcome,
          quotes: outcome.quotes.map((quote) => ({ ...quote, indifferencePrice: -0.02 })),
        }),
      },
    });
    const [, , a] = within(region('Result')).getAllByRole('listitem');
    expect(a).toHaveTextContent('None Vendor A: even free tokens would not make it as cheap as Vendor B');
    expect(region('Result')).not.toHaveTextContent('-$0.02');
  });

  test('the asks come in order with money, what they depend on, and the evidence', async () => {
    const { fake, user } = await prepared();
    const asks = within(region('Ask list')).getAllByRole('listitem');
    expect(asks.map((ask) => ask.textContent)).toEqual([
      expect.stringMatching(/^Volume tier High18 % below list/),
      expect.stringMatching(/^Commitment High \(with consumption data\)22 % more/),
      expect.stringMatching(/^Price lock Medium/),
    ]);
    expect(asks[0]).toHaveTextContent(
      '$6,000 to $21,600 a year, $13,800 in the middle. Depends on: Consumption volume.',
    );
    expect(asks[2]).toHaveTextContent('$6,000 to $18,300 over its years');
    await open(user, 'Why? ask for Volume tier');
    expect(asks[0]).toHaveTextContent('List spend on tokens: $120,000 a year.');
    await user.click(within(region('Ask list')).getByRole('button', { name: /^Show Flex Ask List/ }));
    expect(fake.selected.at(-1)).toBe("'Flex Ask List'!A1:I10");
  });

  test('each lever stands alone in money, and all together below a line', async () => {
    await prepared();
    const rows = within(region('Levers')).getAllByRole('row');
    // 5 %, 11.5 % and 18 % of 120,000; the bundle 2 %, 5 % and 8 % of 220,000.
    expect(rows.map((row) => row.textContent)).toEqual([
      'A yearLowCountsHigh',
      'Volume tier5% to 18%, 11.5%$6,000$13,800$21,600',
      'Commitment8% to 22%, 15%$9,600$18,000$26,400',
      'Carry-forward5% to 15%, 10%$6,000$12,000$18,000',
      'Bundle2% to 8%, 5%$4,400$11,000$17,600',
      'Together$24,357$47,819$67,980',
    ]);
    // Only the volume tier moves from 0.05 to 0.18: 120,000 × 0.13 × 0.85 × 0.9 × 0.95 = 11,337.3; the commitment from
    // 0.08 to 0.22: 120,000 × 0.14 × 0.885 × 0.9 × 0.95 = 12,712.1.
    expect(region('Levers')).toHaveTextContent(
      'Commitment matters most: between its low and its high lie $12,712 a year.',
    );
  });

  test('added levers are said to be added', async () => {
    const { user } = await prepared('renewal ready', {
      run: {
        renewal: async () =>
          renewalOutcomeOf('renewal ready', {
            hasQuotes: false,
            settings: { ...DEFAULT_RENEWAL_SETTINGS, mode: 'additive' },
          }),
      },
    });
    // 120,000 × (0.115 + 0.15 + 0.1 + 0.05) + 5,000 = 54,800.
    expect(region('Result')).toHaveTextContent('$54,800 a year');
    await open(user, 'Why? the levers together');
    expect(region('Result')).toHaveTextContent('Additive: each lever takes its share of the list price');
  });

  test('quotes are compared in a lean, a median and a full year, with the cheapest and what nobody needs', async () => {
    const { user } = await prepared('renewal quotes');
    const quotes = region('Quotes compared');
    expect(
      within(quotes)
        .getAllByRole('row')
        .map((row) => row.textContent),
    ).toEqual(['DemandP10P50P90', 'Vendor A$430,000$452,000$475,000', 'Vendor B$420,000$442,000$465,000']);
    expect(quotes).toHaveTextContent('Vendor B is the cheapest at P10, P50 and P90.');
    await open(user, 'Lines of Vendor A');
    expect(quotes).toHaveTextContent(
      'Flex tokens: 500,000 at $0.264, $132,000 a year; 84,000 above need, $22,176.',
    );
  });

  test('where demand decides which quote is cheapest, each case names its own', async () => {
    const outcome = renewalOutcomeOf('renewal quotes', {
      hasQuotes: true,
      settings: DEFAULT_RENEWAL_SETTINGS,
    });
    await prepared('renewal quotes', {
      run: { renewal: async () => ({ ...outcome, cheapestQuote: [1, 1, 0] }) },
    });
    expect(region('Quotes compared')).toHaveTextContent(
      'Cheapest at P10: Vendor B; at P50: Vendor B; at P90: Vendor A.',
    );
  });

  test('without quotes, card and agreement nothing is shown of them', async () => {
    await prepared();
    for (const name of ['Quotes compared', 'Rate cards compared', 'Retail against an agreement'])
      expect(screen.queryByRole('region', { name })).not.toBeInTheDocument();
    expect(region('Next')).toHaveTextContent('When quotes arrive, enter them on Flex Quotes');
  });

  test('another card, an agreement and tiers are compared on the same use', async () => {
    const outcome = renewalOutcomeOf('renewal tiers', {
      hasQuotes: false,
      settings: {
        ...DEFAULT_RENEWAL_SETTINGS,
        newCard: 'retail',
        eba: {
          years: 3,
          annualTokens: 400_000,
          termTokens: 0,
          tokenPrice: 0.28,
          uplift: 0,
          overflowPrice: null,
          yearlyFee: 0,
          notCovered: [],
        },
      },
    });
    await prepared('renewal tiers', { run: { renewal: async () => outcome } });
    expect(region('Rate cards compared')).toHaveTextContent('guide card$120,000retail card$132,000');
    expect(region('Rate cards compared')).toHaveTextContent(
      'The retail card costs $12,000 a year more for the same use. 31 people would change segment.',
    );
    expect(region('Retail against an agreement')).toHaveTextContent(
      'Enterprise agreement$355,000$361,000$372,000',
    );
    expect(region('Volume tiers against the need')).toHaveTextContent('a trap, 184,000 tokens');
  });

  test('products that cannot be compared are named with the reason, and nothing is concluded from them', async () => {
    const outcome = renewalOutcomeOf('renewal ready', {
      hasQuotes: false,
      settings: { ...DEFAULT_RENEWAL_SETTINGS, newCard: 'retail' },
    });
    const leftOut = [
      { product: 'Revit', note: 'charged by hour before and by day on the card retail: left out' },
    ];
    const { user } = await prepared('renewal ready', {
      run: { renewal: async () => ({ ...outcome, cards: { ...outcome.cards!, products: 1, leftOut } }) },
    });
    const cards = region('Rate cards compared');
    expect(cards).toHaveTextContent('No product can be compared with the retail card.');
    expect(cards).not.toHaveTextContent('31 people');
    await open(user, '1 product left out: show');
    expect(cards).toHaveTextContent('Revit: charged by hour before and by day on the card retail: left out.');
  });

  test('where seats are unknown the spend says what it leaves out', async () => {
    await prepared('renewal no seats');
    expect(region('Result')).toHaveTextContent(
      'Nobody can tell who holds which seat: spend on seats counts as 0.',
    );
  });

  test('estimates carry “about”', async () => {
    const outcome = renewalOutcomeOf('renewal ready', {
      hasQuotes: false,
      settings: DEFAULT_RENEWAL_SETTINGS,
    });
    await prepared('renewal ready', { run: { renewal: async () => ({ ...outcome, estimated: true }) } });
    expect(within(region('Result')).getAllByRole('listitem')[0]).toHaveTextContent(/^about \$47,819/);
  });

  test('rows read and used, and a link to each sheet', async () => {
    const { fake, user } = await prepared();
    expect(region('Rows and sheets')).toHaveTextContent('48,210 rows read, 48,173 used.');
    await user.click(button('Show Flex Renewal'));
    expect(fake.selected.at(-1)).toBe("'Flex Renewal'!A1:K90");
  });

  test('a changed quote marks the result, and preparing again is one click away', async () => {
    const { fake, user } = await prepared('renewal quotes');
    act(() => fake.changed('data', 'Flex Quotes'));
    await settle(600);
    expect(screen.getByText(/A sheet that it reads changed since/)).toBeVisible();
    await user.click(button('Prepare another run'));
    await settle(PAUSE);
    expect(button('Prepare renewal')).toBeVisible();
  });

  test('Cancel while it runs says that the workbook is as it was', async () => {
    const { fake, user } = await openRenewal('renewal running');
    await user.click(button('Prepare renewal'));
    await settle();
    expect(screen.getByText('Preparing the renewal', { exact: false })).toBeVisible();
    await user.click(button('Cancel'));
    await settle();
    expect(screen.getByText('Cancelled. The workbook is as it was.', { selector: 'span' })).toBeVisible();
    expect(fake.writes).toEqual([]);
  });

  test('a refusal is shown with its cell, and the step stays ready for another try', async () => {
    await prepared('renewal ready', {
      run: {
        renewal: () =>
          Promise.reject(
            failure(
              'Own value in \'Flex Renewal\'!E25 is "12". Enter a share from 0 % to 100 % there, or clear it; then run again.',
            ),
          ),
      },
    });
    expect(screen.getByText(/^Own value in 'Flex Renewal'!E25/, { selector: 'span' })).toBeVisible();
    expect(button('Prepare renewal')).toBeVisible();
  });
});
