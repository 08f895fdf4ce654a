// The peer: a plain `node:http` handler with postgres.js that runs the product's own statement over the
// product's own tables and writes JSON: no parsing, no hedges, no cache. It runs as a process of its own.

import { createServer } from 'node:http';
import { connect, type Sql } from '#db/connect.ts';
import { planQuery } from '#db/engine/plan/plan.ts';
import { statementOf } from '#db/engine/sql/statement.ts';
import { readReleaseIndex, type ReleaseIndex } from '#db/releases.ts';
import { parseParameters } from '#stats/query-string.ts';
import { parseQuery } from '#stats/query/query.ts';
import { report } from './host.ts';
import { QUESTIONS, type BenchQuestion } from './questions.ts';
import { STAR } from './star.ts';
import { VERSION } from './world.ts';

type Statement = readonly [text: string, parameters: readonly unknown[]];

function statementFor({ indicator: id, search }: BenchQuestion, index: ReleaseIndex): Statement {
  const indicator = index.catalogue.indicators.find((indicator) => indicator.id === id);
  if (!indicator) throw new Error(`no ${id} in the synthetic release`);
  const query = parseQuery(parseParameters(search), indicator, index.catalogue);
  const { text, parameters } = statementOf(planQuery(query, index), index);
  return [text, parameters];
}

async function statements(sql: Sql): Promise<ReadonlyMap<string, Statement>> {
  const index = await readReleaseIndex(sql, VERSION);
  if (!index) throw new Error('the synthetic release is not there');
  return new Map([
    ...QUESTIONS.map((question) => [`/${question.name}`, statementFor(question, index)] as const),
    // The same without the sums that were made beforehand.
    ...QUESTIONS.map(
      (question) =>
        [`/rows/${question.name}`, statementFor(question, { ...index, rollups: new Map() })] as const,
    ),
    ...QUESTIONS.map(({ name }) => [`/star/${name}`, [STAR[name], []]] as const),
  ]);
}

const { sql } = await connect({ as: 'reader', max: 10 });
const known = await statements(sql);
const server = createServer((req, res) => {
  const statement = known.get(req.url ?? '');
  if (!statement) return void res.writeHead(404).end();
  const [text, parameters] = statement;
  sql.unsafe(text, parameters as never[], { prepare: true }).then(
    (rows) => {
      const body = Buffer.from(JSON.stringify(rows));
      res.writeHead(200, { 'content-type': 'application/json', 'content-length': body.byteLength });
      res.end(body);
    },
    (error: unknown) => res.writeHead(500).end(String(error)),
  );
});
server.listen(0, '127.0.0.1', () => report(server.address()));
