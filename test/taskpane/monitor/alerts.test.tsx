/** @jest-environment jsdom */
import { screen, within } from '@testing-library/react';
import { alertAddress } from '../../../src/taskpane/monitor/alert-address';
import { weightOf } from '../../../src/taskpane/monitor/status-mark';
import { ALERTS } from './alert-fixtures';
import { failure } from '../fake-services';
import { monitored, openMonitor } from './open';
import { region } from '../pool/open';
import { button, settle, spoken } from '../render-pane';

jest.setTimeout(30_000);

const items = (): readonly HTMLElement[] => within(region('Alerts')).getAllByRole('listitem');

describe('alerts in the pane', () => {
  test('open ones come first with text and what to do; closed ones are not listed', async () => {
    await monitored();
    expect(region('Alerts')).toHaveTextContent('2 alerts are open, 1 is acknowledged.');
    expect(items()).toHaveLength(3);
    expect(items()[0]).toHaveTextContent('Reviewnew, raised Nov 24, 2026');
    expect(items()[0]).toHaveTextContent('To do: Review who burns.');
    expect(items()[1]).toHaveTextContent('Data too oldopen, raised Nov 17, 2026');
    expect(items()[2]).toHaveTextContent('Team empty, Bridgesacknowledged');
  });

  test('alerts of the last review are there before the next one', async () => {
    await openMonitor('monitor rerun');
    expect(items()).toHaveLength(3);
  });

  test('Acknowledge keeps the state on the sheet, counts the badge down, and keeps the keyboard', async () => {
    const { fake, user } = await monitored();
    expect(button(/^Monitor 2 open alerts /)).toBeVisible();
    await user.click(button('Acknowledge Review'));
    await settle();
    expect(fake.ledger.edits).toEqual([{ id: 'review|2026-03-01', state: 'acknowledged', owner: '' }]);
    expect(button(/^Monitor 1 open alert /)).toBeVisible();
    expect(spoken()).toBe('Acknowledged. 1 alert is open.');
    expect(button('Reopen Review')).toHaveFocus();
    // Moved in the list, it would lose the keyboard in a browser.
    expect(items()[0]).toHaveTextContent('Reviewacknowledged, raised Nov 24, 2026');
  });

  test('an owner typed is kept, and stays with the alert when it is acknowledged at once', async () => {
    const { fake, user } = await monitored();
    await user.type(screen.getByLabelText('Owner of Review'), ' Robin ');
    await user.click(button('Acknowledge Review'));
    await settle();
    expect(fake.ledger.edits).toEqual([
      { id: 'review|2026-03-01', state: 'open', owner: 'Robin' },
      { id: 'review|2026-03-01', state: 'acknowledged', owner: 'Robin' },
    ]);
    expect(screen.getByLabelText('Owner of Review')).toHaveValue('Robin');
  });

  test('leaving an owner as it is writes nothing', async () => {
    const { fake, user } = await monitored();
    await user.click(screen.getByLabelText('Owner of Team empty, Bridges'));
    await user.tab();
    expect(fake.ledger.edits).toEqual([]);
  });

  test('closing one takes it off the list, and the keyboard lands on the summary', async () => {
    const { user } = await monitored();
    await user.click(button('Close Team empty, Bridges'));
    await settle();
    expect(items()).toHaveLength(2);
    expect(screen.getByText('2 alerts are open.', { selector: 'p' })).toHaveFocus();
  });

  test('the row of an alert is one click away', async () => {
    const { fake, user } = await monitored();
    await user.click(within(items()[1] ?? document.body).getByRole('button', { name: /^Show row/ }));
    expect(fake.selected).toEqual(["'Flex Alerts'!A12:H12"]);
  });

  test('an alert that is gone says what to do', async () => {
    const { user } = await monitored('monitor ready', {
      editAlert: async () => {
        throw failure('The alert review|2026-03-01 is not on Flex Alerts any more. Run Monitor again.');
      },
    });
    await user.click(button('Acknowledge Review'));
    await settle();
    expect(screen.getByText(/not on Flex Alerts any more/, { selector: 'span' })).toBeVisible();
    expect(button('Acknowledge Review')).toBeVisible();
  });
});

test('notes of the user’s between alerts never lead to the wrong row: the register is shown instead', () => {
  expect(alertAddress("'Flex Alerts'!A10:H15", ALERTS, 'budget|old')).toBe("'Flex Alerts'!A10:H15");
  expect(alertAddress("'Flex Alerts'!A10:H14", ALERTS, 'budget|old')).toBe("'Flex Alerts'!A14:H14");
});

test('a status weighs by its words: old data are never shown as good', () => {
  expect(
    ['OK', 'OK – early', 'Review (30%)', 'Top-up (20%) – early', 'Escalate (10%)'].map(weightOf),
  ).toEqual(['good', 'warning', 'note', 'warning', 'danger']);
  expect(
    ['Data too old', 'No pack', 'Used up', 'Ended, overrun', 'Ended', 'Not begun'].map(weightOf),
  ).toEqual(['old', 'danger', 'danger', 'danger', 'note', 'note']);
});
