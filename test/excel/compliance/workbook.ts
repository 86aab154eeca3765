/** A workbook for the tests of Check compliance: planted cases worked out by hand on the guide card, and decoys beside them. */
import type { ComplianceInspection, ComplianceOutcome } from '../../../src/excel/contract/compliance';
import { createPaneServices } from '../../../src/excel/pane/services';
import type { SegmentSettings } from '../../../src/excel/contract/services';
import { DEFAULT_SETTINGS } from '../../../src/excel/runs/settings';
import type { LoadedHost } from '../../office/load';
import { fill, OCTOBER, workbook, type Cell } from '../workbook';

export const SOURCE = { kind: 'sheet', name: 'Usage' } as const;

/**
 * lea left on 30 September and burns 10 h of Revit in October: a case. gus was hired again, so his October is none. zed is a contractor
 * whose contract ended in September: a case. svc-render has a service name: a case. @ops is a name that must stay text.
 */
export const COMPLIANCE_USAGE: readonly (readonly Cell[])[] = [
  ['User', 'Product', 'Date', 'Hours', 'Tokens'],
  ['lea@x.org', 'Revit', OCTOBER, 10, 50],
  ['gus@x.org', 'Revit', OCTOBER, 10, 50],
  ['zed@x.org', 'AutoCAD', OCTOBER, 4, 4],
  ['svc-render@x.org', 'Revit', OCTOBER, 3, 15],
  ['@ops', 'Revit', OCTOBER - 1, 3, 15],
  ['ann@x.org', 'AutoCAD', OCTOBER - 1, 6, 6],
  ['ann@x.org', 'Revit', OCTOBER, 'n/a', null],
];

const SEPTEMBER_30 = OCTOBER - 15;

export const PEOPLE: readonly (readonly Cell[])[] = [
  ['Email', 'User type', 'Start date', 'End date'],
  ['lea@x.org', 'Employee', null, SEPTEMBER_30],
  ['gus@x.org', 'Employee', null, SEPTEMBER_30],
  ['gus@x.org', 'Employee', SEPTEMBER_30 + 3, null],
  ['zed@x.org', 'Contractor', null, SEPTEMBER_30],
  ['ann@x.org', 'Employee', null, null],
];

/** ann holds an AutoCAD seat: $2,030 a year. */
export const SEATS: readonly (readonly Cell[])[] = [
  ['User', 'Product', 'Assigned'],
  ['ann@x.org', 'AutoCAD', OCTOBER - 300],
  ['', 'Revit', null],
];

export async function complianceWorkbook(): Promise<LoadedHost> {
  const loaded = await workbook(COMPLIANCE_USAGE);
  fill(loaded, 'Flex People', PEOPLE);
  fill(loaded, 'Flex Seats', SEATS);
  return loaded;
}

export function checkComplianceOf(
  signal?: AbortSignal,
  settings: Partial<SegmentSettings> = {},
): Promise<ComplianceOutcome> {
  return createPaneServices().commands.compliance.run(
    SOURCE,
    { ...DEFAULT_SETTINGS, ...settings },
    {},
    () => undefined,
    signal ?? new AbortController().signal,
  );
}

export function inspectComplianceOf(): Promise<ComplianceInspection> {
  return createPaneServices().commands.compliance.inspect(
    SOURCE,
    DEFAULT_SETTINGS,
    {},
    () => undefined,
    new AbortController().signal,
  );
}
