/** Where the figures of a sheet come from, so that a reader can repeat the run. */
import type { Figure, Provenance } from './document';

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
    text('When', `${provenance.when.slice(0, 16).replace('T', ' ')} UTC`),
    text('Input', provenance.input),
    text('Fingerprint of the input', provenance.inputFingerprint, 'changes when a cell of the input changes'),
    text('Rate card', provenance.card),
    text('Date of its figures', provenance.cardDate === '' ? 'not given' : provenance.cardDate),
    count('Rows read', provenance.read),
    count('Rows used', provenance.used),
    count('Rows left out', provenance.rejected),
  ];
}
