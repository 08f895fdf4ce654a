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
    // Rooms of app/_answers, app/_data and app/_downloads, from the lowest floor up.
    only(
      'answers-http',
      '^app/_answers/http/',
      ['^app/_answers/http/', '^stats/'],
      'HTTP knows neither data nor drawings.',
    ),
    only(
      'answers-chart',
      '^app/_answers/chart/',
      ['^app/_answers/(chart|http)/', '^app/_(charts|words|look)/', '^stats/'],
      'Charts as SVG text.',
    ),
    only(
      'answers-shell',
      '^app/_answers/shell/',
      ['^app/_answers/(shell|chart|http)/', '^app/_(charts|words|look)/', '^stats/'],
      'The page frame that embeds and problem pages share.',
    ),
    only(
      'answers-errors',
      '^app/_answers/errors/',
      ['^app/_answers/(errors|shell|http)/', '^stats/'],
      'A problem needs no data to be told.',
    ),
    only(
      'answers-data',
      '^app/_answers/data/',
      ['^app/_answers/(data|errors|chart|http)/', '^app/_(data|downloads)/', '^stats/'],
      'Everything under /data.',
    ),
    only(
      'answers-embed',
      '^app/_answers/embed/',
      ['^app/_answers/(embed|data|shell|chart|http)/', '^app/_(charts|words)/', '^stats/'],
      'Pages for a frame.',
    ),
    only(
      'answers-openapi',
      '^app/_answers/openapi/',
      ['^app/_answers/(openapi|data|http)/', '^app/_downloads/', '^stats/'],
      'The description of the addresses, for programs.',
    ),
    only(
      'answers-cache',
      '^app/_answers/cache/',
      ['^app/_answers/(cache|http)/'],
      'A cache is handed what it caches.',
    ),
    {
      name: 'answers-root-is-the-top',
      comment: 'Nothing inside app/_answers imports its root, which puts the rooms together.',
      severity: 'error',
      from: { path: '^app/_answers/[^/]+/' },
      to: { path: '^app/_answers/[^/]+$' },
    },
    only(
      'downloads',
      '^app/_downloads/',
      ['^app/_downloads/', '^stats/'],
      'Files of a comparison are written from stats alone.',
    ),
    only('server', '^server\\.ts$', ['^app/_answers/'], 'The server imports only the answers.'),
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
