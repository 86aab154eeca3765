import { normalizeName } from './names';

/**
 * Other spellings of one product or Collection, each list headed by the name the cards use. Equality after normalizeName only: what is
 * not here is unknown, however near it looks. Sources: the governing guide, and offering names as Autodesk Account exports print them.
 */
const ALIASES: readonly (readonly string[])[] = [
  ['AutoCAD', 'AutoCAD - including specialized toolsets'],
  ['Civil 3D', 'AutoCAD Civil 3D'],
  ['Inventor Pro', 'Inventor', 'Inventor Professional'],
  ['3ds Max', '3D Studio Max'],
  ['Fusion', 'Fusion 360'],
  ['ReCap Pro', 'ReCap Professional'],
  ['Robot Structural', 'Robot Structural Analysis', 'Robot Structural Analysis Professional'],
  ['InfraWorks', 'InfraWorks 360'],
  ['Autodesk Docs', 'Docs'],
  ['Autodesk Build', 'Build'],
  [
    'AEC Collection',
    'AEC',
    'Architecture Engineering & Construction Collection',
    'Architecture, Engineering and Construction Collection',
    'Architecture, Engineering & Construction Collection (AEC)',
  ],
  [
    'PDM Collection',
    'PDMC',
    'PD&M Collection',
    'Product Design & Manufacturing Collection',
    'Product Design and Manufacturing Collection',
  ],
  ['M&E Collection', 'Media & Entertainment Collection', 'Media and Entertainment Collection'],
];

const KEY_OF_ALIAS: ReadonlyMap<string, string> = new Map(
  ALIASES.flatMap((names) => {
    const key = normalizeName(names[0] ?? '');
    return names.map((name): [string, string] => [normalizeName(name), key]);
  }),
);

/** The key two names share when they mean the same product or Collection. */
export function productKey(text: string): string {
  const key = normalizeName(text);
  return KEY_OF_ALIAS.get(key) ?? key;
}
