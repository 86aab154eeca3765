const { execFileSync } = require('node:child_process');
const { mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const webpack = require('webpack');
const {
  DEVELOPMENT_URL,
  deployUrl,
  replaceSupportUrl,
  rewriteManifest,
} = require('./scripts/deploy-url.cjs');

const here = (...parts) => path.resolve(__dirname, ...parts);

/** The chunk that src/worker/start asks for. */
const WORKER = 'worker';

/** functions.json, made from the docblocks of src/functions by scripts/functions-metadata.mjs. */
class FunctionsMetadata {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('FunctionsMetadata', (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: 'FunctionsMetadata', stage }, () => {
        const folder = mkdtempSync(path.join(tmpdir(), 'flex-functions-'));
        const file = path.join(folder, 'functions.json');
        try {
          execFileSync(process.execPath, [here('scripts/functions-metadata.mjs'), file], { cwd: __dirname });
          compilation.emitAsset('functions.json', new webpack.sources.RawSource(readFileSync(file)));
        } finally {
          rmSync(folder, { recursive: true, force: true });
        }
      });
    });
  }
}

/** What both bundles share: no eval, no Function constructor, maps beside dist so that no path leaves with it. */
function common(production) {
  return {
    mode: production ? 'production' : 'development',
    target: ['web', 'es2020'],
    devtool: production ? false : 'source-map',
    resolve: { extensions: ['.tsx', '.ts', '.js'] },
    module: {
      // Only the names that are imported reach the bundle: the version, not all of package.json.
      parser: { json: { namedExports: true } },
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          loader: 'ts-loader',
          options: { transpileOnly: true, compilerOptions: { noEmit: false } },
        },
      ],
    },
    // webpack's own shim for `global` can contain `new Function`, which the pane's content security policy forbids.
    node: { global: false },
    performance: { hints: false },
    plugins: [
      new webpack.DefinePlugin({ global: 'globalThis' }),
      ...(production
        ? [
            new webpack.SourceMapDevToolPlugin({
              filename: '../out/sourcemaps/[file].map',
              append: false,
              moduleFilenameTemplate: 'flex-governor/[resource-path]',
              fallbackModuleFilenameTemplate: 'flex-governor/[resource-path]?[hash]',
            }),
          ]
        : []),
    ],
  };
}

function pane(production, manifest) {
  const base = common(production);
  return {
    ...base,
    name: 'pane',
    entry: { taskpane: here('src/taskpane/index.tsx') },
    output: {
      path: here('dist'),
      filename: production ? '[name].[contenthash:8].js' : '[name].js',
      chunkFilename: production ? '[name].[contenthash:8].js' : '[name].js',
      // Relative addresses: the folder can be served from any path.
      publicPath: '',
      globalObject: 'globalThis',
    },
    // A worker is one file: it loads nothing more, least of all the pane's libraries.
    optimization: { splitChunks: { chunks: (chunk) => chunk.name !== WORKER } },
    plugins: [
      ...base.plugins,
      new HtmlPlugin({
        template: here('src/taskpane/taskpane.html'),
        filename: 'taskpane.html',
        scriptLoading: 'defer',
      }),
      new CopyPlugin({
        patterns: [
          { from: 'assets/icons/*.png', to: 'assets/icons/[name][ext]' },
          { from: 'assets/sample', to: 'assets/sample' },
          { from: 'assets/support.html', to: 'support.html' },
          { from: 'manifest.xml', to: 'manifest.xml', transform: (content) => manifest(content.toString()) },
        ],
      }),
    ],
  };
}

/** One file that needs no other global than CustomFunctions. */
function functions(production) {
  const base = common(production);
  return {
    ...base,
    name: 'functions',
    entry: { functions: here('src/functions/functions.ts') },
    output: { path: here('dist'), filename: 'functions.js', publicPath: '', globalObject: 'globalThis' },
    optimization: { splitChunks: false, runtimeChunk: false },
    module: { ...base.module, parser: { ...base.module.parser, javascript: { dynamicImportMode: 'eager' } } },
    plugins: [...base.plugins, new FunctionsMetadata()],
  };
}

/** Excel trusts the certificate that office-addin-dev-certs installs; elsewhere the server makes one of its own. */
async function certificate() {
  if (process.platform !== 'win32' && process.platform !== 'darwin') return { type: 'https' };
  const { getHttpsServerOptions } = require('office-addin-dev-certs');
  return { type: 'https', options: await getHttpsServerOptions() };
}

async function devServer() {
  return {
    port: 3000,
    server: await certificate(),
    headers: { 'Access-Control-Allow-Origin': '*' },
    // The pane's policy allows no inline script and no socket, so the page is reloaded by hand.
    client: false,
    hot: false,
    liveReload: false,
  };
}

/**
 * `--env url=https://host/path` writes the manifest for that address, `--env support=https://…` names another help page.
 */
module.exports = async (env = {}, argv = {}) => {
  const production = argv.mode !== 'development';
  const target = deployUrl(env.url ?? DEVELOPMENT_URL);
  const manifest = (xml) => {
    const rewritten = rewriteManifest(xml, target);
    return env.support ? replaceSupportUrl(rewritten, env.support) : rewritten;
  };
  const panes = pane(production, manifest);
  return [env.WEBPACK_SERVE ? { ...panes, devServer: await devServer() } : panes, functions(production)];
};
