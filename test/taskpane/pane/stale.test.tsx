/** @jest-environment jsdom */
import { act, screen } from '@testing-library/react';
import type { LastRun } from '../../../src/excel/contract/services';
import { button, openPane, settle } from '../render-pane';

const LAST: LastRun = {
  when: '2026-11-09T10:30:00',
  input: 'Usage!A1:G48211',
  people: 412,
  stale: false,
  changed: [],
};
const NONE = { segment: null, pool: null, monitor: null, portfolio: null, renewal: null, compliance: null };

test('each tab says which results no longer hold, and each step what has changed', async () => {
  const portfolio = { ...LAST, stale: true, changed: ['the rate card', 'the seats', 'the pins'] };
  const segment = { ...LAST, stale: true, changed: ['the rate card'] };
  const { user } = await openPane('before', {
    services: { lastRuns: async () => ({ ...NONE, segment, portfolio, pool: LAST }) },
  });
  for (const name of [/^Segment.*stale/, /^Portfolio.*stale/, /^Pool.*done/, /^Renewal.*not yet/]) {
    expect(button(name)).toBeVisible();
  }
  expect(screen.getByText(/The rate card changed since; run it again\./)).toBeVisible();
  await user.click(button(/^Portfolio/));
  await settle(10);
  expect(
    screen.getByText(/The rate card, the seats and the pins changed since; run it again\./),
  ).toBeVisible();
  await user.click(button(/^Pool/));
  await settle(10);
  expect(screen.getByText(/Nothing that it read has changed since\./)).toBeVisible();
});

test('a decision typed on Flex Segments shows the results made from it as stale, once the user pauses', async () => {
  let changed: readonly string[] = [];
  const { fake } = await openPane('before', {
    services: {
      lastRuns: async () => ({
        ...NONE,
        segment: LAST,
        pool: { ...LAST, stale: changed.length > 0, changed },
      }),
    },
  });
  expect(button(/^Pool.*done/)).toBeVisible();
  changed = ['the segments or decisions on Flex Segments'];
  act(() => fake.changed('data', 'Flex Segments'));
  await settle(700);
  expect(button(/^Pool.*stale/)).toBeVisible();
  expect(button(/^Segment.*done/)).toBeVisible();
});
