/** @jest-environment jsdom */
import axe from 'axe-core';
import { act, fireEvent, screen, within } from '@testing-library/react';
import { REGISTER_CSV } from './fake';
import { failure } from '../fake-services';
import { checked, openCompliance } from './open';
import { PAUSE, region } from '../pool/open';
import { button, open, settle, spoken } from '../render-pane';

jest.setTimeout(30_000);

/** What the page was asked to download, and whether it may. */
function downloads(refused = false): { readonly files: { name: string; blob: Blob }[] } {
  const files: { name: string; blob: Blob }[] = [];
  let blob = new Blob();
  Object.assign(URL, {
    createObjectURL: (made: Blob) => {
      if (refused) throw new Error('refused');
      blob = made;
      return 'blob:register';
    },
    revokeObjectURL: () => undefined,
  });
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
    this: HTMLAnchorElement,
  ) {
    files.push({ name: this.download, blob });
  });
  return { files };
}

const textOf = (blob: Blob): Promise<string> =>
  new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(blob);
  });

afterEach(() => jest.restoreAllMocks());

describe('after a compliance check', () => {
  test('open findings are counted by severity, beside how many checks ran at all', async () => {
    await checked();
    const result = region('Result');
    expect(result).toHaveTextContent('3 open findingsin the data to Oct 31, 2026');
    expect(result).toHaveTextContent('5 of 10 checks ranthe data, or a list, is missing for the others');
    expect(
      within(screen.getByRole('list', { name: 'Open findings by severity' }))
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual(['1 high', '0 medium', '2 low']);
    expect(result).toHaveTextContent('3 new since the last check; 2 accepted, 1 closed.');
    expect(spoken()).toMatch(/^Done\. 3 findings are open:.*is not known\.$/);
  });

  test('a check that could not run says what is missing, and is never told as clean', async () => {
    const { user } = await checked();
    const checks = region('Checks');
    expect(checks).toHaveTextContent('5 checks could not run: what they look for is not known.');
    await open(user, 'What is missing: show');
    expect(checks).toHaveTextContent(
      'Shared credentials: sessions on two machines at onceMissing for overlapping sessions.',
    );
    expect(checks).not.toHaveTextContent('Nothing found.');
    await open(user, '5 checks ran: show');
    expect(checks).toHaveTextContent('1 finding. Two rehired people were set aside.');
  });

  test('findings stand by check, the gravest open, each with who, evidence, doubt and what to do', async () => {
    await checked();
    const findings = region('Findings');
    expect(
      within(findings)
        .getAllByRole('button', { name: /: \d/ })
        .filter((each) => each.hasAttribute('aria-expanded'))
        .map((each) => each.textContent),
    ).toEqual([
      'Departed user still burning tokens: 1 open',
      'Shared credentials: more than 24 hours in a day: 2 open, 2 accepted, 1 closed',
    ]);
    expect(findings).toHaveTextContent('HighLea Mann (lea@example.com), Revitnew');
    expect(findings).toHaveTextContent('Left on 2026-09-30');
    expect(findings).toHaveTextContent('May be harmless: The last day was moved');
    expect(findings).toHaveTextContent('To do: Remove the person from Flex');
  });

  test('a finding leads to its cell and to the first row that shows it', async () => {
    const { fake, user } = await checked();
    await user.click(button("Show finding: 'Flex Compliance'!A18"));
    await user.click(button('Show first row: Usage!A14:G14'));
    expect(fake.selected).toEqual(["'Flex Compliance'!A18", 'Usage!A14:G14']);
    await open(user, /^Which rows\? Departed/);
    expect(region('Findings')).toHaveTextContent('Row 14 of the usage, its header being row 1.');
  });

  test('an accepted finding shows its reason, and the lack of one; a closed one says why', async () => {
    const { user } = await checked();
    await open(user, /^Shared credentials: more than 24/);
    const findings = region('Findings');
    expect(findings).toHaveTextContent('accepted: two screens');
    expect(findings).toHaveTextContent('accepted without a reason');
    expect(findings).not.toHaveTextContent('closed: no longer found');
    await user.click(button('Show 2 more findings'));
    expect(findings).toHaveTextContent('closed: no longer found');
  });

  test('the register names rows, people and cost, and what the cost leaves out', async () => {
    await checked();
    expect(region('ITAM register')).toHaveTextContent('$800,010 a yearin 578 rows of 401 people');
    expect(region('ITAM register')).toHaveTextContent('40 rows have a seat whose price is missing');
  });

  test('the register is saved as the file that the sheet gives, and only when asked', async () => {
    const { files } = downloads();
    const { fake, user } = await checked();
    expect(fake.calls).not.toContain('exportItamCsv');
    await user.click(button('Save register as CSV'));
    expect(files).toHaveLength(1);
    expect(files[0]?.name).toBe('flex-itam.csv');
    expect(files[0]?.blob.type).toBe('text/csv;charset=utf-8');
    expect(await textOf(files[0]?.blob ?? new Blob())).toBe(REGISTER_CSV);
    expect(screen.getByText(/flex-itam\.csv was given to the browser to save/)).toBeVisible();
    expect(button('No file? Copy its text')).toHaveAttribute('aria-expanded', 'false');
  });

  test('where the host refuses files the text is offered at once, and can be copied', async () => {
    const { files } = downloads(true);
    const copied: string[] = [];
    const { user } = await checked();
    jest.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => {
      copied.push(text);
    });
    await user.click(button('Save register as CSV'));
    expect(files).toEqual([]);
    expect(screen.getByText(/This Excel saves no files from a pane/)).toBeVisible();
    await user.click(button('Copy the register'));
    expect(copied).toEqual([REGISTER_CSV]);
    expect(screen.getByText('The register is copied.')).toBeVisible();
  });

  test('where the clipboard is closed too, the text stands there to be selected', async () => {
    downloads(true);
    const { user } = await checked();
    jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
    await user.click(button('Save register as CSV'));
    await user.click(button('Copy the register'));
    const area = screen.getByRole('textbox', { name: 'The register as CSV' });
    fireEvent.focus(area);
    // A text area has line feeds where the file has CRLF.
    expect((area as HTMLTextAreaElement).value.split(/\r?\n/)).toEqual(REGISTER_CSV.split('\r\n'));
  });

  test('a register that was deleted is told, and no file appears', async () => {
    const { files } = downloads();
    const { user } = await checked('compliance ready', {
      exportItamCsv: () => Promise.reject(failure('There is no Flex ITAM to export yet.', 'NoRegister')),
    });
    await user.click(button('Save register as CSV'));
    await settle();
    expect(files).toEqual([]);
    expect(screen.getAllByText(/There is no Flex ITAM to export yet/)[0]).toBeVisible();
  });

  test('a clean check says so, and what comes next', async () => {
    await checked('compliance clean');
    expect(region('Result')).toHaveTextContent('0 open findings');
    expect(screen.queryByRole('region', { name: 'Findings' })).not.toBeInTheDocument();
    expect(region('Checks')).not.toHaveTextContent('could not run');
    expect(region('ITAM register')).not.toHaveTextContent('missing');
    expect(region('Next')).toHaveTextContent('Nothing is open. Check again after the next import.');
  });

  test('what comes next names the high findings and what the data lacks', async () => {
    await checked();
    expect(region('Next')).toHaveTextContent(
      'Ask about the 1 high finding first. Enter what you learn in State and Reason on Flex Compliance; a rerun keeps both. 5 checks could not run: add what they lack, then check again.',
    );
  });

  test('rows left out are listed and an edited finding marks the result as out of date', async () => {
    const { fake, user } = await checked();
    await open(user, /1 row left out/);
    expect(screen.getByText(/Row 214 of Usage: Hours is “n\/a”/)).toBeVisible();
    act(() => fake.changed('data', 'Flex Compliance'));
    expect(screen.getByText(/A sheet that it reads changed since/)).toBeVisible();
  });

  test('Cancel stops a check and says that the workbook is as it was', async () => {
    const { fake, user } = await openCompliance('compliance running');
    await user.click(button('Check compliance'));
    await user.click(button('Cancel'));
    await settle(PAUSE);
    expect(fake.writes).toEqual([]);
    expect(screen.getAllByText('Cancelled. The workbook is as it was.')[0]).toBeVisible();
  });

  test.each(['compliance ready', 'compliance clean'] as const)(
    'a screen reader finds nothing amiss after a check: %s',
    async (scenario) => {
      jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
      downloads();
      const { user } = await checked(scenario);
      await user.click(button('Save register as CSV'));
      for (const closed of screen.queryAllByRole('button', { expanded: false })) await user.click(closed);
      const result = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
      expect(
        result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
      ).toEqual([]);
    },
  );
});
