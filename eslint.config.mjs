import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import officeAddins from 'eslint-plugin-office-addins';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import house from './scripts/lint/house.mjs';

const OFFICE = ['Excel', 'Office', 'OfficeExtension', 'OfficeRuntime'];
const BROWSER_AND_NODE = [
  ...['window', 'document', 'navigator', 'location', 'localStorage', 'sessionStorage', 'indexedDB', 'self'],
  ...[
    'fetch',
    'XMLHttpRequest',
    'WebSocket',
    'Worker',
    'crypto',
    'performance',
    'console',
    'globalThis',
    'global',
  ],
  ...['process', 'require', 'module', 'Buffer', '__dirname', '__filename'],
  ...[
    'setTimeout',
    'setInterval',
    'setImmediate',
    'queueMicrotask',
    'requestAnimationFrame',
    'alert',
    'confirm',
  ],
];

const banned = (names, message) => names.map((name) => ({ name, message }));
const PURE = 'The engine and the report model are pure: take what you need as an argument.';
const HOST = 'Only src/excel names the Office host; take a function or plain data as an argument.';
const FUNCTIONS = 'CustomFunctions belongs to src/functions.';

/** Types count too: `Excel.Range` in a signature ties a room to the host. */
const bannedTypes = (names, message) =>
  names.map((name) => ({ selector: `TSQualifiedName > Identifier.left[name='${name}']`, message }));

/** The clock and chance, which the pure rooms receive as arguments. */
const impure = [
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: PURE },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: PURE },
  { selector: "CallExpression[callee.name='Date']", message: PURE },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: PURE },
  { selector: 'ImportExpression', message: PURE },
];

const refusal = {
  selector: "NewExpression[callee.name='FlexError']",
  message: 'A refusal and its code stand in errors.ts of the folder.',
};

const room = (name) => ({ type: name, pattern: `src/${name}` });
/** The ground of a layer: every room in it may build on these, and they on no other room of the layer. */
const GROUND = {
  engine: ['engine/numeric'],
  report: ['report/model'],
  excel: ['excel/contract', 'excel/host'],
};
const withGround = (layers) => layers.flatMap((layer) => [layer, ...(GROUND[layer] ?? [])]);
const may = (from, ...allow) => ({ from, allow: withGround(allow) });

/** Microsoft's recommended set without its formatting rules; its warnings are known to misread constants and blocks. */
const officeRules = Object.fromEntries(
  officeAddins.configs.recommended
    .flatMap((config) => Object.entries(config.rules ?? {}))
    .filter(([name]) => name.startsWith('office-addins/')),
);

export default tseslint.config(
  { ignores: ['dist/**', 'out/**', 'node_modules/**', 'coverage/**', 'tools/**'] },
  { linterOptions: { noInlineConfig: true } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx,js,mjs,cjs}'],
    plugins: { house },
    rules: Object.fromEntries(Object.keys(house.rules).map((name) => [`house/${name}`, 'error'])),
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strict],
    rules: {
      // Indexing a typed array inside its length is safe and hot; noUncheckedIndexedAccess asks for the mark.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // A handler may return nothing or a promise.
      '@typescript-eslint/no-invalid-void-type': 'off',
      // TypeScript itself reports undefined names.
      'no-undef': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'max-lines': ['error', { max: 350 }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { boundaries },
    settings: {
      'import/resolver': { node: { extensions: ['.ts', '.tsx', '.js'] } },
      'boundaries/dependency-nodes': ['import', 'export', 'dynamic-import', 'require'],
      'boundaries/include': ['src/**/*', 'workbench/**/*', 'test/**/*', 'bench/**/*'],
      'boundaries/elements': [
        { type: 'pane-entry', pattern: 'src/taskpane/index.tsx', mode: 'full' },
        ...Object.values(GROUND).flat().map(room),
        ...['engine', 'report', 'functions', 'excel', 'taskpane', 'commands', 'worker', 'cli'].map(room),
        { type: 'workbench', pattern: 'workbench' },
        { type: 'test', pattern: 'test' },
        { type: 'bench', pattern: 'bench' },
      ],
    },
    rules: {
      'boundaries/element-types': [
        'error',
        {
          default: 'disallow',
          message:
            '${file.type} may not import ${dependency.type}: imports point from surfaces to the engine, and no ground stands on its rooms.',
          rules: [
            may('engine/numeric', 'engine/numeric'),
            may('engine', 'engine'),
            may('report/model', 'report/model', 'engine'),
            may('report', 'report', 'engine'),
            may('excel/contract', 'excel/contract', 'report', 'engine'),
            may('excel/host', 'excel/host', 'excel/contract', 'report', 'engine'),
            may('excel', 'excel', 'report', 'engine'),
            may('functions', 'functions', 'engine'),
            may('worker', 'worker', 'engine'),
            may('cli', 'cli', 'report', 'engine'),
            may('commands', 'commands', 'excel', 'report', 'engine'),
            may('taskpane', 'taskpane', 'excel', 'report', 'engine'),
            // One runtime: the pane's entry also loads the functions and the ribbon commands, and hands over the worker.
            may('pane-entry', 'taskpane', 'functions', 'commands', 'worker', 'excel', 'report', 'engine'),
          ],
        },
      ],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false, arguments: false } },
      ],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/only-throw-error': 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['src/{engine,report}/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...banned([...OFFICE, 'CustomFunctions', ...BROWSER_AND_NODE], PURE),
      ],
      'no-restricted-syntax': ['error', ...impure, ...bannedTypes([...OFFICE, 'CustomFunctions'], PURE)],
    },
  },
  {
    files: ['src/engine/**/*.ts'],
    ignores: ['src/engine/**/errors.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...impure,
        ...bannedTypes([...OFFICE, 'CustomFunctions'], PURE),
        refusal,
      ],
    },
  },
  {
    files: ['src/functions/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...banned([...OFFICE, ...BROWSER_AND_NODE], HOST)],
      // A cell error is a CustomFunctions.Error, which is no Error.
      '@typescript-eslint/only-throw-error': 'off',
    },
  },
  {
    files: ['src/excel/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', ...banned(['CustomFunctions', 'OfficeRuntime'], FUNCTIONS)] },
  },
  {
    files: ['src/{taskpane,commands,worker,cli}/**/*.{ts,tsx}'],
    ignores: ['src/taskpane/index.tsx', 'src/commands/**'],
    rules: {
      'no-restricted-globals': ['error', ...banned([...OFFICE, 'CustomFunctions'], HOST)],
      'no-restricted-syntax': ['error', ...bannedTypes([...OFFICE, 'CustomFunctions'], HOST)],
    },
  },
  {
    files: ['src/commands/**/*.ts', 'src/taskpane/index.tsx'],
    rules: {
      'no-restricted-globals': ['error', ...banned(['Excel', 'OfficeExtension', 'CustomFunctions'], HOST)],
    },
  },
  {
    files: ['src/{excel,commands,taskpane}/**/*.{ts,tsx}'],
    plugins: { 'office-addins': officeAddins },
    rules: officeRules,
  },
  {
    files: ['src/taskpane/**/*.{ts,tsx}', 'test/taskpane/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    // The Office host loads Microsoft's client library into a scope of its own.
    files: ['test/office/**/*.ts'],
    rules: { 'no-new-func': 'off' },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          ...[
            'process',
            'console',
            'URL',
            'Buffer',
            'setTimeout',
            'clearTimeout',
            'setInterval',
            'clearInterval',
          ],
          ...[
            'fetch',
            'AbortController',
            'AbortSignal',
            'performance',
            'structuredClone',
            'TextDecoder',
            'TextEncoder',
          ],
        ].map((name) => [name, 'readonly']),
      ),
    },
    rules: { 'max-lines': ['error', { max: 350 }] },
  },
  {
    // Browser code runs inside page.evaluate in the end-to-end tests and in the workbench's own scripts.
    files: ['test/e2e/**/*.mjs', 'workbench/**/*.{js,mjs}', 'scripts/**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        ['window', 'document', 'Excel', 'Office'].map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    files: ['**/*.{js,cjs}'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: Object.fromEntries(
        ['require', 'module', '__dirname', 'exports'].map((name) => [name, 'readonly']),
      ),
    },
  },
);
