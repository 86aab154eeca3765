/** @jest-environment jsdom */
import { act, screen, within } from '@testing-library/react';
import type { Progress } from '../../../src/excel/contract/services';
import { failure } from '../fake-services';
import { openPool, PAUSE, region } from './open';
import { button, openPane, settle, spoken } from '../render-pane';

describe('during a sizing', () => {
  const draws = (done: number): Progress => ({
    phase: 'computing',
    done,
    total: 10_000,
    text: `${done} of 10,000 draws`,
  });

  test('progress is determinate, in draws, and each quarter is spoken', async () => {
    const { fake, user } = await openPool('pool running');
    await user.click(button('Size pool'));
    expect(spoken()).toBe('Sizing started.');
    act(() => fake.progress(draws(2_500)));
    const bar = screen.getByRole('progressbar', { name: 'Sizing the pool' });
    expect(bar).toHaveAttribute('aria-valuenow', '0.25');
    expect(spoken()).toBe('2500 of 10,000 draws');
    act(() => fake.progress(draws(2_600)));
    expect(spoken()).toBe('2500 of 10,000 draws');
  });

  test('Cancel stops it and says that the workbook is as it was', async () => {
    const { fake, user } = await openPool('pool running');
    await user.click(button('Size pool'));
    expect(button('Cancel')).toBeVisible();
    await user.click(button('Cancel'));
    await settle(PAUSE);
    expect(fake.writes).toEqual([]);
    expect(screen.getAllByText('Cancelled. The workbook is as it was.')[0]).toBeVisible();
    expect(button('Size pool')).toBeVisible();
  });

  test('the keyboard stays at the run, then lands on the result', async () => {
    const { fake, user } = await openPool('pool running');
    button('Size pool').focus();
    await user.keyboard('{Enter}');
    expect(button('Cancel')).toHaveFocus();
    fake.finish();
    await settle();
    expect(screen.getByRole('heading', { name: 'Pool sized' })).toHaveFocus();
  });

  test('steps cannot be changed and no second run begins', async () => {
    const { fake, user } = await openPool('pool running');
    await user.dblClick(button('Size pool'));
    expect(fake.calls.filter((call) => call === 'pool')).toHaveLength(1);
    expect(button(/^Segment/)).toBeDisabled();
  });

  test('a failure says what and what to do', async () => {
    const { fake, user } = await openPool('pool running');
    await user.click(button('Size pool'));
    act(() => fake.fail(failure('Excel refused to write Flex Pool. Unprotect it, then size again.')));
    await settle(PAUSE);
    expect(
      screen.getByText(/Unprotect it, then size again\. The workbook is as it was\./, { selector: 'span' }),
    ).toBeVisible();
  });
});

describe('from one step to the next', () => {
  test('a segmentation offers to size the pool, and its result is still there on the way back', async () => {
    const { user } = await openPane('before');
    await user.click(button('Segment users'));
    await settle();
    await user.click(within(region('Next')).getByRole('button', { name: 'Size the pool' }));
    await settle(PAUSE);
    expect(screen.getByRole('heading', { level: 2, name: 'Size the pool' })).toBeVisible();
    await user.click(button(/^Segment.*done/));
    expect(screen.getByRole('heading', { name: '412 people segmented' })).toBeVisible();
  });

  test('a run over a selection asks for exactly the cells that were announced', async () => {
    const asked: unknown[] = [];
    const { user } = await openPool('before', {
      sources: async () => [
        { choice: { kind: 'selection' }, label: 'Selection A1:G48211', address: 'Usage!A1:G48211' },
      ],
      run: {
        pool: (source) => {
          asked.push(source);
          return new Promise(() => undefined);
        },
      },
    });
    await user.click(button('Size pool'));
    expect(asked).toEqual([{ kind: 'selection', address: 'Usage!A1:G48211' }]);
  });

  test('working in the plan does not lose a selected usage', async () => {
    const { fake } = await openPool('before', {
      sources: async () => [
        { choice: { kind: 'selection' }, label: 'Selection A1:G48211', address: 'Usage!A1:G48211' },
      ],
    });
    act(() => fake.changed('selection'));
    await settle(600);
    expect(button('Size pool')).not.toHaveAttribute('aria-disabled', 'true');
  });
});
