// Who may import whom. Every rule is an error and none has exceptions; tests/unit/layering.test.ts proves that
// each one catches a planted violation.

const uiPackages = [
  'react',
  'react-dom',
  '@mantine/[^/]+',
  '@tanstack/[^/]+',
  'zustand',
  'react-hook-form',
  '@hookform/resolvers',
  'i18next',
  'react-i18next',
  'dayjs',
  'markdown-to-jsx',
  'zod',
  'pdfjs-dist',
  '@types/react',
  '@types/react-dom',
  'clsx',
];
const installed = (names) => `node_modules/(${names.join('|')})/`;
const electronModule = '^electron$|node_modules/electron/';
const betterSqlite3 = 'node_modules/(@types/)?better-sqlite3/|^better-sqlite3$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'shared-is-pure',
      comment: 'shared/ imports only shared/ and the pure packages zod and i18next.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { pathNot: ['^shared/', installed(['zod', 'i18next'])] },
    },
    {
      name: 'domain-stands-alone',
      comment: 'shared/domain imports only shared/domain.',
      severity: 'error',
      from: { path: '^shared/domain/' },
      to: { pathNot: '^shared/domain/' },
    },
    {
      name: 'renderer-stays-in-the-window',
      comment:
        'renderer/ imports renderer/, shared/, resources/ and the packages of the interface; nothing of Node or Electron.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { pathNot: ['^renderer/', '^shared/', '^resources/', installed(uiPackages), 'node_modules/vite/'] },
    },
    {
      name: 'features-do-not-know-each-other',
      comment: 'What two features share belongs beside renderer/features.',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/[^/]+/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'ui-knows-no-screens',
      comment: 'renderer/ui serves every part of the page; of the others it knows only renderer/app.',
      severity: 'error',
      from: { path: '^renderer/ui/' },
      to: { path: '^renderer/(?!ui/|app/)' },
    },
    {
      name: 'record-lists-know-no-records',
      comment: 'renderer/record-list serves every list; what a list is of belongs to whoever shows it.',
      severity: 'error',
      from: { path: '^renderer/record-list/' },
      to: { path: '^renderer/(ledgers|features)/' },
    },
    {
      name: 'electron-only-at-the-edge',
      comment:
        'The electron package is for electron/{main,ipc,preload,service}; the rest runs under plain Node too.',
      severity: 'error',
      from: { pathNot: '^(electron/(main|ipc|preload|service)|tests)/' },
      to: { path: electronModule },
    },
    {
      name: 'sqlite-behind-one-door',
      comment: 'better-sqlite3 is opened in one place.',
      severity: 'error',
      from: { pathNot: '^(electron/persistence/open-database\\.ts$|tests/)' },
      to: { path: betterSqlite3 },
    },
    {
      name: 'workers-do-not-look-up',
      comment:
        'persistence, report, import and token implement the ports of the application and know nothing else of it.',
      severity: 'error',
      from: { path: '^electron/(persistence|report|import|token)/' },
      to: {
        path: '^electron/(application|cli|main|service|ipc|preload)/',
        pathNot: '^electron/application/ports\\.ts$',
      },
    },
    {
      name: 'common-knows-nobody',
      comment: 'electron/common serves every part of electron; it knows none of them.',
      severity: 'error',
      from: { path: '^electron/common/' },
      to: { path: '^(electron/(?!common/)|renderer/)' },
    },
    {
      name: 'application-does-not-look-up',
      comment: 'Only electron/main, electron/service and electron/cli put the parts together.',
      severity: 'error',
      from: { path: '^electron/application/' },
      to: { path: '^electron/(cli|main|service|ipc|preload)/' },
    },
    {
      name: 'nobody-imports-main-or-service',
      comment:
        'electron/main and electron/service put the parts together; only their own files import theirs.',
      severity: 'error',
      from: { path: '^(electron/([^/]+)|renderer|shared)/' },
      to: { path: '^electron/(main|service)/', pathNot: '^electron/$2/' },
    },
    {
      name: 'cli-starts-from-outside',
      comment: 'Only electron/main may hand over to electron/cli (a command given to the installed app).',
      severity: 'error',
      from: { path: '^(shared|renderer|electron)/', pathNot: '^electron/(main|cli)/' },
      to: { path: '^electron/cli/' },
    },
    {
      name: 'preload-is-thin',
      comment: 'electron/preload reaches only shared/ipc and the electron package.',
      severity: 'error',
      from: { path: '^electron/preload/' },
      to: { pathNot: ['^electron/preload/', '^shared/ipc/', electronModule] },
    },
    {
      name: 'electron-does-not-import-the-window',
      comment: 'electron/ and renderer/ meet only in shared/.',
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: '^renderer/' },
    },
    {
      name: 'no-tests-in-the-product',
      severity: 'error',
      from: { path: '^(shared|electron|renderer)/' },
      to: { path: '^tests/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: '^(shared|electron|renderer)/' },
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere would escape every other rule.',
      severity: 'error',
      from: { path: '^(shared|electron|renderer)/' },
      to: { couldNotResolve: true, pathNot: '^electron$' },
    },
    {
      name: 'declared-dependencies',
      comment: 'The product imports only packages that package.json names; electron comes with the app.',
      severity: 'error',
      from: { path: '^(shared|electron|renderer)/' },
      to: {
        dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'],
        pathNot: [electronModule, 'node_modules/(vite|@types)/'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(out|dist|coverage)/' },
    // The compiler API that the default parser wants is gone in TypeScript 7.
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mts', '.mjs', '.js', '.cjs', '.json', '.css'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
