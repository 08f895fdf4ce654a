// Which folder may import which: DESIGN's table, as rules. Each folder lists what it may reach; the rule
// forbids the rest, so a new folder is closed until somebody opens it here. The file is long because it has a rule
// for each folder, and because all of them are read together to see which way the arrows go.

const ours = '^(app|claims|db|drizzle|scripts|sources|stats|tests)/|^server\\.ts$';

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

/** The rooms of a folder as floors: each may import itself, the rooms listed for it, and `outside`. */
function floors(folder, rooms, outside) {
  return Object.entries(rooms).map(([room, below]) =>
    only(
      `${folder.replace('app/_', '')}/${room}`,
      room === 'root' ? `^${folder}/[^/]+$` : `^${folder}/${room}/`,
      [
        room === 'root' ? `^${folder}/[^/]+$` : `^${folder}/${room}/`,
        ...below.map((name) => (name === 'root' ? `^${folder}/[^/]+$` : `^${folder}/${name}/`)),
        ...outside,
      ],
      `Floors of ${folder}: ${room} imports ${below.length === 0 ? 'no other room' : below.join(', ')}.`,
    ),
  );
}

// Rooms of the charts, from the ground up.
const PAINT = ['scales', 'model', 'text', 'wording', 'marks'];
const CHART_FLOORS = floors(
  'app/_charts',
  {
    scales: [],
    model: ['scales'],
    text: ['scales', 'model'],
    wording: ['scales', 'model', 'text'],
    marks: ['scales', 'model', 'text', 'wording'],
    panel: PAINT,
    bar: [...PAINT, 'panel'],
    line: [...PAINT, 'panel'],
    'dot-plot': [...PAINT, 'panel'],
    scatter: [...PAINT, 'panel'],
    multiples: [...PAINT, 'panel', 'line'],
    'heat-table': [...PAINT, 'panel'],
    slope: [...PAINT, 'panel'],
    dumbbell: [...PAINT, 'panel'],
    map: [...PAINT, 'panel'],
    'flow-matrix': [...PAINT, 'panel'],
    sankey: [...PAINT, 'panel', 'flow-matrix'],
    root: [
      ...PAINT,
      'panel',
      'bar',
      'line',
      'dot-plot',
      'multiples',
      'heat-table',
      'slope',
      'dumbbell',
      'map',
      'flow-matrix',
      'sankey',
    ],
    timeline: [...PAINT, 'panel', 'bar', 'line', 'root'],
    svg: ['scales', 'model', 'text', 'wording', 'marks'],
    sparkline: ['scales', 'model', 'marks', 'line', 'svg', 'root'],
    interactive: ['scales', 'model', 'svg'],
  },
  ['^app/_(words|look)/', '^stats/'],
);

// Rooms of the views, from the ground up.
const VIEW_FLOORS = floors(
  'app/_views',
  {
    still: [],
    page: ['still'],
    table: ['page'],
    maps: ['page'],
    catalogue: ['page', 'table', 'areas', 'maps'],
    sources: ['page'],
    releases: ['page'],
    areas: ['page', 'table'],
    'on-file': ['page'],
    pairs: ['page', 'table', 'areas'],
    topics: ['page', 'table', 'answer'],
    answer: ['page', 'table', 'maps'],
    live: ['still', 'page', 'answer', 'maps'],
    evidence: ['page', 'table'],
    claims: ['page'],
    indicator: ['still', 'page', 'answer', 'live', 'maps'],
    compare: ['still', 'page', 'answer', 'live'],
  },
  ['^app/_(charts|downloads|controls|words|look)/', '^stats/'],
);

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
      to: { couldNotResolve: true, pathNot: '^(server-only|client-only|topojson-specification)$' },
    },
    {
      name: 'declared-packages',
      comment: 'What we import is in package.json, not there by the grace of another package.',
      severity: 'error',
      from: { path: ours },
      to: {
        dependencyTypes: ['npm-no-pkg', 'npm-unknown'],
        pathNot: '^(server-only|client-only|topojson-specification)$',
      },
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
      ['^stats/([^/]+$|wording/)'],
      'Numbers, languages, problems: they know no data.',
    ),
    only(
      'stats-time',
      '^stats/time/',
      ['^stats/([^/]+$|wording/|time/)'],
      'Periods know the calendar and nothing else.',
    ),
    only(
      'stats-wording',
      '^stats/wording/',
      ['^stats/([^/]+$|wording/)'],
      'Texts that stats makes: they know no data.',
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
      ['^stats/([^/]+$|(wording|time|uncertainty|model)/)'],
      'The shapes of the data stand on time and uncertainty.',
    ),
    only(
      'stats-format',
      '^stats/format/',
      ['^stats/([^/]+$|(wording|time|uncertainty|model|format)/)'],
      'Figures and codes as a reader sees them; how a query is written is not its business.',
    ),
    only(
      'stats-query',
      '^stats/query/',
      ['^stats/([^/]+$|(wording|time|model|query)/)'],
      'A query is read and written without looking at figures.',
    ),
    only(
      'stats-aggregate',
      '^stats/aggregate/',
      ['^stats/([^/]+$|(wording|time|uncertainty|model|aggregate)/)'],
      'Sums know the model and no query.',
    ),
    only(
      'stats-sources',
      '^stats/sources/',
      ['^stats/([^/]+$|(wording|time|uncertainty|model|sources)/)'],
      'Several sources for one thing: the model is enough.',
    ),
    only(
      'stats-claims',
      '^stats/claims/',
      ['^stats/([^/]+$|(time|uncertainty|model|claims)/)'],
      'A claim is judged on a figure; which figure, an address says.',
    ),
    only(
      'stats-transform',
      '^stats/transform/',
      ['^stats/([^/]+$|(wording|time|uncertainty|model|format|query|transform)/)'],
      'Transforms are asked for in a query.',
    ),
    only(
      'stats-evidence',
      '^stats/evidence/',
      ['^stats/([^/]+$|(wording|time|uncertainty|model|format|query|evidence)/)'],
      'What a figure was made from: no arithmetic of its own.',
    ),
    only(
      'stats-comparability',
      '^stats/comparability/',
      ['^stats/([^/]+$|(wording|time|uncertainty|model|format|comparability)/)'],
      'A verdict looks at series, whatever was asked.',
    ),
    only(
      'stats-pairing',
      '^stats/pairing/',
      ['^stats/([^/]+$|(wording|time|uncertainty|model|format|query|comparability|pairing)/)'],
      'Two indicators side by side: the top floor.',
    ),
    only('claims', '^claims/', ['^claims/', '^stats/'], 'Claims are data of their own.'),
    only('sources', '^sources/', ['^sources/', '^stats/'], 'sources imports stats.'),
    only('db', '^db/(?!embedded/)', ['^db/(?!embedded/)', '^drizzle/', '^stats/'], 'db imports stats.'),
    only(
      'launcher',
      '^db/embedded/',
      ['^db/embedded/', '^db/connect'],
      'The launcher of the database needs nothing but a connection.',
    ),
    // Rooms of sources and scripts, from the lowest floor up; each may reach itself and the floors named.
    ...[
      ['validation', []],
      ['formats', []],
      ['aliases', ['validation']],
      ['metadata', ['validation']],
      ['table', ['metadata', 'validation']],
      ['releases', []],
      ['compile', ['metadata', 'releases', 'table', 'validation']],
      ['recipe/schema', ['aliases', 'formats', 'metadata', 'validation']],
      ['recipe/rows', ['formats', 'recipe/schema', 'validation']],
      ['recipe/values', ['aliases', 'formats', 'recipe/(rows|schema)', 'validation']],
      ['recipe/expect', ['recipe/(rows|schema|values)']],
      ['recipe', ['aliases', 'compile', 'formats', 'metadata', 'table', 'validation']],
      ['inspect', ['aliases', 'formats', 'metadata', 'recipe/(rows|schema|values)']],
      ['fetch', ['aliases', 'formats', 'metadata', 'recipe/schema', 'validation']],
      ['draft', ['aliases', 'compile', 'metadata', 'recipe', 'releases', 'validation']],
    ].map(([room, floors]) =>
      only(
        `sources-${room.replace('/', '-')}`,
        `^sources/${room}/`,
        ['^stats/', ...[room, ...floors].map((folder) => `^sources/${folder}/`)],
        `sources/${room} imports only the floors below it.`,
      ),
    ),
    only(
      'sources-fetch-floor',
      '^sources/fetch/[^/]+$',
      ['^sources/(?!fetch/publishers/)', '^stats/'],
      'How a publisher is asked does not know which publishers there are.',
    ),
    ...[
      ['terminal', []],
      ['build', []],
      ['checks', []],
      ['report', ['terminal']],
      ['server', ['build', 'terminal']],
      ['database', ['build', 'terminal']],
      ['ingest', ['build', 'database', 'server', 'terminal']],
      ['bench', ['build', 'database', 'ingest', 'server', 'terminal']],
    ].map(([room, floors]) =>
      only(
        `scripts-${room}`,
        `^scripts/${room}/`,
        [
          '^(db|sources|stats)/',
          '^scripts/lock\\.mjs$',
          ...[room, ...floors].map((folder) => `^scripts/${folder}/`),
        ],
        `scripts/${room} imports only the floors below it, and no command.`,
      ),
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
      ['^app/_data/', '^claims/', '^db/(?!embedded/)', '^stats/'],
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
      ['^app/_answers/http/', '^app/_charts/model/kind[.]ts$', '^app/_words/', '^stats/'],
      'HTTP knows neither data nor drawings; of charts it knows the names of their kinds.',
    ),
    only(
      'answers-chart',
      '^app/_answers/chart/',
      [
        '^app/_answers/(chart|http)/',
        '^app/_(charts|words|look)/',
        '^app/_downloads/sentence/phrase[.]ts$',
        '^stats/',
      ],
      'Charts as pictures, and a figure as a line.',
    ),
    only(
      'answers-shell',
      '^app/_answers/shell/',
      [
        '^app/_answers/(shell|chart|http)/',
        '^app/_(charts|words|look)/',
        '^app/_downloads/sentence/phrase[.]ts$',
        '^stats/',
      ],
      'The page frame that embeds and problem pages share.',
    ),
    only(
      'answers-errors',
      '^app/_answers/errors/',
      ['^app/_answers/(errors|shell|http)/', '^app/_words/', '^stats/'],
      'A problem needs no data to be told.',
    ),
    only(
      'answers-data',
      '^app/_answers/data/',
      [
        '^app/_answers/(data|errors|chart|http)/',
        '^app/_charts/model/kind[.]ts$',
        '^app/_(data|downloads|words)/',
        '^stats/',
      ],
      'Everything under /data.',
    ),
    only(
      'answers-embed',
      '^app/_answers/embed/',
      [
        '^app/_answers/(embed|data|errors|shell|chart|http)/',
        '^app/_data/(answer-plan|claims/doubt-seal)[.]ts$',
        '^app/_downloads/(citation|claims|discovery|sentence)/',
        '^app/_(charts|words)/',
        '^stats/',
      ],
      'Pages for a frame, figures for a text, and what turns an address into one of them.',
    ),
    only(
      'answers-openapi',
      '^app/_answers/openapi/',
      ['^app/_answers/(openapi|data|http)/', '^app/_(downloads|words)/', '^stats/'],
      'The description of the addresses, for programs.',
    ),
    only(
      'answers-mcp',
      '^app/_answers/mcp/',
      ['^app/_answers/(mcp|http)/', '^app/_charts/wording/', '^app/_downloads/', '^app/_words/', '^stats/'],
      'Tools for assistants ask our addresses; they know no database.',
    ),
    only(
      'answers-cache',
      '^app/_answers/cache/',
      ['^app/_answers/(cache|errors|http)/', '^app/_data/asking[.]ts$'],
      'A cache is handed what it caches; it knows for whom it waits.',
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
      '^app/_downloads/(?!markdown/)',
      ['^app/_downloads/', '^app/_charts/wording/code-name', '^app/_words/', '^stats/'],
      'Files of a comparison are written from stats, with the names that charts give to codes.',
    ),
    only(
      'downloads-markdown',
      '^app/_downloads/markdown/',
      ['^app/_downloads/', '^app/_charts/(chart|wording/)', '^app/_words/', '^stats/'],
      'A text has the words of a chart, and draws nothing.',
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
      from: { path: '^tests/db/engine/reference' },
      to: { path: ours, pathNot: ['^tests/(oracle|db)/', '^stats/.*(observation|query)[.]ts$'] },
    },
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
    // The rooms of the charts and of the views, one rule for each.
    ...CHART_FLOORS,
    ...VIEW_FLOORS,
    only(
      'page-reading',
      '^app/\\[lang\\]/_reading/',
      ['^app/\\[lang\\]/_reading/', '^app/_', '^stats/'],
      'What all pages share knows no page.',
    ),
    // The rooms of db: schema, then what reads it (the files at the root), then the engine (plan, sql, decode, csv and
    // what runs them), then publish, which makes rollups by the engine's own statements. No arrow goes back.
    only(
      'db-reader',
      '^db/reader/',
      ['^db/reader/', '^db/[^/]+$'],
      'How the site reaches the database knows nothing of what is in it.',
    ),
    only(
      'db-schema',
      '^db/schema/',
      ['^db/schema/', '^stats/'],
      'The schema knows only the vocabularies of stats.',
    ),
    only(
      'db-root',
      '^db/[^/]+$',
      ['^db/[^/]+$', '^db/(reader|schema)/', '^drizzle/', '^stats/'],
      'Connections, migrations and releases know neither the engine nor publishing.',
    ),
    only(
      'engine-plan',
      '^db/engine/plan/',
      ['^db/engine/plan/', '^db/[^/]+$', '^stats/'],
      'A plan is made without SQL.',
    ),
    only(
      'engine-sql',
      '^db/engine/sql/',
      ['^db/engine/(plan|sql)/', '^db/[^/]+$', '^db/schema/', '^stats/'],
      'SQL is made from a plan.',
    ),
    only(
      'engine-decode',
      '^db/engine/decode/',
      ['^db/engine/(plan|sql|decode)/', '^db/[^/]+$', '^stats/'],
      'Rows are read as the SQL sends them.',
    ),
    only(
      'engine-csv',
      '^db/engine/csv/',
      ['^db/engine/(plan|sql|decode|csv)/', '^db/[^/]+$', '^db/schema/', '^stats/'],
      'Lines of CSV are another way to send the rows of a plan.',
    ),
    only(
      'engine-root',
      '^db/engine/[^/]+$',
      ['^db/engine/(plan|sql|decode)/', '^db/engine/[^/]+$', '^db/[^/]+$', '^db/schema/', '^stats/'],
      'The engine does not know publishing.',
    ),
    only(
      'db-publish',
      '^db/publish/',
      ['^db/publish/', '^db/engine/(plan|sql)/', '^db/[^/]+$', '^db/schema/', '^stats/'],
      'Publishing makes rollups by the statements of the engine.',
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
