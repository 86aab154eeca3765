/** @jest-environment jsdom */
import { act, fireEvent, screen, within } from '@testing-library/react';
import { PAUSE, region } from '../pool/open';
import { built, openPortfolio } from './open';
import { PORTFOLIO_OUTCOME } from './outcomes';
import { button, open, settle, spoken } from '../render-pane';

describe('after a portfolio', () => {
  test('cost stands against today, with the saving from renewal and in cash this term', async () => {
    await built();
    const [cost, renewal, term] = within(region('Result')).getAllByRole('listitem');
    expect(cost).toHaveTextContent('$989,452 a yearcost proposed, against $1,102,500 today');
    expect(renewal).toHaveTextContent('$113,048 a yearsaved from renewal on');
    expect(term).toHaveTextContent('$21,400 in cashsaved within the running terms');
    expect(spoken()).toMatch(/^Done\. 412 people: 244 seats/);
  });

  test('the certificate is said in money and percent, never rounded to nothing', async () => {
    const { user } = await built();
    expect(region('Result')).toHaveTextContent('At most $22.00 (0.0022%) above the cheapest possible.');
    await open(user, 'Why? the certificate');
    expect(region('Result')).toHaveTextContent('No mix under the same constraints costs less than');
  });

  test('an exact optimum is not given a distance', async () => {
    await built('before');
    expect(region('Result')).toHaveTextContent('No cheaper mix exists under the same prices and policies.');
    expect(region('Result')).not.toHaveTextContent('At most');
  });

  test('a cost that leaves out missing prices says so without being asked', async () => {
    await built();
    expect(region('Result')).toHaveTextContent(
      '2 people need a seat whose price is missing: only what is known of theirs is in these figures.',
    );
  });

  test('every figure explains itself: parts, prices and card', async () => {
    const { user } = await built();
    await open(user, 'Why? the cost');
    const result = region('Result');
    expect(result).toHaveTextContent('244 single seats at $640,000, 58 Collections at $195,750');
    expect(result).toHaveTextContent('Guide card (built-in card guide), of Jan 15, 2026');
  });

  test('a premium is never shown as a saving', async () => {
    await built('portfolio ready', {
      run: {
        portfolio: async () => ({
          ...PORTFOLIO_OUTCOME,
          summary: { ...PORTFOLIO_OUTCOME.summary, savingFromRenewal: -4_200, savingThisTerm: -900 },
        }),
      },
    });
    expect(region('Result')).toHaveTextContent('$4,200 a yearmore than today, from renewal on');
    expect(region('Result')).toHaveTextContent('$900 in cashmore to spend in the running terms');
    expect(region('Result')).not.toHaveTextContent('saved');
  });

  test('today and proposed stand side by side as figures', async () => {
    await built();
    const rows = within(region('Today against proposed')).getAllByRole('row');
    expect(rows.map((row) => row.textContent)).toEqual([
      'A yearTodayProposed',
      'Seats$780,000300 seats$640,000244 seats',
      'Collections$202,50060 seats$195,75058 seats',
      'Flex tokens$120,000400,000 tokens$153,702512,340 tokens',
      'Total cost$1,102,500$989,452',
    ]);
  });

  test('seats to buy, to release and spare ones used are counted, with the term that ends', async () => {
    await built();
    const seats = region('Seats to buy and to release');
    expect(seats).toHaveTextContent('6 to buy, 62 to release, 6 spare ones used first.');
    expect(seats).toHaveTextContent('Revit240 → 18060 of 240 to release, first term ends Feb 14, 2027.');
    expect(seats).toHaveTextContent('AutoCAD60 → 644 to buy.');
    expect(seats).toHaveTextContent('AEC Collection60 → 586 spare seats used first; 2 of 60 to release.');
    expect(seats).toHaveTextContent('Docs0 → 22 to buy. Its price is missing.');
  });

  test('the largest savings are listed with what changes, the money and why', async () => {
    const { fake, user } = await built();
    const people = region('People to change');
    expect(people).toHaveTextContent('61 of 412 people change. 258 people draw tokens in the proposal.');
    const [first, unknown, premium] = within(people).getAllByRole('listitem');
    expect(first).toHaveTextContent('Ada Byron p-0001@example.com, Bridges');
    expect(first).toHaveTextContent('Revit seat → Flex: Revit');
    expect(first).toHaveTextContent('Saves $2,310 a year from renewal, $180 this term.');
    expect(unknown).toHaveTextContent('A price is missing, so what it saves cannot be told.');
    expect(premium).toHaveTextContent('Costs $310 more a year from renewal');
    await open(user, 'Why? p-0001@example.com');
    expect(first).toHaveTextContent('Revit 400 h on Flex: 2,000 tokens = $600.00');
    await user.click(within(people).getByRole('button', { name: /^Show row: 'Flex Portfolio'!A41/ }));
    expect(fake.selected).toEqual(["'Flex Portfolio'!A41"]);
    await user.click(button('Show 1 more people'));
    expect(within(people).getAllByRole('listitem')).toHaveLength(6);
  });

  test('whoever something stands in the way of is named with the sentence, changed or not', async () => {
    await built();
    const blocked = region('In the way');
    expect(blocked).toHaveTextContent('For 2 people something must be there first');
    expect(blocked).toHaveTextContent('Needs a Docs seat first.');
    expect(blocked).toHaveTextContent('Stays as today: Docs would be left without');
  });

  test('an e-mail list is copied with one press, as the admin console takes it, and that is said', async () => {
    const copied: string[] = [];
    const { user } = await built();
    jest.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => {
      copied.push(text);
    });
    const lists = region('E-mail lists');
    expect(lists).toHaveTextContent('Give Flex: Revit2 addresses, by Feb 14, 2027.');
    expect(lists).toHaveTextContent('Unassign the seat: Revit1 address, as soon as possible.');
    await user.click(button('Copy Give Flex: Revit'));
    expect(copied).toEqual(['a@example.com; b@example.com']);
    expect(within(lists).getByText('2 addresses copied.')).toBeVisible();
    await open(user, /1 person without an address/);
    expect(lists).toHaveTextContent('hash-7');
  });

  test('where the clipboard is closed the list can be copied by hand', async () => {
    const { user } = await built();
    jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
    await user.click(button('Copy Give Flex: Revit'));
    const text = screen.getByRole('textbox', { name: 'Addresses: Give Flex: Revit' });
    expect(text).toHaveValue('a@example.com; b@example.com');
    fireEvent.focus(text);
    expect((text as HTMLTextAreaElement).selectionEnd).toBe('a@example.com; b@example.com'.length);
  });

  test('a first run lists the actions in the order of work, with what they promise', async () => {
    await built();
    const actions = region('Actions');
    expect(actions).toHaveTextContent('96 actions in the order of work, together worth $113,048 a year.');
    expect(actions).toHaveTextContent('By Feb 14, 2027. $2,310 a year promised.');
    expect(actions).toHaveTextContent('As soon as possible.');
    expect(actions).not.toHaveTextContent('realised');
  });

  test('the next import shows realised against promised, and each action done, not done or reversed with its evidence', async () => {
    const { user } = await built('portfolio rerun');
    const actions = region('Actions');
    expect(actions).toHaveTextContent('$104,210 a yearrealised, of $113,048 promised');
    expect(actions).toHaveTextContent('90 done, 5 not done, 2 reversed; 1 is new.');
    const [done, reversed, open1, withdrawn, fresh] = within(actions).getAllByRole('listitem');
    expect(done).toHaveTextContent(/^Done.*\$2,310 a year promised, \$2,180 realised\./);
    expect(reversed).toHaveTextContent(/^Reversed/);
    expect(open1).toHaveTextContent(/^Not done/);
    expect(withdrawn).toHaveTextContent(/^No longer proposed.*Nothing is promised for it any more/);
    expect(fresh).toHaveTextContent(/^New.*its saving cannot be told/);
    await open(user, /^Why\? Done/);
    expect(done).toHaveTextContent('p-0001@example.com holds no Revit in the import.');
  });

  test('without today’s seats nothing is compared and nothing is to be done', async () => {
    await built('before');
    expect(region('Result')).toHaveTextContent('cost of the cheapest mix; today’s seats are not known');
    expect(screen.queryByRole('region', { name: 'People to change' })).not.toBeInTheDocument();
    expect(screen.queryByRole('region', { name: 'Actions' })).not.toBeInTheDocument();
    expect(region('Next')).toHaveTextContent('Enter who holds which seat on Flex Seats');
  });

  test('rows left out are listed, and both sheets are one click away', async () => {
    const { fake, user } = await built();
    expect(region('Rows and sheets')).toHaveTextContent('48,210 rows read, 48,173 used.');
    await open(user, /1 row left out/);
    expect(screen.getByText(/Row 214 of Usage: Hours is “n\/a”/)).toBeVisible();
    await user.click(button("Show Flex Actions: 'Flex Actions'!A1"));
    await user.click(button('Show Flex Portfolio'));
    expect(fake.selected).toEqual(["'Flex Actions'!A1", "'Flex Portfolio'!A1"]);
  });

  test('an edit of the seats marks the result as out of date', async () => {
    const { fake } = await built();
    act(() => fake.changed('data', 'Flex Seats'));
    expect(screen.getByText(/A sheet that it reads changed since/)).toBeVisible();
  });

  test('another run is prepared, not started', async () => {
    const { fake, user } = await built();
    await user.click(button('Prepare another run'));
    await settle(PAUSE);
    expect(fake.calls.filter((call) => call === 'portfolio')).toHaveLength(1);
    expect(region('Writes')).toHaveTextContent('replaces ours');
  });

  test('counts and money follow the display language', async () => {
    const { user } = await openPortfolio('portfolio ready', {}, 'de-DE');
    await user.click(button('Build portfolio'));
    await settle();
    expect(region('Result')).toHaveTextContent(/989\.452\s\$/);
    expect(region('Result')).toHaveTextContent(/0,0022\s%/);
  });
});
