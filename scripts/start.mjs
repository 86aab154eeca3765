/** `npm start` opens the add-in in Excel on Windows or macOS; `npm start -- --stop` (npm stop) takes it out again. */
import { ensureInstalled, runNode } from './setup.mjs';

const stop = process.argv.includes('--stop');
const LINUX = `Excel does not run on this system, so the add-in cannot be opened in it from here.

  To see it without Excel:   npm run demo
  In Excel on the web:       1. npm run build -- --env url=https://host/path
                             2. copy dist/ to that address
                             3. in Excel on the web: Home > Add-ins > More Add-ins > My Add-ins >
                                Upload My Add-in, and choose dist/manifest.xml
  In Excel on your desktop:  run npm start on the Windows PC or Mac that has Excel`;

if (process.platform !== 'win32' && process.platform !== 'darwin') {
  console.log(LINUX);
  // Stopping what cannot run is done; starting it is not.
  process.exit(stop ? 0 : 1);
}

ensureInstalled();
const tool = 'node_modules/office-addin-debugging/cli.js';
if (stop) process.exit(runNode([tool, 'stop', 'manifest.xml', 'desktop']));
const server = 'node node_modules/webpack/bin/webpack.js serve --mode development';
process.exit(
  runNode([
    tool,
    'start',
    'manifest.xml',
    'desktop',
    '--app',
    'excel',
    '--dev-server',
    server,
    '--dev-server-port',
    '3000',
  ]),
);
