/** What the readers of our files and interfaces share: the question, and how a figure is written down to compare it. */
import { execFile, execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import { expect } from 'vitest';
import type { AnswerFormat } from '#app/_answers/http/formats.ts';

/** The release that is read. */
export const READ_RELEASE = '1.4.0';
export const FLOW = 'homicide-rate';
/** Figures of three countries with a value. */
export const QUESTION = 'country=HND~SLV~GTM&source=world-bank-homicide&time=2012..2014';
export const data = (ending: string, more = ''): string =>
  `/data/${READ_RELEASE}/${FLOW}.${ending}?${QUESTION}${more}`;

/** `HND 2012 82.2941714855 exact` for each figure, in order. */
export type Figures = readonly string[];
export type RowRead = Readonly<Record<string, unknown>>;

export const figure = (area: unknown, period: unknown, value: unknown, qualifier: unknown): string =>
  [area, String(period).replace(/\.0$/, ''), Number(Number(value).toPrecision(12)), qualifier ?? ''].join(
    ' ',
  );

export const ofRows = (rows: readonly RowRead[]): Figures =>
  rows.map(({ Code, period, value, qualifier }) => figure(Code, period, value, qualifier)).sort();

/** The rows of the question in a file that has more. */
export const ofQuestion = (rows: readonly RowRead[]): Figures =>
  ofRows(
    rows.filter(
      ({ indicator = FLOW, source, Code, period }) =>
        indicator === FLOW &&
        source === 'world-bank-homicide' &&
        ['HND', 'SLV', 'GTM'].includes(String(Code)) &&
        ['2012', '2013', '2014'].includes(String(period)),
    ),
  );

export const records = (csv: string, delimiter = ','): RowRead[] =>
  parse<RowRead>(csv, { columns: true, bom: true, delimiter });

/** Lines of area, period, value and qualifier, with tabs between. */
export const ofLines = (printed: string): Figures =>
  printed
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s*\t\s*/))
    .map(([area, period, value, qualifier]) => figure(area, period, value, qualifier))
    .sort();

/** What somebody else's program reads, and what it must find. */
export interface StrangerReader {
  readonly what: string;
  readonly reader: string;
  /** The format that it reads, if it is one of those of a question. */
  readonly ending?: AnswerFormat;
  readonly isHere?: boolean;
  readonly read: (site: ReaderSite) => Promise<Figures>;
  /** What it must find; if absent, the figures of the question. */
  readonly expected?: Figures;
}

/** The site that is read. */
export interface ReaderSite {
  readonly address: string;
  readonly folder: string;
  /** The rows of the question, from its JSON. */
  readonly truth: readonly RowRead[];
}

export async function bytes({ address }: Pick<ReaderSite, 'address'>, path: string): Promise<Buffer> {
  let response = await fetch(address + path);
  // A busy site asks for another try, as it would of any reader.
  for (let tries = 0; response.status === 503 && tries < 30; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    response = await fetch(address + path);
  }
  expect(response.status, path).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

export const text = async (site: Pick<ReaderSite, 'address'>, path: string): Promise<string> =>
  (await bytes(site, path)).toString('utf8');

/** A file of the site under a name in the folder; returns its path. */
export async function saved(site: ReaderSite, name: string, path: string): Promise<string> {
  const file = join(site.folder, name);
  writeFileSync(file, await bytes(site, path));
  return file;
}

export const has = (program: string, ...input: string[]): boolean => {
  try {
    execFileSync(program, input, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
export const HAS_PYTHON = has('python3', '--version');
export const HAS_R = has('Rscript', '-e', 'library(rsdmx)');

export const runProgram = async (program: string, input: readonly string[]): Promise<string> =>
  (await promisify(execFile)(program, [...input], { maxBuffer: 50_000_000 })).stdout;

/** The rows that a program in python prints as JSON. */
export const python = async (program: string, ...input: string[]): Promise<RowRead[]> =>
  JSON.parse(await runProgram('python3', ['-c', program, ...input])) as RowRead[];

/** The rows of a table or of a select, as DuckDB finds them. */
export async function duckdb(from: string): Promise<RowRead[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  try {
    return (await connection.runAndReadAll(`select * from ${from}`)).getRowObjects();
  } finally {
    connection.closeSync();
  }
}
