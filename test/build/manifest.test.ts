/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { version } from '../../package.json';

const ROOT = path.resolve(__dirname, '../..');
const text = readFileSync(path.join(ROOT, 'manifest.xml'), 'utf8');
const manifest = new DOMParser().parseFromString(text, 'application/xml');

const all = (name: string): Element[] => [...manifest.getElementsByTagName(name)];
const one = (name: string): Element => {
  const [first, ...more] = all(name);
  if (!first || more.length > 0)
    throw new Error(`manifest.xml holds ${more.length + (first ? 1 : 0)} <${name}>, not one.`);
  return first;
};
const valueOf = (name: string): string =>
  one(name).getAttribute('DefaultValue') ?? one(name).textContent ?? '';
const resids = (selector: string): (string | null)[] =>
  [...manifest.querySelectorAll(selector)].map((element) => element.getAttribute('resid'));
const resources = all('Resources').flatMap((element) => [...element.querySelectorAll('[id]')]);

/** The order Office demands; an element may be left out, never moved. Source: Microsoft's manifest schema. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    ...[
      'Id',
      'AlternateId',
      'Version',
      'ProviderName',
      'DefaultLocale',
      'DisplayName',
      'Description',
      'IconUrl',
    ],
    ...['HighResolutionIconUrl', 'SupportUrl', 'AppDomains', 'Hosts', 'Requirements', 'DefaultSettings'],
    ...['Permissions', 'VersionOverrides'],
  ],
  VersionOverrides: ['Description', 'Requirements', 'Hosts', 'Resources'],
  Host: ['Runtimes', 'AllFormFactors', 'DesktopFormFactor'],
  DesktopFormFactor: ['GetStarted', 'FunctionFile', 'ExtensionPoint'],
  GetStarted: ['Title', 'Description', 'LearnMoreUrl'],
  Group: ['Label', 'Icon', 'Control'],
  Control: ['Label', 'Supertip', 'Icon', 'Action'],
  Supertip: ['Title', 'Description'],
  Action: ['TaskpaneId', 'SourceLocation', 'FunctionName'],
  Resources: ['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings'],
};
/** A custom-functions extension point has children of its own, in this order. */
const FUNCTIONS_ORDER = ['Script', 'Page', 'Metadata', 'Namespace'];

function inOrder(parent: Element, order: readonly string[]): void {
  const places = [...parent.children].map((child) => order.indexOf(child.tagName));
  expect([parent.tagName, places]).toEqual([parent.tagName, [...places].sort((a, b) => a - b)]);
  expect([parent.tagName, places.includes(-1)]).toEqual([parent.tagName, false]);
}

const pngSize = (file: string): [number, number] => {
  const bytes = readFileSync(path.join(ROOT, file));
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
};
const iconFile = (url: string | null): string => (url ?? '').replace('https://localhost:3000/', '');

test('the manifest is well-formed XML', () => {
  expect(manifest.querySelector('parsererror')).toBeNull();
});

test.each(Object.keys(ORDER))('Office can read the children of %s in the order it demands', (name) => {
  const parents = all(name);
  expect(parents.length).toBeGreaterThan(0);
  for (const parent of parents) {
    if (parent.tagName === 'Host' && parent.children.length === 0) continue;
    inOrder(parent, ORDER[name] ?? []);
  }
});

test('the custom functions are declared in the order Office demands', () => {
  const point = manifest.querySelector('AllFormFactors > ExtensionPoint');
  if (!point) throw new Error('The custom-functions extension point is missing.');
  inOrder(point, FUNCTIONS_ORDER);
});

test('every resid leads to a resource and every resource is used', () => {
  const used = new Set(
    [...manifest.querySelectorAll('[resid]')].map((element) => element.getAttribute('resid')),
  );
  const defined = resources.map((element) => element.getAttribute('id'));
  expect([...used].sort()).toEqual([...defined].sort());
  expect(new Set(defined).size).toBe(defined.length);
});

test('ids and texts stay within the lengths Office accepts', () => {
  for (const element of resources) {
    expect(element.getAttribute('id')?.length).toBeLessThanOrEqual(32);
    const limit =
      { 'bt:ShortStrings': 125, 'bt:LongStrings': 250 }[element.parentElement?.tagName ?? ''] ?? 2048;
    expect(element.getAttribute('DefaultValue')?.length).toBeLessThanOrEqual(limit);
  }
  expect(valueOf('DisplayName').length).toBeLessThanOrEqual(125);
  expect(all('Description')[0]?.getAttribute('DefaultValue')?.length).toBeLessThanOrEqual(250);
});

test('the add-in has one identity, and the version of package.json', () => {
  expect(valueOf('Id')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(valueOf('Version')).toBe(`${version}.0`);
});

test('every address is https', () => {
  const addresses = [...text.matchAll(/(?:DefaultValue="|<AppDomain>)([a-z]+:\/\/[^"<]*)/g)].map(
    (match) => match[1],
  );
  expect(addresses.length).toBeGreaterThan(10);
  for (const address of addresses) expect(address).toMatch(/^https:\/\//);
});

test('pane, functions and ribbon commands share one runtime that stays alive', () => {
  const runtime = one('Runtime');
  expect(runtime.getAttribute('lifetime')).toBe('long');
  const shared = [
    ...resids('Page > SourceLocation'),
    ...resids('FunctionFile'),
    ...resids('Action > SourceLocation'),
  ];
  expect(shared).toEqual(Array(3).fill(runtime.getAttribute('resid')));
  expect(runtime.parentElement?.parentElement?.firstElementChild?.tagName).toBe('Runtimes');
});

test('Excel versions that cannot run the add-in are not offered it', () => {
  const sets = all('Set').map((set) => [set.getAttribute('Name'), set.getAttribute('MinVersion')]);
  expect(sets).toEqual([
    ['SharedRuntime', '1.1'],
    ['CustomFunctionsRuntime', '1.3'],
    ['ExcelApi', '1.12'],
  ]);
});

test('functions are typed as FLEX.NAME and the ribbon runs segmentUsers', () => {
  const strings = new Map(
    resources.map((element) => [element.getAttribute('id'), element.getAttribute('DefaultValue')]),
  );
  expect(strings.get(resids('Namespace')[0] ?? null)).toBe('FLEX');
  expect(valueOf('FunctionName')).toBe('segmentUsers');
  const labels = resids('Control > Label').map((id) => strings.get(id));
  expect(labels).toEqual(['Flex Governor', 'Segment users']);
  expect(one('OfficeTab').getAttribute('id')).toBe('TabHome');
});

test('the ribbon shows icons of the sizes it asks for', () => {
  const images = new Map(
    all('bt:Image').map((image) => [image.getAttribute('id'), image.getAttribute('DefaultValue')]),
  );
  const wanted = [...manifest.querySelectorAll('Icon > *')];
  expect(wanted.length).toBe(9);
  for (const image of wanted) {
    const size = Number(image.getAttribute('size'));
    expect(pngSize(iconFile(images.get(image.getAttribute('resid')) ?? null))).toEqual([size, size]);
  }
  expect(pngSize(iconFile(valueOf('IconUrl')))).toEqual([32, 32]);
  expect(pngSize(iconFile(valueOf('HighResolutionIconUrl')))).toEqual([64, 64]);
});

test('an administrator reads that the add-in is independent of Autodesk', () => {
  expect(all('Description')[0]?.getAttribute('DefaultValue')).toMatch(/independent of autodesk/i);
});
