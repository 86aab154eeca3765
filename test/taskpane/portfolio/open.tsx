import type { UserEvent } from '@testing-library/user-event';
import type { Change, FakeServices, Scenario } from '../fake-services';
import { button, openPane, settle } from '../render-pane';

/** Opens the pane at its Portfolio step and waits until it has looked at usage and seats. */
export async function openPortfolio(
  scenario: Scenario = 'portfolio ready',
  services: Change = {},
  language = 'en-US',
): Promise<{ readonly fake: FakeServices; readonly user: UserEvent }> {
  const pane = await openPane(scenario, { services, language });
  await pane.user.click(button(/^Portfolio/));
  await settle(10);
  return pane;
}

/** Opens the Portfolio step and presses its button. */
export async function built(
  scenario: Scenario = 'portfolio ready',
  services: Change = {},
): Promise<Awaited<ReturnType<typeof openPortfolio>>> {
  const pane = await openPortfolio(scenario, services);
  await pane.user.click(button('Build portfolio'));
  await settle();
  return pane;
}
