/** Where the figures of a sheet come from, so that a reader can repeat the run. */
import { completenessOf, incompleteText, type UsageReading } from '../../engine/usage';
import type { Figure, Provenance } from './document';

/** How much of the usage was read, and on which part of it a result rests. */
export function readingCounts(
  reading: UsageReading,
): Pick<Provenance, 'read' | 'used' | 'rejected' | 'completeness'> {
  return {
    read: reading.read,
    used: reading.used,
    rejected: reading.rejected.length,
    completeness: completenessOf(reading),
  };
}

/** The moment of a run, from its ISO text. @example "2026-11-01 08:00 UTC" */
export function momentText(when: string): string {
  return `${when.slice(0, 16).replace('T', ' ')} UTC`;
}

/** Product, time, input with its fingerprint, rate card and row counts. */
export function provenanceFigures(provenance: Provenance): readonly Figure[] {
  const text = (label: string, value: string, note?: string): Figure => ({
    label,
    value,
    numberFormat: 'General',
    ...(note === undefined ? {} : { note }),
  });
  const count = (label: string, value: number): Figure => ({
    label,
    value,
    numberFormat: '#,##0',
    unit: 'rows',
  });
  return [
    text('Made by', `${provenance.product} ${provenance.version}`),
    text('When', momentText(provenance.when)),
    text('Input', provenance.input),
    text('Fingerprint of the input', provenance.inputFingerprint, 'changes when a cell of the input changes'),
    text('Rate card', provenance.card),
    text('Date of its figures', provenance.cardDate === '' ? 'not given' : provenance.cardDate),
    count('Rows read', provenance.read),
    count('Rows used', provenance.used),
    count('Rows left out', provenance.rejected),
    ...completenessFigures(provenance),
  ];
}

function completenessFigures({ completeness }: Provenance): readonly Figure[] {
  if (completeness === null) return [];
  const share = (label: string, value: number, note: string): Figure => ({
    label,
    value,
    numberFormat: '0.0%',
    note,
  });
  return [
    {
      label: 'Complete',
      value: completeness.complete ? 'yes' : 'no',
      numberFormat: 'General',
      note: completeness.complete
        ? 'no token that was charged and at most 1 % of the rows left out'
        : incompleteText(completeness),
    },
    share('Share of the rows', completeness.rowShare, 'on which these figures rest'),
    share('Share of the tokens', completeness.tokenShare, 'that the rows carry, on which these figures rest'),
  ];
}
