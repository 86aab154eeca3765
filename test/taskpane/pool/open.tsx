import { screen } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import type { Change, FakeServices, Scenario } from '../fake-services';
import { button, openPane, settle } from '../render-pane';

/** Longer than the pane waits for settings changed in a row. */
export const PAUSE = 300;

export const region = (name: string): HTMLElement => screen.getByRole('region', { name });

/** Opens the pane at its Pool step and waits until it has looked at the usage. */
export async function openPool(
  scenario: Scenario = 'before',
  services: Change = {},
  language = 'en-US',
): Promise<{ readonly fake: FakeServices; readonly user: UserEvent }> {
  const pane = await openPane(scenario, { services, language });
  await pane.user.click(button(/^Pool/));
  await settle(10);
  return pane;
}

/** Opens the Pool step and presses its button. */
export async function sized(scenario: Scenario = 'before'): Promise<Awaited<ReturnType<typeof openPool>>> {
  const pane = await openPool(scenario);
  await pane.user.click(button('Size pool'));
  await settle();
  return pane;
}
