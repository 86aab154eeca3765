import { createPaneServices } from '../../../src/excel/pane/services';
import type { LoadedHost } from '../../office/load';
import { checkComplianceOf, COMPLIANCE_USAGE, complianceWorkbook, inspectComplianceOf } from './workbook';
import { named, typeRow } from '../pool/workbook';
import { dump, fill, sheetNames, tableRows } from '../workbook';

// A whole run through the host takes some seconds where the machine is busy.
jest.setTimeout(60_000);

let loaded: LoadedHost;
beforeEach(async () => {
  loaded = await complianceWorkbook();
});

const findingsOf = (user: string) => tableRows(loaded, 'FlexFindings').filter((row) => row['Who'] === user);
/** As a user types beside a finding. */
function enter(user: string, column: string, value: string): void {
  const row = tableRows(loaded, 'FlexFindings').findIndex((finding) => finding['Who'] === user);
  typeRow(loaded, 'FlexFindings', row, { [column]: value });
}

describe('Check compliance', () => {
  test('finds who left, whose contract ended and the service name, and leaves who was hired again alone', async () => {
    const outcome = await checkComplianceOf();
    expect(sheetNames(loaded)).toEqual(expect.arrayContaining(['Flex Compliance', 'Flex ITAM']));
    expect(findingsOf('lea@x.org')).toMatchObject([{ Rule: 'departed', State: 'open', Rows: '2' }]);
    expect(findingsOf('zed@x.org')).toMatchObject([{ Rule: 'contractor ended' }]);
    expect(findingsOf('svc-render@x.org')).toMatchObject([{ Rule: 'service name' }]);
    expect(findingsOf('gus@x.org')).toEqual([]);
    expect(outcome.findings.map(({ user, isNew }) => [user, isNew])).toContainEqual(['lea@x.org', true]);
    const open = outcome.open.high + outcome.open.medium + outcome.open.low;
    expect(open).toBe(outcome.total);
    expect(outcome.finding).toContain(`${open} findings are open`);
  });

  test('a check that the data cannot carry says what is missing, and counts as not known instead of clean', async () => {
    const outcome = await checkComplianceOf();
    const overlap = tableRows(loaded, 'FlexChecks').find((row) => row['Rule'] === 'overlapping sessions')!;
    expect(overlap['Ran']).toBe('no');
    expect(overlap['Findings'] ?? '').toBe('');
    expect(String(overlap['Why it could not run, or what was set aside']).length).toBeGreaterThan(20);
    const skipped = outcome.checks.filter(({ ran }) => !ran).length;
    expect(outcome.finding).toContain(`${skipped} of 10 checks could not run`);
    expect(loaded.host.state.names.some(({ name }) => name === 'Flex_ComplianceSkipped')).toBe(true);
  });

  test('an accepted finding keeps its state and reason, a typed reason stays, and what is gone is closed', async () => {
    const first = await checkComplianceOf();
    const idOf = (user: string) => first.findings.find((finding) => finding.user === user)!.id;
    enter('svc-render@x.org', 'State', 'Accepted');
    enter('svc-render@x.org', 'Reason', 'render farm, see contract');
    enter('zed@x.org', 'Reason', 'asked HR');
    fill(
      loaded,
      'Usage',
      COMPLIANCE_USAGE.filter(([user]) => user !== 'lea@x.org'),
    );
    const second = await checkComplianceOf();
    expect(findingsOf('svc-render@x.org')).toMatchObject([
      { Id: idOf('svc-render@x.org'), State: 'accepted', Reason: 'render farm, see contract' },
    ]);
    expect(findingsOf('zed@x.org')).toMatchObject([{ State: 'open', Reason: 'asked HR' }]);
    expect(findingsOf('lea@x.org')).toMatchObject([{ State: 'closed', Id: idOf('lea@x.org') }]);
    expect(second).toMatchObject({ new: 0, accepted: 1, closed: 1 });
    expect((await inspectComplianceOf()).earlier).toMatchObject({ accepted: 1, closed: 1 });
  });

  test('a state that is none is refused with its cell, and nothing is written', async () => {
    await checkComplianceOf();
    enter('zed@x.org', 'State', 'fine');
    const before = dump(loaded.host);
    await expect(checkComplianceOf()).rejects.toThrow(
      /^State in 'Flex Compliance'!I\d+ is "fine"\. Enter open, accepted, closed there/,
    );
    expect(dump(loaded.host)).toEqual(before);
  });

  test('before a run it says where assignments and end dates come from, and which row of theirs is left out', async () => {
    const inspection = await inspectComplianceOf();
    expect(inspection).toMatchObject({
      people: 6,
      seats: { from: 'Flex Seats', assignments: 1 },
      employment: { people: 5, ended: 3 },
      moves: null,
      earlier: null,
      canRun: true,
    });
    expect(inspection.writes).toEqual([
      { sheet: 'Flex Compliance', state: 'new' },
      { sheet: 'Flex ITAM', state: 'new' },
    ]);
    expect(inspection.messages.map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/^1 of 2 rows of Flex Seats could not be used/),
    );
  });

  test('is out of date once somebody is given an end date', async () => {
    await checkComplianceOf();
    expect((await createPaneServices().lastRuns()).compliance).toMatchObject({ stale: false, people: 6 });
    fill(loaded, 'Flex People', [
      ['Email', 'End date'],
      ['ann@x.org', 46_000],
    ]);
    expect((await createPaneServices().lastRuns()).compliance).toMatchObject({ stale: true });
  });
});

describe('The register', () => {
  test('puts the seat and the tokens of a person beside each other, its cost following the token price', async () => {
    const outcome = await checkComplianceOf();
    const rows = tableRows(loaded, 'FlexItam', true);
    const ann = rows.find((row) => row['User'] === 'ann@x.org')!;
    expect(ann).toMatchObject({ Product: 'AutoCAD', Tokens: 6, 'Seat price': 2030 });
    expect(ann['Yearly cost']).toMatch(/^=I\d+\+H\d+\*Flex_ItamTokenPrice$/);
    expect(named(loaded, 'Flex_ItamTokenPrice')).toBe(0.3);
    // 140 tokens at $0.30, and ann's seat.
    expect(outcome.itam).toMatchObject({ rows: 6, people: 6, priceMissing: 0 });
    expect(outcome.itam.yearlyCost).toBeCloseTo(2030 + 140 * 0.3, 6);
  });

  test('exports as CSV in which a name beginning like a formula is text', async () => {
    await expect(createPaneServices().exportItamCsv()).rejects.toThrow('Run Check compliance first');
    await checkComplianceOf();
    const { name, text } = await createPaneServices().exportItamCsv();
    expect(name).toBe('flex-itam.csv');
    const lines = text.split('\r\n');
    expect(lines[0]).toMatch(/^User,Name,Product,Access,Assigned since,Last use,/);
    expect(lines.filter((line) => line.startsWith("'@ops,"))).toHaveLength(1);
    expect(text).toContain('2026-10-15');
    expect(lines.some((line) => /^[=+@-]/.test(line))).toBe(false);
  });
});
