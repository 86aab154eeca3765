import type { UserEvent } from '@testing-library/user-event';
import type { Change, FakeServices, Scenario } from '../fake-services';
import { button, openPane, settle } from '../render-pane';

export interface OpenedMonitor {
  readonly fake: FakeServices;
  readonly user: UserEvent;
}

/** Opens the pane at its Monitor step and waits until it has looked at the usage and the ledger. */
export async function openMonitor(
  scenario: Scenario = 'monitor ready',
  services: Change = {},
  language = 'en-US',
): Promise<OpenedMonitor> {
  const pane = await openPane(scenario, { services, language });
  await pane.user.click(button(/^Monitor/));
  await settle(10);
  return pane;
}

/** Opens the Monitor step and presses its button. */
export async function monitored(
  scenario: Scenario = 'monitor ready',
  services: Change = {},
): Promise<OpenedMonitor> {
  const pane = await openMonitor(scenario, services);
  await pane.user.click(button('Monitor pool'));
  await settle();
  return pane;
}
