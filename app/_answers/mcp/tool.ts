/** A tool of the MCP server: what it takes, and what it answers as text and as data. */
import { z } from 'zod';
import { LANGUAGES } from '#stats/language.ts';
import { TOOL_WORDS } from '#app/_words/mcp.ts';
import { encodeValue } from '#stats/query-string.ts';
import type { SiteReader } from './ask.ts';

/** What a tool answers. The text says everything that a reader needs; the data are for programs. */
export interface ToolAnswer {
  readonly text: string;
  readonly data: Record<string, unknown>;
}

export interface Tool<Input extends z.ZodObject = z.ZodObject> {
  readonly name: keyof typeof TOOL_WORDS.tools;
  readonly input: Input;
  readonly answer: (input: z.infer<Input>, site: SiteReader) => Promise<ToolAnswer>;
}

/** Keeps the type of a tool's input beside its function. */
export const toolOf = <Input extends z.ZodObject>(tool: Tool<Input>): Tool => tool;

export const RELEASE = z
  .string()
  .regex(/^(latest|\d+\.\d+\.\d+)$/)
  .optional()
  .describe(TOOL_WORDS.release);
export const LANG_INPUT = z.enum(LANGUAGES).optional().describe(TOOL_WORDS.lang);

/** A query string of the values that are given. */
export const toolSearch = (values: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(values)
    .flatMap(([name, value]) =>
      value === undefined ? [] : [`${encodeURIComponent(name)}=${encodeValue(value)}`],
    )
    .join('&');

/** Links within the site as links that work anywhere. */
export const withOrigin = (markdown: string, origin: string): string =>
  markdown.replaceAll('](/', `](${origin}/`);

/** The same address in another format. @example withEnding('/data/1.0.0/a.json?x=1', 'svg') === '/data/1.0.0/a.svg?x=1' */
export const withEnding = (address: string, ending: string): string =>
  address.replace(/\.json(?=\?|$)/, `.${ending}`);
