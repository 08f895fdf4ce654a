/** Reads a YAML file against its shape; every problem names the file, the place in it and what to do. */
import { readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { SourceError } from './source-error.ts';

/** One text in both languages; neither may be empty. */
export const nonEmptyText = z.strictObject({
  en: z.string().trim().min(1),
  es: z.string().trim().min(1),
});

/** A permanent code: lower case words with hyphens. */
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
  error: 'is not kebab-case; write lower case words with hyphens, as in homicide-rate',
});

/** A day that exists, or a month where the day is not known. */
export const date = z.string().refine(
  (value) => {
    const day = /^\d{4}-\d{2}$/.test(value) ? `${value}-01` : value;
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
    const read = new Date(`${day}T00:00:00Z`);
    return !Number.isNaN(read.getTime()) && read.toISOString().slice(0, 10) === day;
  },
  { error: 'is not a date; write 2015-11-15, or 2015-11 where the day is not known' },
);

/** A whole day that exists. */
export const day = date.refine((value) => value.length === 10, { error: 'is not a day; write 2015-11-15' });

/** An address on the web. */
export const url = z
  .string()
  .regex(/^https?:\/\/\S+$/, { error: 'is not an address; write it with https://' });

/** A value as an error shows it: short, on one line. */
function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? 'nothing';
  return json.length > 60 ? `${json.slice(0, 57)}...` : json;
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    root,
  );
}

function explain(issue: z.core.$ZodIssue, root: unknown): string {
  const place = issue.path.join('.') || 'the file';
  const value = valueAt(root, issue.path);
  const last = issue.path.at(-1);
  if (last === 'es' || last === 'en') {
    return `${place}: expected a text, found ${shown(value)}; write it in ${last === 'es' ? 'Spanish' : 'English'}`;
  }
  if (value === undefined) return `${place}: is missing; fill it`;
  if (issue.code === 'unrecognized_keys') {
    return `${place}: unknown field ${issue.keys.map((key) => `"${key}"`).join(', ')}; correct its name or leave it out`;
  }
  if (issue.code === 'invalid_value') {
    return `${place}: found ${shown(value)}; expected one of ${issue.values.map(String).join(', ')}`;
  }
  const end = issue.code === 'custom' || issue.code === 'invalid_format' ? issue.message : null;
  return end === null
    ? `${place}: found ${shown(value)}; ${issue.message}`
    : `${place}: ${shown(value)} ${end}`;
}

/** The file's content in the shape asked for. @throws SourceError with every problem of the file */
export function readYaml<T>(path: string, shape: z.ZodType<T>): T {
  let content: string;
  try {
    content = readFileSync(path, 'utf8');
  } catch {
    throw new SourceError([`${path}: cannot be read; expected a YAML file here`]);
  }
  const document = parseDocument(content, { prettyErrors: false });
  if (document.errors.length > 0) {
    const line = (offset: number): number => content.slice(0, offset).split('\n').length;
    throw new SourceError(document.errors.map((e) => `${path}:${line(e.pos[0])}: is not YAML; ${e.message}`));
  }
  const value: unknown = document.toJS();
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  throw new SourceError(result.error.issues.map((issue) => `${path}: ${explain(issue, value)}`));
}
