/** Facts of a run, kept in the custom properties of the sheet it wrote, so that they come and go with it. Never personal. */
import type { CellValue } from '../../report/model/document';
import type { SourceReading } from '../usage/reading';

export const RUN_KEYS = {
  when: 'FlexGovernorWhen',
  input: 'FlexGovernorInput',
  source: 'FlexGovernorSource',
  people: 'FlexGovernorPeople',
  fingerprint: 'FlexGovernorFingerprint',
  inputs: 'FlexGovernorInputs',
  assumptions: 'FlexGovernorAssumptions',
  pane: 'FlexGovernorPane',
  adopted: 'FlexGovernorAdopted',
} as const;

/** Excel keeps at most 255 characters a property: longer texts go on under the key with 2, 3, … behind it. */
const PART_LENGTH = 240;
const PARTS = 4;

export interface RunFacts {
  readonly when: Date;
  readonly people: number;
  readonly used: Readonly<Record<string, CellValue>>;
  readonly pane: Readonly<Record<string, CellValue>>;
  readonly adopted: readonly string[];
  /** Fingerprints of what was read beside the usage, by key of the input. */
  readonly inputs: Readonly<Record<string, string>>;
}

/** The properties that a run's sheet bears. */
export function runRecord(
  { source, fingerprint }: SourceReading,
  facts: RunFacts,
): Readonly<Record<string, string>> {
  return {
    [RUN_KEYS.when]: facts.when.toISOString(),
    [RUN_KEYS.input]: source.address,
    [RUN_KEYS.source]: source.choice.kind === 'table' ? `table:${source.choice.name}` : source.choice.kind,
    [RUN_KEYS.people]: String(facts.people),
    [RUN_KEYS.fingerprint]: fingerprint,
    ...inParts(RUN_KEYS.inputs, JSON.stringify(facts.inputs)),
    ...inParts(RUN_KEYS.assumptions, JSON.stringify(facts.used)),
    ...inParts(RUN_KEYS.pane, JSON.stringify(facts.pane)),
    ...(facts.adopted.length === 0 ? {} : inParts(RUN_KEYS.adopted, facts.adopted.join(','))),
  };
}

function inParts(key: string, text: string): Readonly<Record<string, string>> {
  const parts: Record<string, string> = {};
  for (let part = 0; part * PART_LENGTH < text.length; part += 1) {
    parts[partKey(key, part)] = text.slice(part * PART_LENGTH, (part + 1) * PART_LENGTH);
  }
  return parts;
}

function partKey(key: string, part: number): string {
  return part === 0 ? key : `${key}${part + 1}`;
}

/** Properties of a sheet by key; '' where there is none. Long texts are put together again. */
export async function readRecord<K extends string>(
  context: Excel.RequestContext,
  sheet: string,
  keys: readonly K[],
): Promise<Readonly<Record<K, string>>> {
  const { customProperties } = context.workbook.worksheets.getItem(sheet);
  const held = keys.flatMap((key) =>
    Array.from({ length: PARTS }, (_, part) => {
      const property = customProperties.getItemOrNullObject(partKey(key, part));
      property.load('value');
      return { key, property };
    }),
  );
  await context.sync();
  const record = Object.fromEntries(keys.map((key) => [key, ''])) as Record<K, string>;
  for (const { key, property } of held) if (!property.isNullObject) record[key] += property.value;
  return record;
}

/** Fingerprints of the inputs of a run; empty where its sheet bears none. */
export function recordedInputs(text: string): Readonly<Record<string, string>> {
  return text === '' ? {} : (JSON.parse(text) as Record<string, string>);
}
