/** @jest-environment jsdom */
import { act, screen } from '@testing-library/react';
import { button, openPane, settle, spoken } from './render-pane';

describe('a workbook without usage', () => {
  test('the pane says what it is for and how to start', async () => {
    await openPane('first');
    expect(screen.getByRole('heading', { level: 2, name: 'Start with your usage' })).toBeVisible();
    expect(screen.getByText(/See who should hold a seat, who should draw tokens/)).toBeVisible();
    expect(screen.getByRole('columnheader', { name: 'Product' })).toBeVisible();
  });

  test('sample data is announced, inserted on request and then read', async () => {
    const { fake, user } = await openPane('first');
    expect(fake.writes).toEqual([]);
    expect(button('Insert sample data')).toHaveAccessibleDescription('Writes a new sheet Usage.');
    await user.click(button('Insert sample data'));
    await settle();
    expect(fake.writes).toEqual(['insertSample']);
    expect(button('Segment users')).toBeVisible();
  });

  test('usage pasted into the workbook is found without a click', async () => {
    const sources = [
      { choice: { kind: 'sheet' as const, name: 'Export' }, label: 'Sheet Export', address: 'Export!A1:S90' },
    ];
    let pasted = false;
    const { fake } = await openPane('first', {
      services: { sources: async () => (pasted ? sources : []) },
    });
    pasted = true;
    act(() => fake.changed('data'));
    await settle(600);
    expect(button('Segment users')).toBeVisible();
  });

  test('both cards are told apart by how they charge, at which price and what for', async () => {
    await openPane('first');
    expect(
      screen.getByRole('radio', { name: /Hourly at \$0\.30 a token\. Reproduces the guide\./ }),
    ).toBeChecked();
    expect(
      screen.getByRole('radio', { name: /24-hour days at \$3\.00 a token\. How Flex bills today\./ }),
    ).not.toBeChecked();
  });

  test('it says whose product it is not and that nothing leaves the workbook', async () => {
    const { user } = await openPane('first');
    expect(screen.getByText('Nothing leaves this workbook.')).toBeVisible();
    await user.click(button('About Flex Governor'));
    expect(screen.getByText(/independent of Autodesk and Microsoft/)).toBeVisible();
    expect(screen.getByText(/yours to verify/)).toBeVisible();
    expect(screen.getByText(/^This version segments users.*prepares the renewal/)).toBeVisible();
  });
});

describe('the workbook’s own rates', () => {
  test('Flex Rates is announced, inserted from the chosen card and used from then on', async () => {
    const { fake, user } = await openPane('first');
    expect(screen.getByText(/with the figures of the guide card/)).toBeVisible();
    await user.click(button('Insert Flex Rates'));
    await settle();
    expect(fake.writes).toEqual(['insertRates guide']);
    expect(fake.saved.at(-1)?.card).toBe('Flex Rates');
    expect(spoken()).toBe('Flex Rates inserted. Every command uses it from now on.');
  });

  test('edited rates are replaced only after a warning', async () => {
    const { fake, user } = await openPane('first');
    await user.click(button('Insert Flex Rates'));
    await settle();
    await user.click(button('Start Flex Rates again'));
    await user.click(button('From the retail card'));
    expect(fake.writes).toHaveLength(1);
    expect(screen.getByText(/What you changed there is lost/)).toBeVisible();
    await user.click(button('Keep mine'));
    expect(fake.writes).toHaveLength(1);
    await user.click(button('From the retail card'));
    await user.click(button('Replace Flex Rates'));
    await settle();
    expect(fake.writes.at(-1)).toBe('insertRates retail replace');
  });

  test('a card that cannot be read shows the cell to correct instead of a price of nothing', async () => {
    const broken = {
      name: 'Flex Rates',
      label: 'Flex Rates: D9 is “abc”. Type a price.',
      currency: '',
      tokenPrice: 0,
      date: '',
      basis: 'mixed' as const,
      origin: 'Flex Rates',
    };
    await openPane('first', { services: { cards: async () => [broken] } });
    expect(screen.getByText('Flex Rates: D9 is “abc”. Type a price.')).toBeVisible();
    expect(screen.queryByText(/0\.00/)).not.toBeInTheDocument();
  });
});

test('a workbook that cannot be read at all says so', async () => {
  await openPane('before', { services: { sources: () => Promise.reject(new Error('host gone')) } });
  expect(
    screen.getByText('The workbook could not be read. Close the pane and open it again.', {
      selector: 'span',
    }),
  ).toBeVisible();
});
