/**
 * Which folder may import which, for dependency-cruiser. In the bridge imports go downwards only:
 * cli → jobs → passes → sync | exchange | salesforce | store → domain → rules.
 */
const below = {
  rules: [],
  domain: ['rules'],
  sync: ['rules', 'domain'],
  exchange: ['rules', 'domain'],
  salesforce: ['rules', 'domain'],
  store: ['rules', 'domain'],
  passes: ['rules', 'domain', 'sync', 'exchange', 'salesforce', 'store'],
  jobs: ['rules', 'domain', 'sync', 'exchange', 'salesforce', 'store', 'passes'],
  cli: ['rules', 'domain', 'sync', 'exchange', 'salesforce', 'store', 'passes', 'jobs'],
};
const tests = String.raw`(\.test\.ts|/testing/|/fixture\.ts)`;

const downwards = Object.entries(below).map(([layer, allowed]) => ({
  name: `${layer}-imports-downwards`,
  comment: `bridge/src/${layer} may import ${allowed.join(', ') || 'no other layer'}.`,
  severity: 'error',
  from: { path: `^bridge/src/${layer}/`, pathNot: tests },
  to: { path: '^bridge/src/([^/]+)/', pathNot: [`^bridge/src/(${[layer, ...allowed].join('|')})/`] },
}));

module.exports = {
  forbidden: [
    ...downwards,
    {
      name: 'sync-is-pure',
      comment: 'The sync folder decides; it reads no file, opens no socket and imports no library.',
      severity: 'error',
      from: { path: '^bridge/src/(sync|domain|rules)/', pathNot: tests },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev'] },
    },
    ...[
      ['contacts', 'events'],
      ['events', 'contacts'],
    ].map(([kind, other]) => ({
      name: `${kind}-and-${other}-apart`,
      comment:
        'What the passes of contacts and of events share lies beside them, in passes and passes/effects.',
      severity: 'error',
      from: { path: `^bridge/src/passes/${kind}/`, pathNot: tests },
      to: { path: `^bridge/src/passes/${other}/` },
    })),
    {
      name: 'bridge-stands-alone',
      comment: 'What runs in production imports nothing that is only there to try it out.',
      severity: 'error',
      from: { path: '^bridge/src/', pathNot: tests },
      to: { path: '^(emulators|playground|test|bench|scripts)/' },
    },
    {
      name: 'emulators-know-no-bridge',
      comment:
        'The emulators are built from what the services document, so they share no code with the bridge.',
      severity: 'error',
      from: { path: '^(emulators|test/e2e|test/contract)/' },
      to: { path: '^bridge/src/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: { path: '^(bridge|emulators|playground|scripts)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'node_modules|\\.node/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types'],
      extensions: ['.ts', '.mjs', '.js', '.json'],
    },
  },
};
