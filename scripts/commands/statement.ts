// `npm run statement -- "/data/1.1.0/homicide-rate.csv?..."`: the SQL that answers an address, and how Postgres runs it.

import { parseArgs } from 'node:util';
import { connect, type Sql } from '#db/connect.ts';
import type { Statement } from '#db/engine/sql/statement.ts';
import { readPublished, readReleaseIndex } from '#db/releases.ts';
import { openDatabase } from '../database/database.ts';
import {
  formatStatement,
  parseDataAddress,
  statementOfAddress,
  type DataAddress,
} from '../database/show-statement.ts';
import { showProgress } from '../terminal/progress.ts';
import { UserError } from '../terminal/user-error.ts';

const USAGE = `npm run statement -- ADDRESS [--analyze] [--rows]

ADDRESS is that of an indicator's data, in quotes: "/data/1.1.0/homicide-rate.csv?group=northern-triangle".
Prints the statement that answers it, its parameters and its plan. "latest" stands for the newest release.
  --analyze  runs the statement, and prints the plan with its times and rows
  --rows     as if no sum had been made when the release was published`;

export async function main(argv: string[], stop: AbortSignal): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      analyze: { type: 'boolean', default: false },
      rows: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const [given, ...more] = positionals;
  if (given === undefined || more.length > 0) throw new UserError(`Give one address.\n\n${USAGE}`);
  const address = parseDataAddress(given);
  // What the statement is goes to stdout, what is done for it to stderr: the output can be saved as a file.
  const database = await openDatabase({ root: process.cwd(), progress: showProgress(process.stderr), stop });
  try {
    const { sql } = await connect({ as: 'reader', max: 1 });
    try {
      const statement = await readStatement(sql, address, values.rows);
      console.log(`-- ${given}\n${await formatStatement(statement.text)};\n`);
      statement.parameters.forEach((value, i) => console.log(`-- $${i + 1} = ${JSON.stringify(value)}`));
      for (const line of await readPlan(sql, statement, values.analyze)) console.log(`-- ${line}`);
    } finally {
      await sql.end({ timeout: 1 });
    }
  } finally {
    await database.release();
  }
  return 0;
}

async function readStatement(sql: Sql, address: DataAddress, withoutRollups: boolean): Promise<Statement> {
  const published = await readPublished(sql);
  const version = address.release === 'latest' ? (published.at(-1)?.version ?? '') : address.release;
  const index = await readReleaseIndex(sql, version);
  if (!index) {
    const versions = published.map((release) => release.version).join(', ');
    throw new UserError(`There is no release ${address.release}. The releases are ${versions}.`);
  }
  return statementOfAddress(address, withoutRollups ? { ...index, rollups: new Map() } : index);
}

async function readPlan(sql: Sql, { text, parameters }: Statement, analyze: boolean): Promise<string[]> {
  const rows = await sql.unsafe<{ 'QUERY PLAN': string }[]>(
    `explain ${analyze ? '(analyze, buffers) ' : ''}${text}`,
    parameters as never[],
  );
  return rows.map((row) => row['QUERY PLAN']);
}
