/** @jest-environment jsdom */
import { act, screen } from '@testing-library/react';
import type { Progress } from '../../../src/excel/contract/services';
import { failure } from '../fake-services';
import { PAUSE } from '../pool/open';
import { openPortfolio } from './open';
import { PORTFOLIO_SETTINGS } from './fixtures';
import { button, settle, spoken } from '../render-pane';

const steps = (done: number): Progress => ({
  phase: 'computing',
  done,
  total: 20,
  text: `${done} of 20 steps`,
});

describe('during a portfolio', () => {
  test('progress is determinate and each quarter is spoken', async () => {
    const { fake, user } = await openPortfolio('portfolio running');
    await user.click(button('Build portfolio'));
    expect(spoken()).toBe('Building the portfolio started.');
    act(() => fake.progress(steps(5)));
    expect(screen.getByRole('progressbar', { name: 'Building the portfolio' })).toHaveAttribute(
      'aria-valuenow',
      '0.25',
    );
    expect(spoken()).toBe('5 of 20 steps');
    act(() => fake.progress(steps(6)));
    expect(spoken()).toBe('5 of 20 steps');
  });

  test('Cancel stops it and says that the workbook is as it was', async () => {
    const { fake, user } = await openPortfolio('portfolio running');
    await user.click(button('Build portfolio'));
    await user.click(button('Cancel'));
    await settle(PAUSE);
    expect(fake.writes).toEqual([]);
    expect(screen.getAllByText('Cancelled. The workbook is as it was.')[0]).toBeVisible();
    expect(button('Build portfolio')).toBeVisible();
  });

  test('the keyboard stays at the run, then lands on the result', async () => {
    const { fake, user } = await openPortfolio('portfolio running');
    button('Build portfolio').focus();
    await user.keyboard('{Enter}');
    expect(button('Cancel')).toHaveFocus();
    fake.finish();
    await settle();
    expect(screen.getByRole('heading', { name: 'Portfolio built' })).toHaveFocus();
    expect(button(/^Portfolio.*done/)).toBeVisible();
  });

  test('steps cannot be changed and no second run begins', async () => {
    const { fake, user } = await openPortfolio('portfolio running');
    await user.dblClick(button('Build portfolio'));
    expect(fake.calls.filter((call) => call === 'portfolio')).toHaveLength(1);
    expect(button(/^Pool/)).toBeDisabled();
    expect(button(/^Portfolio.*running/)).toBeVisible();
  });

  test('a failure says what and what to do', async () => {
    const { fake, user } = await openPortfolio('portfolio running');
    await user.click(button('Build portfolio'));
    act(() => fake.fail(failure('Excel refused to write Flex Actions. Unprotect it, then build again.')));
    await settle(PAUSE);
    expect(
      screen.getByText(/Unprotect it, then build again\. The workbook is as it was\./, { selector: 'span' }),
    ).toBeVisible();
  });

  test('a run asks for exactly the cells that were announced, with the settings on show', async () => {
    const { fake, user } = await openPortfolio('portfolio running', {
      sources: async () => [
        { choice: { kind: 'selection' }, label: 'Selection A1:G48211', address: 'Usage!A1:G48211' },
      ],
    });
    await user.click(screen.getByRole('switch', { name: 'Contractors on Flex' }));
    await settle(PAUSE);
    await user.click(button('Build portfolio'));
    expect(fake.seats.asked).toEqual([
      {
        source: { kind: 'selection', address: 'Usage!A1:G48211' },
        portfolio: { ...PORTFOLIO_SETTINGS, contractorsOnFlex: false },
      },
    ]);
  });

  test('working in the seats does not lose a selected usage', async () => {
    const { fake } = await openPortfolio('portfolio ready', {
      sources: async () => [
        { choice: { kind: 'selection' }, label: 'Selection A1:G48211', address: 'Usage!A1:G48211' },
      ],
    });
    act(() => fake.changed('selection'));
    await settle(600);
    expect(button('Build portfolio')).not.toHaveAttribute('aria-disabled', 'true');
  });
});
