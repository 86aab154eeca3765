/** @jest-environment jsdom */
import { screen } from '@testing-library/react';
import { button, open, openPane, settle } from '../render-pane';

describe('what the card does not know', () => {
  test('is told in the Data step with its tokens, and that they count', async () => {
    const { user } = await openPane('short history');
    await user.click(button(/^Data/));
    const notes = screen.getByRole('region', { name: 'Also in the data' });
    expect(notes).toHaveTextContent(
      '1 product is not on the card guide. Their 7,200 tokens count in every total; nobody’s seat is decided on them.',
    );
    await open(user, 'Show the products');
    expect(notes).toHaveTextContent('Vault Professional: 14 rows, 3 people, 7,200 tokens');
  });

  test('rates that the rows teach go into Flex Rates with one click, and the pane prices with it', async () => {
    const { fake, user } = await openPane('short history');
    await user.click(button(/^Data/));
    expect(screen.getByRole('region', { name: 'Also in the data' })).toHaveTextContent(
      'The card has none for Civil 3D.',
    );
    await user.click(button('Use these rates'));
    await settle();
    expect(fake.writes).toEqual(['useLearntRates']);
    expect(fake.saved.at(-1)?.card).toBe('Flex Rates');
  });
});
