import { readFileSync } from 'node:fs';
import path from 'node:path';
import { deployUrl, replaceSupportUrl, rewriteManifest } from '../../scripts/deploy-url.cjs';

const manifest = readFileSync(path.resolve(__dirname, '../../manifest.xml'), 'utf8');

test('a manifest made for a folder points to that folder everywhere', () => {
  const rewritten = rewriteManifest(manifest, deployUrl('https://apps.example.com/tools/flex/'));
  expect(rewritten).not.toContain('localhost');
  expect(rewritten).toContain('DefaultValue="https://apps.example.com/tools/flex/taskpane.html"');
  expect(rewritten).toContain('<AppDomain>https://apps.example.com</AppDomain>');
  expect(rewritten).toContain(
    '<SupportUrl DefaultValue="https://apps.example.com/tools/flex/support.html" />',
  );
});

test('a host of one’s own for help stays as given', () => {
  expect(replaceSupportUrl(manifest, 'https://help.example.com/flex?a=1&b=2')).toContain(
    '<SupportUrl DefaultValue="https://help.example.com/flex?a=1&amp;b=2" />',
  );
});

test.each([
  ['http://apps.example.com', /does not start with https/],
  ['apps.example.com/flex', /is not an address/],
  ['https://apps.example.com/flex?x=1', /plain folder address/],
  ['https://user@apps.example.com', /plain folder address/],
])('a build for %s is refused with the reason', (address, reason) => {
  expect(() => deployUrl(address)).toThrow(reason);
});
