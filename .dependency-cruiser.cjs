// Which folder may import which: DESIGN's table, as rules. Each folder lists what it may reach; the rule
// forbids the rest, so a new folder is closed until somebody opens it here.

const ours = '^(app|db|drizzle|scripts|sources|stats|tests)/|^server\\.ts$';

/** A rule: files matching `from` may import, of our own files, only those matching one of `to`. */
function only(name, from, to, comment) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: from },
    to: { path: ours, pathNot: to },
  };
}

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A cycle means that two files are one thing with two names.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'An import that points nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(server-only|client-only)$' },
    },
    {
      name: 'declared-packages',
      comment: 'What we import is in package.json, not there by the grace of another package.',
      severity: 'error',
      from: { path: ours },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], pathNot: '^(server-only|client-only)$' },
    },
    {
      name: 'stats-is-pure',
      comment: 'Numbers get their meaning without a framework, a file system, a clock or a network.',
      severity: 'error',
      from: { path: '^stats/' },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional'],
        pathNot: 'node_modules/(zod|csv-parse)/',
      },
    },
    only('stats', '^stats/', ['^stats/'], 'stats imports nothing of ours.'),
    only('sources', '^sources/', ['^sources/', '^stats/'], 'sources imports stats.'),
    only('db', '^db/(?!embedded/)', ['^db/(?!embedded/)', '^drizzle/', '^stats/'], 'db imports stats.'),
    only(
      'launcher',
      '^db/embedded/',
      ['^db/embedded/', '^db/connect'],
      'The launcher of the database needs nothing but a connection.',
    ),
    only(
      'scripts',
      '^scripts/',
      ['^scripts/', '^sources/', '^db/', '^stats/'],
      'Verbs import the three below.',
    ),
    only(
      'data-gate',
      '^app/_data/',
      ['^app/_data/', '^db/(?!embedded/)', '^stats/'],
      'The one gate from app to db.',
    ),
    only(
      'words',
      '^app/_(words|look)/',
      ['^app/_(words|look)/', '^stats/'],
      'Words and looks are below all faces.',
    ),
    only(
      'faces',
      '^app/_(charts|views|downloads|controls)/',
      ['^app/_(charts|views|downloads|controls|words|look)/', '^stats/'],
      'What draws and writes a Comparison knows neither db nor sources.',
    ),
    only(
      'faces-look-down',
      '^app/_(charts|downloads)/',
      ['^app/_(charts|downloads|words|look)/', '^stats/'],
      'Charts and downloads are below controls and views.',
    ),
    only(
      'controls-look-down',
      '^app/_controls/',
      ['^app/_(controls|charts|downloads|words|look)/', '^stats/'],
      'Controls are below views.',
    ),
    only(
      'answers',
      '^app/_answers/',
      ['^app/_(answers|data|charts|downloads|words|look)/', '^stats/'],
      'The functions behind data, embed and image addresses.',
    ),
    only(
      'serving',
      '^app/_serving/',
      ['^app/_(serving|answers|data)/', '^stats/'],
      'What stands before the answers: connections, and who gets in.',
    ),
    only(
      'server',
      '^server\\.ts$',
      ['^app/_(answers|serving)/', '^app/_data/asking'],
      'The server imports only the answers and what stands before them.',
    ),
    only('routes', '^app/.*route\\.tsx?$', ['^app/_answers/'], 'A route file imports only the answers.'),
    only(
      'pages',
      '^app/(?!_)(?!.*route\\.tsx?$)',
      ['^app/', '^stats/'],
      'Pages import app/_* and stats; the gate to db is app/_data.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|\\.cotejo)/' },
    // A type is a dependency too: a folder that must not know another must not know its types.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.css', '.json'],
    },
  },
};
