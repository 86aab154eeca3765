/**
 * Serves the workbench on the loopback address: the page, the built add-in as it is, and Office.js answered by our host.
 * Nothing outside the named folders can be asked for.
 */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** Office.js as production pages load it. */
const OFFICE_CDN = /https:\/\/appsforoffice\.microsoft\.com\/lib\/[\w./-]*office(?:\.debug)?\.js/g;
/** Microsoft's client, from the package; the debug build is not needed. */
const OFFICE_CLIENT = 'node_modules/@microsoft/office-js/dist/excel-web-16.00.js';

const ICONS = resolve(ROOT, 'assets/icons');

/** The file a request path names inside a folder, or null when it would leave the folder or is not a file. */
export function fileInside(folder, path) {
  let plain;
  try {
    plain = decodeURIComponent(path);
  } catch {
    return null;
  }
  if (plain.includes('\0')) return null;
  const full = normalize(join(folder, plain));
  if (full !== folder && !full.startsWith(folder + sep)) return null;
  return existsSync(full) && statSync(full).isFile() ? full : null;
}

function send(response, status, type, body) {
  response.writeHead(status, {
    'Content-Type': type,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(body);
}

/**
 * @param folders where things are: dist = the built add-in, out = the built workbench, sample = folder of usage.json.
 * @returns a request handler; a test can give other folders.
 */
export function workbenchHandler({
  dist = resolve(ROOT, 'dist'),
  out = resolve(ROOT, 'out/workbench'),
  sample = resolve(ROOT, 'assets/sample'),
} = {}) {
  const sendFile = (response, file) => {
    if (file === null) {
      send(response, 404, TYPES['.txt'], 'Not found.');
      return;
    }
    response.writeHead(200, {
      'Content-Type': TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream',
      'Content-Length': statSync(file).size,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    });
    createReadStream(file).pipe(response);
  };
  /** The page's own script stands where Microsoft's CDN does in production; the file on disk stays as it is. */
  const sendPanePage = (response, file) => {
    const html = readFileSync(file, 'utf8').replace(OFFICE_CDN, '/office/office.js');
    send(response, 200, TYPES['.html'], html);
  };
  /** Microsoft's client from its package, then our script that joins it to the workbench's host. */
  const sendOffice = (response) => {
    const parts = [resolve(ROOT, OFFICE_CLIENT), join(out, 'office.js')];
    const missing = parts.find((file) => !existsSync(file));
    if (missing) send(response, 404, TYPES['.txt'], `${missing.slice(ROOT.length + 1)} is missing.`);
    else send(response, 200, TYPES['.js'], parts.map((file) => readFileSync(file, 'utf8')).join('\n;\n'));
  };
  return (request, response) => {
    // A page elsewhere must not reach the loopback address under a name of its own.
    if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? '')) {
      send(response, 403, TYPES['.txt'], 'The workbench only answers on 127.0.0.1 and localhost.');
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      send(response, 405, TYPES['.txt'], 'The workbench only answers GET.');
      return;
    }
    const path = (request.url ?? '/').split(/[?#]/, 1)[0];
    if (path === '/') sendFile(response, fileInside(out, 'index.html'));
    else if (path.startsWith('/workbench/'))
      sendFile(response, fileInside(out, path.slice('/workbench/'.length)));
    else if (path === '/office/office.js') sendOffice(response);
    else if (path.startsWith('/icons/')) sendFile(response, fileInside(ICONS, path.slice('/icons/'.length)));
    else if (path.startsWith('/sample/'))
      sendFile(response, fileInside(sample, path.slice('/sample/'.length)));
    else if (path.startsWith('/pane/')) {
      const file = fileInside(dist, path.slice('/pane/'.length));
      if (file !== null && file.endsWith('.html')) sendPanePage(response, file);
      else sendFile(response, file);
    } else send(response, 404, TYPES['.txt'], 'Not found.');
  };
}

/**
 * Starts the server on 127.0.0.1.
 * @param port 0 = any free one
 * @returns its address and a function that stops it
 */
export function serveWorkbench({ port = 0, ...folders } = {}) {
  const server = createServer(workbenchHandler(folders));
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const url = `http://127.0.0.1:${address.port}/`;
      const stop = () =>
        new Promise((stopped) => {
          server.closeAllConnections();
          server.close(() => stopped());
        });
      done({ url, port: address.port, stop });
    });
  });
}
