/** The borders of docs/house.md. Each rule names the room that may not be entered, or the only rooms that may. */
const renderer = '^renderer/';
const domainLibraries = '^node_modules/chinese-days/';

/** `from` may import only the listed places (plus itself). */
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { pathNot: [from, ...allowed].join('|') },
});

module.exports = {
  forbidden: [
    only('kernel-imports-dayjs-alone', '^shared/kernel/', ['^node_modules/dayjs/']),
    only('messages-import-nothing', '^shared/messages/', []),
    only('records-import-kernel', '^shared/records/', ['^shared/kernel/', '^node_modules/zod/']),
    only('contracts-import-records', '^shared/contracts/', ['^shared/(records|kernel)/', '^node_modules/zod/']),
    only('domain-is-pure', '^shared/domain/', ['^shared/(records|kernel|contracts)/', domainLibraries, '^resources/(templates|import-presets)/']),
    only('electron-knows-no-domain', '^electron/', ['^shared/(contracts|records|kernel|messages)/', '^node_modules/(electron|electron-log|zod|@cantoo/pdf-lib|tar-stream|age-encryption|@noble/ciphers)/', '^(node:)?[a-z_/]+$', '^electron$']),
    only('platform-is-thin', '^renderer/platform/', ['^shared/(contracts|kernel)/']),
    only('data-borders', '^renderer/data/', ['^shared/(records|kernel|domain|contracts)/', '^renderer/platform/', '^node_modules/(dexie|zod)/', '^resources/templates/']),
    only('ledger-borders', '^renderer/ledger/', ['^shared/(records|kernel|domain|contracts)/', '^renderer/(data|platform)/', '^node_modules/(dexie|comlink|zod|@e965/xlsx|@zip.js/zip.js|pinyin-pro)/', '^resources/(templates|import-presets)/']),
    { name: 'ui-charts-i18n-are-plain', severity: 'error', from: { path: '^renderer/(ui|charts|i18n)/' }, to: { path: '^renderer/(app|features|parts|data|ledger|platform|print)/|^shared/(domain|records)/|^electron/' } },
    { name: 'parts-know-no-feature', severity: 'error', from: { path: '^renderer/parts/' }, to: { path: '^renderer/(app|features|print)/|^electron/' } },
    { name: 'print-reads-no-data', severity: 'error', from: { path: '^renderer/(print/|print\\.tsx)' }, to: { path: '^renderer/(app|features|parts|data|ledger)/|^electron/' } },
    { name: 'features-know-no-app', severity: 'error', from: { path: '^renderer/features/' }, to: { path: '^renderer/(app|print)/|^electron/' } },
    { name: 'features-know-no-other-feature', severity: 'error', from: { path: '^renderer/features/([^/]+)/' }, to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' } },
    { name: 'dexie-in-data-and-ledger-alone', severity: 'error', from: { path: renderer, pathNot: '^renderer/(data|ledger)/' }, to: { path: '^node_modules/dexie/' } },
    { name: 'renderer-knows-no-electron', severity: 'error', from: { path: renderer }, to: { path: '^electron/|^node_modules/electron/' } },
    { name: 'renderer-knows-no-node', severity: 'error', from: { path: '^(renderer|shared)/' }, to: { dependencyTypes: ['core'] } },
    { name: 'ipc-main-has-one-door', severity: 'error', from: { path: '^renderer/', pathNot: '^renderer/platform/' }, to: { path: '^shared/contracts/call-names' } },
    { name: 'no-folder-cycles', severity: 'error', scope: 'folder', from: { path: '^shared/domain/' }, to: { circular: true } },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'no-unresolved', severity: 'error', from: { path: '^(shared|renderer|electron|resources)/' }, to: { couldNotResolve: true, pathNot: '^electron$|\\?' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    // A copy of the house may borrow node_modules by a link (tests/gates do): its borders are the same.
    preserveSymlinks: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default'], extensions: ['.ts', '.tsx', '.js', '.mjs', '.css'] },
  },
};
