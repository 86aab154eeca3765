/** @jest-environment jsdom */
import { screen, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { button, open, openPane, settle, spoken } from '../render-pane';
import type { FakeServices, Scenario } from '../fake-services';

async function afterRun(
  scenario: Scenario,
  language = 'en-US',
): Promise<{ readonly fake: FakeServices; readonly user: UserEvent }> {
  const pane = await openPane(scenario, { language });
  await pane.user.click(button('Segment users'));
  await settle();
  return pane;
}

describe('after a run', () => {
  test('the figures carry unit and comparison', async () => {
    await afterRun('after');
    const result = screen.getByRole('region', { name: 'Result' });
    expect(result).toHaveTextContent('$184,300a year saved against the other choice for each person');
    expect(result).toHaveTextContent('412people');
    expect(result).toHaveTextContent('258to Flex, 63% of people');
    expect(spoken()).toBe('Done. 412 people segmented.');
  });

  test('money and counts follow the display language', async () => {
    await afterRun('after', 'de-DE');
    expect(screen.getByRole('region', { name: 'Result' })).toHaveTextContent(/184\.300\s\$/);
  });

  test('estimates say about', async () => {
    await afterRun('warnings');
    expect(screen.getByRole('region', { name: 'Result' })).toHaveTextContent('about $184,300');
  });

  test('the saving explains itself down to the card and the cells', async () => {
    const { fake, user } = await afterRun('after');
    await open(user, 'Why? the saving');
    const result = screen.getByRole('region', { name: 'Result' });
    expect(result).toHaveTextContent('It is not a comparison with what you pay today.');
    expect(result).toHaveTextContent('Named User: $74,400');
    expect(result).toHaveTextContent('Guide card (built-in card guide), of Jan 15, 2026, $0.30 a token.');
    expect(result).toHaveTextContent('4 people are left out of the sum: a price is missing.');
    await user.click(within(result).getByRole('button', { name: 'Select Usage!A1:G48211' }));
    expect(fake.selected).toEqual(['Usage!A1:G48211']);
  });

  test('every segment stands there by name and number, with its rule', async () => {
    const { user } = await afterRun('after');
    const bars = screen.getByRole('region', { name: 'People by segment' });
    expect(within(bars).getAllByRole('listitem')).toHaveLength(7);
    await open(user, 'Why? Flex – contractor');
    expect(bars).toHaveTextContent('How much they use decides nothing.');
    expect(bars).toHaveTextContent('premium $8,420');
  });

  test('a person is found by part of the name, with the reason and a way to the row', async () => {
    const { fake, user } = await afterRun('after');
    await user.type(screen.getByLabelText('Find a person'), 'P-0417');
    expect(screen.getByText(/Revit 2,010 h in the year is above break-even 1,940 h/)).toBeVisible();
    expect(screen.queryByText(/Revit 1,100 h/)).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /Show row/ }));
    expect(fake.selected).toEqual(["'Flex Segments'!A8:J8"]);
  });

  test('a person beyond the list is not reported as missing', async () => {
    const { user } = await afterRun('after');
    await user.type(screen.getByLabelText('Find a person'), 'nobody');
    expect(
      screen.getByText('No “nobody” here. Look in Flex Segments: filter its User column.'),
    ).toBeVisible();
  });

  test('rows left out name sheet, row, column and value, and lead to the cell', async () => {
    const { fake, user } = await afterRun('after');
    await open(user, /37 rows left out/);
    const first = screen.getByText(/Row 214 of Usage: Hours is “n\/a”; it is not a number\./);
    await user.click(within(first.closest('li') ?? first).getByRole('button', { name: /Show/ }));
    expect(fake.selected).toEqual(['Usage!D214']);
    expect(screen.queryByText(/Row 230 of Usage/)).not.toBeInTheDocument();
    await user.click(button('Show 27 more'));
    expect(screen.getByText(/Row 250 of Usage/)).toBeVisible();
  });

  test('changes since the last run are counted', async () => {
    await afterRun('warnings');
    expect(
      screen.getByText('Since the last run: 12 people changed segment, 3 are new, 1 is gone.'),
    ).toBeVisible();
  });

  test('the next step leads to the sheet, and another run is prepared, not started', async () => {
    const { fake, user } = await afterRun('after');
    await user.click(button('Show Flex Segments'));
    expect(fake.selected).toEqual(["'Flex Segments'!A1"]);
    await user.click(button('Prepare another run'));
    await settle();
    expect(fake.calls.filter((call) => call === 'segment')).toHaveLength(1);
    expect(screen.getByRole('region', { name: 'Writes' })).toHaveTextContent('replaces ours');
  });

  test('the keyboard lands on the result when the run it started ends', async () => {
    const pane = await openPane('running');
    button('Segment users').focus();
    await pane.user.keyboard('{Enter}');
    pane.fake.finish();
    await settle();
    expect(screen.getByRole('heading', { name: '412 people segmented' })).toHaveFocus();
  });
});
