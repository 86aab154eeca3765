/** @jest-environment jsdom */
import axe from 'axe-core';
import { screen } from '@testing-library/react';
import type { Scenario } from './fake-services';
import { button, openPane, settle } from './render-pane';

/** jsdom has no layout: colours and sizes are judged in a browser. */
const RULES = { 'color-contrast': { enabled: false } };

// axe walks every rule over every node: slow where other work shares the machine.
jest.setTimeout(30_000);

// axe looks for a canvas to judge icons by; jsdom has none and would log that at every run.
beforeAll(() => jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null));

async function violations(): Promise<readonly string[]> {
  const result = await axe.run(document.body, { rules: RULES });
  return result.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`);
}

describe('with a screen reader or keyboard', () => {
  const still: readonly Scenario[] = [
    'first',
    'before',
    'wrong basis',
    'no fit',
    'read error',
    'blocked',
    'rerun',
    'short history',
  ];
  test.each(still)('axe finds nothing: %s', async (scenario) => {
    await openPane(scenario);
    expect(await violations()).toEqual([]);
  });

  test.each(['running', 'after', 'warnings', 'run error'] as const)(
    'axe finds nothing: %s',
    async (scenario) => {
      const { user } = await openPane(scenario);
      await user.click(button('Segment users'));
      await settle();
      for (const closed of screen.queryAllByRole('button', { expanded: false })) await user.click(closed);
      expect(await violations()).toEqual([]);
    },
  );

  test.each([
    'before',
    'pool segmented',
    'pool planned',
    'pool blocked',
    'pool short',
    'pool rerun',
  ] as const)('axe finds nothing before a sizing: %s', async (scenario) => {
    const { user } = await openPane(scenario);
    await user.click(button(/^Pool/));
    await settle(10);
    for (const closed of screen.queryAllByRole('button', { expanded: false })) await user.click(closed);
    expect(await violations()).toEqual([]);
  });

  test.each(['pool running', 'before', 'pool few clusters'] as const)(
    'axe finds nothing during and after a sizing: %s',
    async (scenario) => {
      const { user } = await openPane(scenario);
      await user.click(button(/^Pool/));
      await settle(10);
      await user.click(button('Size pool'));
      await settle();
      for (const closed of screen.queryAllByRole('button', { expanded: false })) await user.click(closed);
      expect(await violations()).toEqual([]);
    },
  );

  test.each(['before', 'monitor ready', 'monitor teams', 'monitor rerun', 'monitor blocked'] as const)(
    'axe finds nothing before a review: %s',
    async (scenario) => {
      const { user } = await openPane(scenario);
      await user.click(button(/^Monitor/));
      await settle(10);
      for (const closed of screen.queryAllByRole('button', { expanded: false })) await user.click(closed);
      expect(await violations()).toEqual([]);
    },
  );

  test.each(['monitor running', 'monitor ready', 'monitor teams'] as const)(
    'axe finds nothing during and after a review: %s',
    async (scenario) => {
      const { user } = await openPane(scenario);
      await user.click(button(/^Monitor/));
      await settle(10);
      await user.click(button('Monitor pool'));
      await settle();
      for (const closed of screen.queryAllByRole('button', { expanded: false })) await user.click(closed);
      expect(await violations()).toEqual([]);
    },
  );

  test('axe finds nothing in the preview of an append', async () => {
    const { user } = await openPane('monitor history');
    await user.click(button(/^Monitor/));
    await settle(10);
    await user.selectOptions(screen.getByLabelText('New export'), 'Sheet Export');
    await user.click(button('Preview'));
    await settle();
    for (const closed of screen.queryAllByRole('button', { expanded: false })) await user.click(closed);
    expect(await violations()).toEqual([]);
  });

  test.each([
    'before',
    'portfolio ready',
    'portfolio rejects',
    'portfolio tiers',
    'portfolio refused',
    'portfolio rerun',
  ] as const)('axe finds nothing before a portfolio: %s', async (scenario) => {
    const { user } = await openPane(scenario);
    await user.click(button(/^Portfolio/));
    await settle(10);
    for (const closed of screen.queryAllByRole('button', { expanded: false })) await user.click(closed);
    expect(await violations()).toEqual([]);
  });

  test.each(['before', 'portfolio running', 'portfolio ready', 'portfolio rerun'] as const)(
    'axe finds nothing during and after a portfolio: %s',
    async (scenario) => {
      const { user } = await openPane(scenario);
      await user.click(button(/^Portfolio/));
      await settle(10);
      await user.click(button('Build portfolio'));
      await settle();
      for (const closed of screen.queryAllByRole('button', { expanded: false })) await user.click(closed);
      expect(await violations()).toEqual([]);
    },
  );

  test.each([
    'renewal ready',
    'renewal rejects',
    'renewal tiers',
    'renewal four quotes',
    'renewal rerun',
  ] as const)('axe finds nothing before a renewal: %s', async (scenario) => {
    const { user } = await openPane(scenario);
    await user.click(button(/^Renewal/));
    await settle(10);
    for (const closed of screen.queryAllByRole('button', { expanded: false })) await user.click(closed);
    expect(await violations()).toEqual([]);
  });

  test.each(['renewal running', 'renewal ready', 'renewal quotes', 'renewal tiers'] as const)(
    'axe finds nothing during and after a renewal: %s',
    async (scenario) => {
      const { user } = await openPane(scenario);
      await user.click(button(/^Renewal/));
      await settle(10);
      await user.click(button('Prepare renewal'));
      await settle();
      for (const closed of screen.queryAllByRole('button', { expanded: false })) await user.click(closed);
      expect(await violations()).toEqual([]);
    },
  );

  test('headings of the Pool step go down one level at a time', async () => {
    const { user } = await openPane('before');
    await user.click(button(/^Pool/));
    await settle(10);
    const levels = screen.getAllByRole('heading').map((heading) => Number(heading.tagName.slice(1)));
    levels.slice(1).forEach((level, index) => expect(level - (levels[index] ?? 0)).toBeLessThanOrEqual(1));
  });

  test.each(['first', 'before', 'short history'] as const)(
    'headings go down one level at a time: %s',
    async (scenario) => {
      await openPane(scenario);
      const levels = screen.getAllByRole('heading').map((heading) => Number(heading.tagName.slice(1)));
      expect(levels[0]).toBe(1);
      levels.slice(1).forEach((level, index) => expect(level - (levels[index] ?? 0)).toBeLessThanOrEqual(1));
    },
  );

  test('opening the pane does not move the focus', async () => {
    await openPane('before');
    expect(document.body).toHaveFocus();
  });

  test('everything is reached with Tab, in reading order', async () => {
    const { user } = await openPane('before');
    const names: string[] = [];
    for (let i = 0; i < 12; i += 1) {
      await user.tab();
      const { activeElement } = document;
      if (activeElement === document.body || activeElement === null) break;
      names.push(activeElement.getAttribute('aria-label') ?? activeElement.textContent ?? '');
    }
    expect(names).toEqual([
      'Datadone',
      'Segmentnot yet',
      'Poolnot yet',
      'Monitornot yet',
      'Portfolionot yet',
      'Renewalnot yet',
      'Compliancenot yet',
      'Sharenot yet',
      'Select Usage!A1:G48211',
      'Change assumptions',
      'About Flex Governor',
      'Segment users',
    ]);
  });
});
