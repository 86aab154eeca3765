/** @jest-environment jsdom */
import { act, screen } from '@testing-library/react';
import type { Progress } from '../../../src/excel/contract/services';
import { failure } from '../fake-services';
import { button, openPane, settle, spoken } from '../render-pane';

const reading = (done: number): Progress => ({
  phase: 'reading',
  done,
  total: 1000,
  text: `${done} of 1,000 rows`,
});

describe('during a run', () => {
  test('progress is determinate and shows the counts', async () => {
    const { fake, user } = await openPane('running');
    await user.click(button('Segment users'));
    act(() => fake.progress(reading(250)));
    const bar = screen.getByRole('progressbar', { name: 'Segmenting users' });
    expect(bar).toHaveAttribute('aria-valuenow', '0.25');
    expect(bar).toHaveAttribute('aria-valuetext', '250 of 1,000 rows');
    expect(screen.getAllByText('250 of 1,000 rows')[0]).toBeVisible();
  });

  test('a screen reader hears each quarter, not each block', async () => {
    const { fake, user } = await openPane('running');
    await user.click(button('Segment users'));
    act(() => fake.progress(reading(10)));
    expect(spoken()).toBe('10 of 1,000 rows');
    act(() => fake.progress(reading(240)));
    expect(spoken()).toBe('10 of 1,000 rows');
    act(() => fake.progress(reading(260)));
    expect(spoken()).toBe('260 of 1,000 rows');
  });

  test('the keyboard stays at the run: Cancel has the focus after the button that went away', async () => {
    const { user } = await openPane('running');
    button('Segment users').focus();
    await user.keyboard('{Enter}');
    expect(button('Cancel')).toHaveFocus();
  });

  test('Cancel stops the run and says that the workbook is as it was', async () => {
    const { fake, user } = await openPane('running');
    await user.click(button('Segment users'));
    await user.click(button('Cancel'));
    await settle();
    expect(fake.writes).toEqual([]);
    expect(screen.getAllByText('Cancelled. The workbook is as it was.')[0]).toBeVisible();
    expect(button('Segment users')).toBeVisible();
  });

  test('a cancel that came too late to undo does not claim an untouched workbook', async () => {
    const { fake, user } = await openPane('running');
    await user.click(button('Segment users'));
    act(() => fake.fail(failure('Cancelled.', 'Cancelled', false)));
    await settle();
    expect(screen.queryByText(/as it was/)).not.toBeInTheDocument();
    expect(screen.getByText(/Look at the Flex sheets/)).toBeVisible();
  });

  test('a second press cannot start a second run', async () => {
    const { fake, user } = await openPane('running');
    await user.dblClick(button('Segment users'));
    expect(fake.calls.filter((call) => call === 'segment')).toHaveLength(1);
    expect(screen.queryByRole('button', { name: 'Segment users' })).not.toBeInTheDocument();
  });

  test('steps cannot be changed under a running write', async () => {
    const { user } = await openPane('running');
    await user.click(button('Segment users'));
    expect(button(/Data/)).toBeDisabled();
  });
});

describe('a run that fails', () => {
  test('says what and what to do, that nothing was touched, and keeps codes behind Details', async () => {
    const { user } = await openPane('run error');
    await user.click(button('Segment users'));
    await settle();
    const text = screen.getByText(/Excel refused to write Flex Segments/, { selector: 'span' });
    expect(text).toHaveTextContent('Remove the protection under Review, then run again.');
    expect(text).toHaveTextContent('The workbook is as it was.');
    expect(screen.queryByText(/worksheets\.add/)).not.toBeInTheDocument();
    await user.click(button('Details'));
    expect(screen.getByText(/worksheets\.add/)).toBeVisible();
    expect(spoken()).toContain('Excel refused to write Flex Segments');
  });

  test('an unforeseen error shows a sentence of ours, not the machine’s', async () => {
    const { user } = await openPane('before', {
      services: { run: { segment: () => Promise.reject(new TypeError('x is undefined')) } },
    });
    await user.click(button('Segment users'));
    await settle();
    expect(
      screen.getByText('Segmenting stopped. Look at the Flex sheets before you run it again.', {
        selector: 'span',
      }),
    ).toBeVisible();
    expect(screen.queryByText(/x is undefined/)).not.toBeInTheDocument();
  });

  test('cells that cannot be selected give a sentence that can be dismissed', async () => {
    const { user } = await openPane('before', {
      services: { select: () => Promise.reject(new Error('no')) },
    });
    await user.click(button('Select Usage!A1:G48211'));
    await settle();
    expect(
      screen.getByText(/The cells Usage!A1:G48211 could not be selected/, { selector: 'span' }),
    ).toBeVisible();
    await user.click(button('Dismiss'));
    expect(screen.queryByText(/could not be selected/, { selector: 'span' })).not.toBeInTheDocument();
  });
});
