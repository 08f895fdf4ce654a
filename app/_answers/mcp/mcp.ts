/**
 * `POST /mcp`: the Model Context Protocol over Streamable HTTP, without sessions. Every request is answered by
 * a server of its own, so nothing is kept between two. The tools ask our own addresses.
 */
import { createMcpHandler, McpServer, type CallToolResult } from '@modelcontextprotocol/server';
import { TOOL_WORDS } from '#app/_words/mcp.ts';
import { MCP_METHODS, MCP_PREFLIGHT, CORS_HEADERS, NO_STORE } from '../http/headers.ts';
import type { Answer, AnswerRequest } from '../http/request.ts';
import { MCP_ADDRESS } from '../http/routes.ts';
import { siteReader, ToolRefusal, type RespondToData } from './ask.ts';
import type { Tool } from './tool.ts';
import { checkClaimTool } from './tools/check-claim.ts';
import { compareIndicators } from './tools/compare-indicators.ts';
import { describeIndicator } from './tools/describe-indicator.ts';
import { findIndicators } from './tools/find-indicators.ts';
import { getFigures } from './tools/get-figures.ts';
import { whatChanged } from './tools/what-changed.ts';

/** A question of an assistant is short. */
const MOST_BYTES = 64 * 1024;
/** The version of the tools; goes up when one of them changes. */
const VERSION = '1.0.0';

const TOOLS: readonly Tool[] = [
  findIndicators,
  describeIndicator,
  getFigures,
  compareIndicators,
  checkClaimTool,
  whatChanged,
];

/** The answer of a tool; a refusal is one that the assistant can read and mend. */
async function call(
  { answer }: Tool,
  input: object,
  site: ReturnType<typeof siteReader>,
): Promise<CallToolResult> {
  try {
    const { text, data } = await answer(input as never, site);
    return { content: [{ type: 'text', text }], structuredContent: data };
  } catch (error) {
    if (!(error instanceof ToolRefusal)) throw error;
    return { content: [{ type: 'text', text: error.message }], isError: true };
  }
}

function serverOf(site: ReturnType<typeof siteReader>): McpServer {
  const server = new McpServer(
    { name: 'cotejo', title: TOOL_WORDS.title, version: VERSION },
    { instructions: TOOL_WORDS.instructions },
  );
  for (const tool of TOOLS) {
    const { title, description } = TOOL_WORDS.tools[tool.name];
    const annotations = { title, readOnlyHint: true, idempotentHint: true, openWorldHint: false };
    server.registerTool(
      tool.name,
      { title, description, inputSchema: tool.input, annotations },
      (input: object) => call(tool, input, site),
    );
  }
  return server;
}

/** JSON-RPC's own form of a refusal before there is a request. */
const rpcError = (status: number, code: number, message: string): Answer => ({
  status,
  headers: { ...CORS_HEADERS, 'content-type': 'application/json', 'cache-control': NO_STORE },
  body: `${JSON.stringify({ jsonrpc: '2.0', error: { code, message }, id: null })}\n`,
});

/** The request as the library reads it: its headers, and the body as text. */
function webRequest(request: AnswerRequest, body: string): Request {
  const headers = new Headers();
  for (const name of [
    'accept',
    'content-type',
    'mcp-protocol-version',
    'mcp-method',
    'mcp-name',
    'last-event-id',
  ]) {
    const value = request.headers.get(name);
    if (value) headers.set(name, value);
  }
  const url = new URL(MCP_ADDRESS, request.origin || 'http://localhost');
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  return new Request(url, { method: request.method, headers, ...(!isRead && { body }) });
}

/** Answers a request to `/mcp`. `respond` answers the addresses that the tools ask. */
export async function answerMcp(request: AnswerRequest, respond: RespondToData): Promise<Answer> {
  if (request.method === 'OPTIONS') {
    return { status: 204, headers: { ...MCP_PREFLIGHT, allow: MCP_METHODS }, body: '' };
  }
  if (request.method !== 'POST') {
    const refused = rpcError(405, -32000, 'Method not allowed: this server keeps no sessions; send POST.');
    return { ...refused, headers: { ...refused.headers, allow: MCP_METHODS } };
  }
  const body = (await request.readBody?.(MOST_BYTES)) ?? null;
  if (body === null) return rpcError(413, -32600, `A request has at most ${MOST_BYTES} bytes.`);
  const handler = createMcpHandler(() => serverOf(siteReader(respond, request)), {
    maxRequestBodySize: MOST_BYTES,
  });
  try {
    const response = await handler.fetch(webRequest(request, body));
    const type = response.headers.get('content-type');
    return {
      status: response.status,
      headers: {
        ...CORS_HEADERS,
        'cache-control': NO_STORE,
        ...(type !== null && { 'content-type': type }),
      },
      body: await response.text(),
    };
  } finally {
    await handler.close();
  }
}
