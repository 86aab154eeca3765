/** @jest-environment jsdom */
import { act, screen, within } from '@testing-library/react';
import { button, open, openPane, settle, spoken } from '../render-pane';

describe('before a run', () => {
  test('the pane says which cells it reads, how many rows, the year and the unit', async () => {
    await openPane('before');
    const reads = screen.getByRole('region', { name: 'Reads' });
    expect(within(reads).getByRole('button', { name: 'Select Usage!A1:G48211' })).toBeVisible();
    expect(reads).toHaveTextContent('48,210 rows, 412 people, 8 products, counted in hours');
    expect(reads).toHaveTextContent('The year: Nov 2025 to Oct 2026. 6,204 rows lie outside it.');
    expect(reads).toHaveTextContent('37 rows will be left out');
  });

  test('both sheets are announced before the button that writes them', async () => {
    await openPane('before');
    const writes = screen.getByRole('region', { name: 'Writes' });
    expect(writes).toHaveTextContent('Flex Segmentsnew sheet');
    expect(writes).toHaveTextContent('Flex Summarynew sheet');
    expect(writes.compareDocumentPosition(button('Segment users'))).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  test('a rerun says that it replaces our sheets and keeps the user’s own columns', async () => {
    await openPane('rerun');
    const writes = screen.getByRole('region', { name: 'Writes' });
    expect(writes).toHaveTextContent('replaces ours');
    expect(writes).toHaveTextContent('Your Decision, Owner and Note entries are kept.');
    expect(button(/Segment.*stale/)).toBeVisible();
  });

  test('nothing is written by opening, reading or looking around', async () => {
    const { fake, user } = await openPane('before');
    await user.click(button(/Data.*done/));
    await open(user, 'Change columns');
    await open(user, /37 rows left out/);
    await user.click(button('Read again'));
    await settle();
    expect(fake.writes).toEqual([]);
  });

  test('a sheet of the user’s own with our name stops the run and says what to do', async () => {
    const { fake, user } = await openPane('blocked');
    const run = button('Segment users');
    expect(run).toHaveAttribute('aria-disabled', 'true');
    expect(run).toHaveAccessibleDescription(
      'A sheet named Flex Segments is not ours. Rename it, then read again.',
    );
    run.focus();
    expect(run).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(fake.calls).not.toContain('segment');
    await user.click(screen.getByRole('button', { name: /Show it/ }));
    expect(fake.selected).toEqual(["'Flex Segments'!A1"]);
  });

  test('days on an hourly card are named, and one click takes the card that fits', async () => {
    const { fake, user } = await openPane('wrong basis');
    expect(
      screen.getByText(
        'The usage is counted in charged days; the guide card charges hours. No row can be used with this card. The retail card counts alike.',
      ),
    ).toBeVisible();
    await user.click(button('Use the retail card'));
    await settle();
    expect(fake.saved.at(-1)?.card).toBe('retail');
    expect(screen.queryByText(/counted in charged days; the/)).not.toBeInTheDocument();
    expect(button('Segment users')).not.toHaveAttribute('aria-disabled', 'true');
  });

  test('days on an hourly card never start a run while no row can be used', async () => {
    const { user } = await openPane('wrong basis');
    await user.click(button('Go to Segment'));
    expect(button('Segment users')).toHaveAccessibleDescription(
      'None of the rows can be used. The Data step says why.',
    );
  });

  test('a column can be given another meaning, and the column that held it is released', async () => {
    const { fake, user } = await openPane('before');
    await user.click(button(/Data.*done/));
    await open(user, 'Change columns');
    await user.selectOptions(screen.getByLabelText(/Remark from the project office/), 'Department');
    await settle();
    expect(fake.saved.at(-1)?.columns).toEqual({ 5: null, 6: 'department' });
    expect(screen.getByLabelText(/^Department/)).toHaveDisplayValue('not used');
  });

  test('column choices do not carry over to another range', async () => {
    const { fake, user } = await openPane('before');
    await user.click(button(/Data.*done/));
    await open(user, 'Change columns');
    await user.selectOptions(screen.getByLabelText(/Remark from the project office/), 'Project');
    await settle();
    await user.selectOptions(screen.getByLabelText('Usage'), 'Sheet Export');
    await settle();
    expect(fake.saved.at(-1)?.columns).toEqual({});
  });

  test('a range that cannot be read says what is wrong and offers a way on', async () => {
    const { user } = await openPane('read error');
    expect(
      screen.getByText(/Row 1 of Export has no column name this add-in knows/, { selector: 'span' }),
    ).toBeVisible();
    expect(screen.queryByText(/Headers seen/)).not.toBeInTheDocument();
    await open(user, 'Details');
    expect(screen.getByText(/Headers seen: A, B, C/)).toBeVisible();
    expect(button('Insert sample data')).toBeVisible();
    expect(spoken()).toContain('Row 1 of Export');
  });

  test('an edit on a sheet that is not read leaves the run as it was announced', async () => {
    const { fake } = await openPane('before');
    act(() => fake.changed('data', 'Try it'));
    await settle(600);
    expect(fake.calls.filter((call) => call === 'inspect')).toHaveLength(1);
    expect(button('Segment users')).toBeEnabled();
  });

  test.each(['Usage', 'Flex Rates', 'Flex People'])(
    'an edit on %s, which a large reading uses, waits for the user to read it again',
    async (sheet) => {
      const { fake } = await openPane('before');
      act(() => fake.changed('data', sheet));
      await settle(600);
      expect(fake.calls.filter((call) => call === 'inspect')).toHaveLength(1);
      expect(button('Segment users')).toHaveAccessibleDescription(
        'The usage changed after it was read. Read it again first.',
      );
    },
  );

  test('a run over a selection asks for exactly the cells that were announced', async () => {
    const asked: unknown[] = [];
    const { user } = await openPane('before', {
      services: {
        sources: async () => [
          { choice: { kind: 'selection' }, label: 'Selection A1:G48211', address: 'Usage!A1:G48211' },
        ],
        run: {
          segment: (source) => {
            asked.push(source);
            return new Promise(() => undefined);
          },
        },
      },
    });
    await user.click(button('Segment users'));
    expect(asked).toEqual([{ kind: 'selection', address: 'Usage!A1:G48211' }]);
  });

  test('a changed large range waits for the user', async () => {
    const { fake } = await openPane('before');
    act(() => fake.changed('data'));
    await settle(600);
    expect(fake.calls.filter((call) => call === 'inspect')).toHaveLength(1);
    expect(button('Segment users')).toHaveAccessibleDescription(
      'The usage changed after it was read. Read it again first.',
    );
  });

  test('a shorter history offers the scaled figure as an estimate', async () => {
    const { fake, user } = await openPane('short history');
    await user.click(button(/Data.*done/));
    await user.click(screen.getByRole('switch', { name: 'Show the figure scaled to 12 months' }));
    await settle();
    expect(screen.getByText(/About 99,000 tokens a year, an estimate/)).toBeVisible();
    expect(fake.saved.at(-1)?.showScaled).toBe(true);
  });
});

describe('assumptions', () => {
  test('a wrong discount is explained beside its field and holds up the run', async () => {
    const { fake, user } = await openPane('before');
    await open(user, 'Change assumptions');
    const field = screen.getByLabelText('Seat discount');
    await user.clear(field);
    await user.type(field, '120{Enter}');
    expect(screen.getByText('Seat discount is “120”. Type a percentage from 0 to 100.')).toBeVisible();
    expect(field).toBeInvalid();
    expect(fake.saved).toEqual([]);
    expect(button('Segment users')).toHaveAccessibleDescription(
      'Correct the assumptions marked above first.',
    );
    await user.clear(field);
    await user.type(field, '25{Tab}');
    await settle();
    expect(fake.saved.at(-1)?.seatDiscount).toBe(0.25);
    expect(button('Segment users')).not.toHaveAttribute('aria-disabled', 'true');
    expect(screen.getByText(/^25% seat discount/)).toBeVisible();
  });

  test('an empty token price means the card’s', async () => {
    const { fake, user } = await openPane('before');
    await open(user, 'Change assumptions');
    const field = screen.getByLabelText('Token price');
    await user.type(field, '2,70{Enter}');
    await settle();
    expect(fake.saved.at(-1)?.tokenPrice).toBe(2.7);
    await user.clear(field);
    await user.type(field, '{Enter}');
    await settle();
    expect(fake.saved.at(-1)?.tokenPrice).toBeNull();
  });
});
