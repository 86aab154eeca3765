/** Fingerprints of usage as it stands, kept apart from readings: they are small, and several commands ask for the same one. */
import type { CellRect } from '../../report/model/address';
import { readBlocks } from '../host/block-reader';
import { createFingerprint } from '../host/fingerprint';
import { seen } from '../host/seen';

interface Cells {
  readonly sheet: string;
  readonly sheetId: string;
  readonly rect: CellRect;
}

const FINGERPRINTS = seen<string>(20);

/** Readings that do not know their cells yet: they may turn out to be the ones that a fingerprint is wanted of. */
const finding = new Set<Promise<unknown>>();

/** Work that finds cells and begins to read them. */
export async function findingCells<T>(work: () => Promise<T>): Promise<T> {
  const found = work();
  finding.add(found);
  try {
    return await found;
  } finally {
    finding.delete(found);
  }
}

export async function usageFingerprint(context: Excel.RequestContext, cells: Cells): Promise<string> {
  await Promise.allSettled(finding);
  return await at(cells, async () => {
    const fingerprint = createFingerprint();
    await readBlocks(context, cells.sheet, cells.rect, (block) => {
      fingerprint.add(block);
    });
    return fingerprint.text();
  });
}

/** Cells that are being read for more than their fingerprint. */
export function knowFingerprint(cells: Cells, fingerprint: Promise<string>): void {
  // Whoever reads them is told when that fails.
  at(cells, () => fingerprint).catch(() => undefined);
}

function at({ sheetId, rect }: Cells, look: () => Promise<string>): Promise<string> {
  const { row, column, rows, columns } = rect;
  return FINGERPRINTS.at([sheetId], [row, column, rows, columns].join(' '), look);
}
