/** @jest-environment jsdom */
import { act, screen } from '@testing-library/react';
import type { CommandNotice } from '../../../src/excel/pane/command-notice';
import { OUTCOME } from '../fixtures';
import { openPane, settle } from '../render-pane';

async function openWithRibbon(): Promise<(notice: CommandNotice) => void> {
  let handler: (notice: CommandNotice) => void = () => undefined;
  await openPane('before', {
    ribbon: (given) => {
      handler = given;
      return () => undefined;
    },
  });
  return (notice) => act(() => handler(notice));
}

describe('a run started from the ribbon', () => {
  test('shows its progress without a Cancel that would not work', async () => {
    const tell = await openWithRibbon();
    tell({ kind: 'progress', progress: { phase: 'reading', done: 5, total: 10, text: '5 of 10 rows' } });
    expect(screen.getByRole('progressbar', { name: 'Segmenting users' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Cancel' })).not.toBeInTheDocument();
  });

  test('shows its result in the pane', async () => {
    const tell = await openWithRibbon();
    tell({ kind: 'done', outcome: OUTCOME });
    await settle();
    expect(screen.getByRole('heading', { name: '412 people segmented' })).toBeVisible();
  });

  test('shows its failure in the pane', async () => {
    const tell = await openWithRibbon();
    tell({
      kind: 'failed',
      code: 'AccessDenied',
      message: { level: 'error', text: 'The workbook is protected. Unprotect it, then try again.' },
    });
    expect(screen.getByText(/Unprotect it, then try again\./, { selector: 'span' })).toBeVisible();
  });
});
