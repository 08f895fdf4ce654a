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
    // The floors of stats: a folder imports those below it, never a neighbour or one above.
    only(
      'stats-root',
      '^stats/[^/]+$',
      ['^stats/[^/]+$'],
      'Numbers, languages, problems: they know no data.',
    ),
    only(
      'stats-time',
      '^stats/time/',
      ['^stats/([^/]+$|time/)'],
      'Periods know the calendar and nothing else.',
    ),
    only(
      'stats-uncertainty',
      '^stats/uncertainty/',
      ['^stats/([^/]+$|uncertainty/)'],
      'Arithmetic of intervals knows neither cells nor time.',
    ),
    only(
      'stats-model',
      '^stats/model/',
      ['^stats/([^/]+$|(time|uncertainty|model)/)'],
      'The shapes of the data stand on time and uncertainty.',
    ),
    only(
      'stats-format',
      '^stats/format/',
      ['^stats/([^/]+$|(time|uncertainty|model|format)/)'],
      'Figures and codes as a reader sees them; how a query is written is not its business.',
    ),
    only(
      'stats-query',
      '^stats/query/',
      ['^stats/([^/]+$|(time|model|query)/)'],
      'A query is read and written without looking at figures.',
    ),
    only(
      'stats-aggregate',
      '^stats/aggregate/',
      ['^stats/([^/]+$|(time|uncertainty|model|aggregate)/)'],
      'Sums know the model and no query.',
    ),
    only(
      'stats-sources',
      '^stats/sources/',
      ['^stats/([^/]+$|(time|uncertainty|model|sources)/)'],
      'Several sources for one thing: the model is enough.',
    ),
    only(
      'stats-transform',
      '^stats/transform/',
      ['^stats/([^/]+$|(time|uncertainty|model|format|query|transform)/)'],
      'Transforms are asked for in a query.',
    ),
    only(
      'stats-comparability',
      '^stats/comparability/',
      ['^stats/([^/]+$|(time|uncertainty|model|format|comparability)/)'],
      'A verdict looks at series, whatever was asked.',
    ),
    only(
      'stats-pairing',
      '^stats/pairing/',
      ['^stats/([^/]+$|(time|uncertainty|model|format|query|comparability|pairing)/)'],
      'Two indicators side by side: the top floor.',
    ),
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
      '^scripts/(?!(commands/)?(oracle|mutate)[.]ts$)',
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
      'test-commands',
      '^scripts/(commands/)?(oracle|mutate)[.]ts$',
      ['^scripts/', '^tests/(oracle|mutation)/'],
      'The commands that consult the oracle and change the rules know nothing of what they try.',
    ),
    only(
      'oracle',
      '^tests/oracle/(?!.*\\.test\\.ts$)',
      ['^tests/oracle/'],
      'The oracle is written from the rules of the method page: it shares no code with what it checks.',
    ),
    only(
      'oracle-test',
      '^tests/oracle/.*\\.test\\.ts$',
      ['^tests/oracle/', '^tests/setup/', '^app/_answers/'],
      'It asks as everybody does, by address.',
    ),
    {
      name: 'references-apart',
      comment: 'The references of property tests import no rule that they verify.',
      severity: 'error',
      from: { path: '^tests/db/reference' },
      to: { path: ours, pathNot: ['^tests/(oracle|db)/', '^stats/.*(observation|query)[.]ts$'] },
    },
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
