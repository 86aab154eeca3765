import type { UserEvent } from '@testing-library/user-event';
import type { Change, FakeServices, Scenario } from '../fake-services';
import { button, openPane, settle } from '../render-pane';

/** Opens the pane at its Renewal step and waits until it has looked at usage and quotes. */
export async function openRenewal(
  scenario: Scenario = 'renewal ready',
  services: Change = {},
): Promise<{ readonly fake: FakeServices; readonly user: UserEvent }> {
  const pane = await openPane(scenario, { services });
  await pane.user.click(button(/^Renewal/));
  await settle(10);
  return pane;
}

/** Opens the Renewal step and presses its button. */
export async function prepared(
  scenario: Scenario = 'renewal ready',
  services: Change = {},
): Promise<Awaited<ReturnType<typeof openRenewal>>> {
  const pane = await openRenewal(scenario, services);
  await pane.user.click(button('Prepare renewal'));
  await settle();
  return pane;
}
