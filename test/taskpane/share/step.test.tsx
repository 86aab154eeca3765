/** @jest-environment jsdom */
import axe from 'axe-core';
import { screen } from '@testing-library/react';
import { button, openPane, settle } from '../render-pane';

jest.setTimeout(120_000);
beforeAll(() => jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null));

async function openShare() {
  const pane = await openPane('before');
  await pane.user.click(screen.getByRole('button', { name: /^Share/ }));
  await pane.user.click(button('Check the workbook'));
  await settle();
  return pane;
}

test('a look says what needs the add-in, what a colleague sees and who is named, and writes nothing', async () => {
  const { user, fake: services } = await openShare();
  expect(screen.getByText(/2 formulas need the add-in/)).toBeVisible();
  expect(screen.getByText('412 people are named in this workbook.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: /^Which\?/ }));
  await user.click(screen.getByRole('button', { name: 'Select Report!B4' }));
  expect(services.selected).toEqual(['Report!B4']);
  expect(services.writes).toEqual([]);
});

test('freezing leads to Restore, and what was changed since is listed with its formula', async () => {
  const { user, fake: services } = await openShare();
  await user.click(button('Freeze to values'));
  await settle();
  expect(screen.getAllByText(/2 formulas were replaced by 2 values/)[0]).toBeVisible();
  await user.click(button('Restore formulas'));
  await settle();
  expect(screen.getAllByText(/1 cell was changed since/)[0]).toBeVisible();
  expect(screen.getByText(/held =FLEX.BREAKEVEN/)).toBeVisible();
  expect(services.writes).toEqual(['freeze', 'restore']);
});

test('control totals that are broken are said to be, with the way to the sheet', async () => {
  const { user, fake: services } = await openShare();
  await user.click(button('Write Flex Checks'));
  await settle();
  expect(screen.getAllByText(/compares 20 totals. 1 is broken/)[0]).toBeVisible();
  await user.click(screen.getByRole('button', { name: /^Show Flex Checks/ }));
  expect(services.selected).toEqual(["'Flex Checks'!A4:D5"]);
});

test('names are replaced only with a key that the user says to have kept, and in his own sheets only when asked', async () => {
  const { user, fake: services } = await openShare();
  await user.click(screen.getByRole('button', { name: /^Replace names by aliases/ }));
  await user.click(button('Replace names'));
  expect(services.writes).toEqual([]);
  await user.type(screen.getByLabelText('Key'), 'abc');
  expect(screen.getByText(/A key has 64 digits/)).toBeVisible();
  await user.click(button('Make a new key'));
  await user.click(button('Replace names'));
  expect(services.writes).toEqual([]);
  await user.click(screen.getByLabelText(/I have kept the key/));
  await user.click(button('Replace names'));
  await settle();
  await user.click(screen.getByLabelText(/Change my own sheets too/));
  await user.click(button('Replace names'));
  await settle();
  expect(services.writes).toEqual([
    'pseudonymise with the key, own sheets false',
    'pseudonymise with the key, own sheets true',
  ]);
});

test('axe finds nothing, with everything open', async () => {
  const { user } = await openShare();
  for (const closed of screen.queryAllByRole('button', { expanded: false })) await user.click(closed);
  const result = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});
