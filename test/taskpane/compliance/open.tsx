import type { UserEvent } from '@testing-library/user-event';
import type { Change, FakeServices, Scenario } from '../fake-services';
import { button, openPane, settle } from '../render-pane';

/** Opens the pane at its Compliance step and waits until it has looked at usage, seats and people. */
export async function openCompliance(
  scenario: Scenario = 'compliance ready',
  services: Change = {},
): Promise<{ readonly fake: FakeServices; readonly user: UserEvent }> {
  const pane = await openPane(scenario, { services });
  await pane.user.click(button(/^Compliance/));
  await settle(10);
  return pane;
}

/** Opens the Compliance step and presses its button. */
export async function checked(
  scenario: Scenario = 'compliance ready',
  services: Change = {},
): Promise<Awaited<ReturnType<typeof openCompliance>>> {
  const pane = await openCompliance(scenario, services);
  await pane.user.click(button('Check compliance'));
  await settle();
  return pane;
}
