import '@testing-library/jest-dom';
import { act, render, screen } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { App } from '../../src/taskpane/app';
import type { RibbonFeed } from '../../src/taskpane/pane/use-ribbon-runs';
import { createFakeServices, type Change, type FakeServices, type Scenario } from './fake-services';

/** Opens the pane over a simulated workbook and waits until it has looked at it. */
export async function openPane(
  scenario: Scenario,
  options: {
    readonly services?: Change;
    readonly language?: string;
    readonly ribbon?: RibbonFeed;
  } = {},
): Promise<{ readonly fake: FakeServices; readonly user: UserEvent }> {
  const fake = createFakeServices(scenario, options.services);
  const user = userEvent.setup();
  render(
    <App
      services={fake}
      language={options.language ?? 'en-US'}
      {...(options.ribbon === undefined ? {} : { ribbon: options.ribbon })}
    />,
  );
  await settle();
  return { fake, user };
}

/** Lets the promises of the simulated services finish. */
export async function settle(milliseconds = 0): Promise<void> {
  await act(async () => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
  });
}

/** What a screen reader was last told. */
export const spoken = (): string =>
  screen.getAllByRole('status').find((region) => region.getAttribute('aria-atomic') === 'true')
    ?.textContent ?? '';

/** Opens what a disclosure button hides. */
export async function open(user: UserEvent, name: string | RegExp): Promise<void> {
  await user.click(screen.getByRole('button', { name, expanded: false }));
}

export const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
