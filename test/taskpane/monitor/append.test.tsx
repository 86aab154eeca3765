/** @jest-environment jsdom */
import { act, screen, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { failure } from '../fake-services';
import { SOURCES } from '../fixtures';
import { openMonitor } from './open';
import { PAUSE, region } from '../pool/open';
import { button, open, settle, spoken } from '../render-pane';

jest.setTimeout(30_000);

const card = (): HTMLElement => region('Append a week');

async function preview(user: UserEvent): Promise<void> {
  await user.selectOptions(screen.getByLabelText('New export'), 'Sheet Export');
  await user.click(within(card()).getByRole('button', { name: /^Preview/ }));
  await settle();
}

describe('appending a week', () => {
  test('a workbook without a history says that the first export begins it', async () => {
    await openMonitor();
    expect(card()).toHaveTextContent('There is no history yet. The first export begins it on Flex Usage');
    expect(within(card()).getByRole('button', { name: 'Preview' })).toHaveAttribute('aria-disabled', 'true');
  });

  test('an export pasted into a sheet of its own is offered once it is there, and nothing else is read again', async () => {
    let pasted = false;
    const week = {
      choice: { kind: 'sheet', name: 'Week 45' },
      label: 'Sheet Week 45',
      address: "'Week 45'!A1:G5",
    } as const;
    const { fake } = await openMonitor('monitor ready', {
      sources: () => Promise.resolve(pasted ? [...SOURCES, week] : SOURCES),
    });
    expect(screen.queryByRole('option', { name: 'Sheet Week 45' })).toBeNull();
    const readings = fake.calls.length;
    pasted = true;
    act(() => fake.changed('data', 'Week 45'));
    await settle(700);
    expect(within(card()).getByRole('option', { name: 'Sheet Week 45' })).toBeInTheDocument();
    expect(fake.calls).toHaveLength(readings);
  });

  test('the preview counts what is new, changed, the same and kept, and writes nothing', async () => {
    const { fake, user } = await openMonitor('monitor history');
    expect(card()).toHaveTextContent('The history holds 8,994 rows, Nov 3, 2025 to Oct 24, 2026.');
    await preview(user);
    const counts = within(card()).getByLabelText('What appending would do');
    expect(counts).toHaveTextContent(/^610new2changed.*1,040the same7,344only in the history: kept$/);
    expect(card()).toHaveTextContent('Oct 18 to Oct 31, 2026, 1,652 rows used of 1,653 read.');
    expect(card()).toHaveTextContent('The history goes from 41,250 to 42,310 tokens (+1,060).');
    expect(card()).toHaveTextContent('The export names 3 people the history does not know.');
    expect(card()).toHaveTextContent('Writes Flex Usage: replaces ours.');
    expect(spoken()).toBe('Preview: 610 new, 2 changed, 1040 the same. Nothing is written yet.');
    expect(fake.writes).toEqual([]);
  });

  test('missing days, examples of changes and rows left out can be looked at first', async () => {
    const { user } = await openMonitor('monitor history');
    await preview(user);
    await open(user, '4 working days without any row: show');
    expect(card()).toHaveTextContent('Oct 5 to Oct 7, 2026');
    await open(user, 'Show 1 of the changes');
    expect(card()).toHaveTextContent('Oct 20, 2026, p-0417 Revit (Design): 10 tokens become 20.');
    await user.click(within(card()).getByRole('button', { name: '1 row left out: show' }));
    expect(card()).toHaveTextContent('Row 9 of Export: Tokens is “x”; it is not a number.');
  });

  test('Append appends exactly what was previewed, and the history is told anew', async () => {
    const { fake, user } = await openMonitor('monitor history');
    await preview(user);
    await user.click(button('Append'));
    await settle(PAUSE);
    expect(fake.writes).toEqual(['append']);
    expect(fake.ledger.asked.at(-1)).toEqual({
      source: { kind: 'sheet', name: 'Export' },
      fingerprint: 'e1|h1',
    });
    expect(card()).toHaveTextContent('Appended: 610 new, 2 changed. The history holds 9,606 rows');
    expect(screen.queryByRole('button', { name: 'Append' })).not.toBeInTheDocument();
  });

  test('the same export a second time is said to change nothing', async () => {
    const { user } = await openMonitor('monitor history');
    await preview(user);
    await user.click(button('Append'));
    await settle(PAUSE);
    await preview(user);
    expect(card()).toHaveTextContent('The history holds all of it already: appending changes nothing.');
  });

  test('columns set by hand for the usage are not taken for those of the export', async () => {
    const { fake, user } = await openMonitor('monitor history', {
      settings: async () => ({
        ...(await import('../fixtures')).SETTINGS,
        columns: { 3: 'days' },
      }),
    });
    await preview(user);
    expect(fake.ledger.asked.at(-1)).toEqual({ source: { kind: 'sheet', name: 'Export' }, columns: {} });
    await user.selectOptions(screen.getByLabelText('New export'), 'Table Usage');
    await user.click(within(card()).getByRole('button', { name: /^Preview/ }));
    await settle();
    expect(fake.ledger.asked.at(-1)).toMatchObject({ columns: { 3: 'days' } });
  });

  test('an append can be cancelled, and the history is then as it was', async () => {
    const { fake, user } = await openMonitor('monitor running');
    await preview(user);
    await user.click(button('Append'));
    act(() => fake.progress({ phase: 'writing', done: 2_000, total: 9_606, text: '2,000 of 9,606 rows' }));
    expect(screen.getByRole('progressbar', { name: 'Appending the export' })).toHaveAttribute(
      'aria-valuetext',
      '2,000 of 9,606 rows',
    );
    expect(button(/^Data/)).toBeDisabled();
    await user.click(button('Cancel'));
    await settle(PAUSE);
    expect(card()).toHaveTextContent('Cancelled. The history is as it was.');
    expect(fake.writes).toEqual([]);
  });

  test('a history that changed since the preview is refused with the reason, and previewed anew', async () => {
    const { user } = await openMonitor('monitor history', {
      append: async () => {
        throw failure('Flex Usage changed since the preview. Preview the export again, then append it.');
      },
    });
    await preview(user);
    await user.click(button('Append'));
    await settle(PAUSE);
    expect(within(card()).getByText(/changed since the preview/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Append' })).not.toBeInTheDocument();
    expect(within(card()).getByRole('button', { name: 'Preview' })).not.toHaveAttribute(
      'aria-disabled',
      'true',
    );
  });

  test('an export that cannot be appended says why and has no Append to press', async () => {
    const { previewOf } = await import('./append-fixtures');
    const { fake, user } = await openMonitor('monitor history', {
      previewAppend: async () => ({
        ...previewOf(true, false),
        canAppend: false,
        messages: [{ level: 'error', text: 'The export has no day: export the daily report instead.' }],
      }),
    });
    await preview(user);
    expect(card()).toHaveTextContent('export the daily report instead.');
    await user.click(button('Append'));
    await settle();
    expect(fake.calls).not.toContain('append');
  });

  test('a preview that takes long can be stopped', async () => {
    let aborted = false;
    const { user } = await openMonitor('monitor history', {
      previewAppend: (_source, _settings, _progress, signal) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => {
            aborted = true;
            reject(failure('Cancelled.', 'Cancelled'));
          });
        }),
    });
    await preview(user);
    expect(button('Monitor pool')).toHaveAccessibleDescription('Waiting for the preview of the export.');
    await user.click(button('Stop'));
    await settle();
    expect(aborted).toBe(true);
    expect(spoken()).toBe('The preview was stopped.');
    expect(within(card()).queryByText('Cancelled.')).not.toBeInTheDocument();
  });

  test('once there is a history, the pane offers to read it instead', async () => {
    const inspected: unknown[] = [];
    const history = {
      choice: { kind: 'table', name: 'FlexUsage' },
      label: 'Table FlexUsage',
      address: "'Flex Usage'!A6:K9000",
    } as const;
    const { user } = await openMonitor('monitor history', {
      sources: async () => [...SOURCES, history],
      inspect: async (source) => {
        inspected.push(source);
        return { ...(await import('../fixtures')).INSPECTION, source };
      },
    });
    await user.click(button('Read the history instead'));
    await settle(PAUSE);
    expect(inspected.at(-1)).toEqual(history.choice);
    const offered = within(screen.getByLabelText('New export')).getAllByRole('option');
    expect(offered.map((option) => option.textContent)).not.toContain('Table FlexUsage');
  });
});
