/** A database is dumped, lost and restored on another server: the answers are the same, byte for byte. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAnswers } from '#app/_answers/answers.ts';
import type { Answer } from '#app/_answers/http/request.ts';
import { createData } from '#app/_data/data.ts';
import { connect } from '#db/connect.ts';
import { Cluster, makeFolder, needs, PROGRAMS, runUnprivileged } from '../setup/cluster.ts';
import { FIRST_RELEASE, makeOwner, publishFirst, SECOND_RELEASE } from '../setup/published.ts';

const ADDRESSES = [FIRST_RELEASE, SECOND_RELEASE].flatMap((release) => [
  `/data/${release}/indicators.json`,
  `/data/${release}/homicide-rate.csv`,
  `/data/${release}/homicide-rate.json?group=northern-triangle&time=2012..2014`,
  `/data/${release}/asylum-grant-share.csv?origin=northern-triangle`,
  `/embed/${release}/caravan-size`,
]);

/** A body as text, also one that is sent piece by piece. */
async function textOf(body: Answer['body']): Promise<string> {
  if (typeof body === 'string') return body;
  if (body instanceof Uint8Array) return Buffer.from(body).toString();
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

describe.skipIf(!PROGRAMS)(`a backup ${needs('postgresql-15')}`, () => {
  let first: Cluster;
  let second: Cluster;
  beforeAll(async () => {
    [first, second] = await Promise.all([Cluster.create(), Cluster.create()]);
  }, 60_000);
  afterAll(() => second.remove());

  /** What a site says that reads there, with the ETags. */
  async function answersAt(url: string): Promise<readonly (readonly [number, unknown, string])[]> {
    const env = { ...process.env, DATABASE_URL: url, DATABASE_URL_READER: '' };
    const connection = await connect({ as: 'reader', max: 2, env });
    const { answer } = createAnswers({ data: createData(() => Promise.resolve(connection)) });
    const all = [];
    for (const address of ADDRESSES) {
      const [path = '', search = ''] = address.split('?');
      const got = await answer({ method: 'GET', path, search, headers: { get: () => null }, origin: '' });
      all.push([got?.status ?? 0, got?.headers['etag'], await textOf(got?.body ?? '')] as const);
    }
    await connection.sql.end();
    return all;
  }

  test('gives the same bytes after the server is lost, and the next release goes in', async () => {
    process.env['DATABASE_URL'] = await makeOwner(first);
    delete process.env['DATABASE_URL_READER'];
    await publishFirst(2);
    const before = await answersAt(first.url('web_owner', 'facts'));
    expect(new Set(before.map(([status]) => status))).toEqual(new Set([200]));
    const file = join(await makeFolder(), 'facts.dump');
    const script = (name: string, cluster: Cluster) =>
      runUnprivileged('/bin/sh', [resolve('deploy', name), file], {
        DATABASE_URL: cluster.url('web_owner', 'facts'),
        PATH: `${PROGRAMS}:${process.env['PATH']}`,
      });
    await script('backup.sh', first);
    expect(existsSync(`${file}.part`)).toBe(false);
    await first.remove();

    await makeOwner(second);
    await second.statements([
      'create role cotejo_reader',
      'grant cotejo_reader to web_owner with admin option',
    ]);
    await script('restore.sh', second);
    expect(await answersAt(second.url('web_owner', 'facts'))).toEqual(before);
    // Keys go on where they were: the next release is published on top.
    process.env['DATABASE_URL'] = second.url('web_owner', 'facts');
    await publishFirst(3);
    expect(await answersAt(second.url('web_owner', 'facts'))).toEqual(before);
    // Restoring over what is there is refused, and changes nothing.
    await expect(script('restore.sh', second)).rejects.toThrow('already exists');
    expect(await answersAt(second.url('web_owner', 'facts'))).toEqual(before);
  }, 180_000);
});
