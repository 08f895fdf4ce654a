// `npm run grant-reader -- NAME`: makes a login of yours the reader of the site.

import { connect } from '#db/connect.ts';
import { grantReader, grantStatements, mayLogIn } from '#db/reader/grant-reader.ts';
import { defineCommand, type CommandLine } from '../terminal/command.ts';
import { UserError, messageOf } from '../terminal/user-error.ts';

const USAGE = `npm run grant-reader -- NAME [--print]

Gives the login NAME the right to read the tables and views of the site, and the settings of its sessions (search
path, time limit, read-only), so that it can also read through a pooler that passes no settings on. Run it as the
owner (DATABASE_URL), after the first npm start has made the tables.

  --print  print the statements in place of running them`;

const options = { print: { type: 'boolean' } } as const;

async function run({ positionals, values }: CommandLine<typeof options>): Promise<number> {
  const [login, ...more] = positionals;
  if (!login || more.length > 0) throw new UserError('Which login? npm run grant-reader -- NAME');
  const { sql, schema } = await connect({ as: 'owner', max: 1 });
  try {
    const [place] = await sql<{ database: string }[]>`select current_database() as database`;
    const statements = grantStatements(login, place?.database ?? '', schema);
    const text = statements.map((statement) => `${statement};`).join('\n');
    if (values.print) {
      console.log(text);
      return 0;
    }
    if (!(await mayLogIn(sql, login))) {
      throw new UserError(
        `No login is named ${login}. Make it first: create role "${login}" login password '...'`,
      );
    }
    await grantReader(sql, statements).catch((error: unknown) => {
      throw new UserError(`${messageOf(error)}. Let a superuser run these in the same database:\n\n${text}`);
    });
    console.log(`${login} may read schema ${schema}, and nothing else by this.`);
    return 0;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

export const main = defineCommand({ name: 'grant-reader', usage: USAGE, options, positionals: true, run });
