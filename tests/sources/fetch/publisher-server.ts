/**
 * A publisher on this machine: real HTTP on loopback, with answers in the documented shapes. With `instead`,
 * a test changes the answer to a request (an error, a truncated answer, silence).
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedRequest {
  readonly url: URL;
  readonly page: number;
  readonly userAgent: string;
}

type Instead = (asked: ReceivedRequest, nth: number, response: ServerResponse) => boolean;

export interface PublisherServer {
  readonly base: string;
  readonly asked: ReceivedRequest[];
  /** Answers the request itself if it returns true; `nth` counts the requests from 1. */
  instead: Instead;
  worldBankRows: unknown[];
  unhcrRows: unknown[];
  close(): Promise<void>;
}

/** The day is made up; the file with the figures states July 2022. */
export const LAST_UPDATED = '2026-07-20';

const homicide = (iso3: string, iso2: string, name: string, date: string, value: number | null) => ({
  indicator: { id: 'VC.IHR.PSRC.P5', value: 'Intentional homicides (per 100,000 people)' },
  country: { id: iso2, value: name },
  countryiso3code: iso3,
  date,
  value,
  unit: '',
  obs_status: '',
  decimal: 0,
});

/** World Development Indicators, July 2022; the nulls (Latin America, Namibia) are ours, to show a gap. */
export const WORLD_BANK_ROWS = [
  homicide('LCN', 'ZJ', 'Latin America & Caribbean', '2014', null),
  homicide('SLV', 'SV', 'El Salvador', '2014', 62.286),
  homicide('GTM', 'GT', 'Guatemala', '2014', 32.99),
  homicide('HND', 'HN', 'Honduras', '2014', 65.78),
  homicide('HND', 'HN', 'Honduras', '2012', 83.003),
  homicide('MEX', 'MX', 'Mexico', '2014', 16.626),
  homicide('NAM', 'NA', 'Namibia', '2014', null),
];

const decided = (year: number, level: string, pc: string, numbers: readonly (number | string)[]) => {
  const [recognized, other, rejected, closed, total] = numbers;
  return {
    year,
    coo_id: 85,
    coo_name: 'Honduras',
    coo: 'HON',
    coo_iso: 'HND',
    coa_id: 202,
    coa_name: 'United States of America',
    coa: 'USA',
    coa_iso: 'USA',
    procedure_type: 'G',
    dec_level: level,
    dec_pc: pc,
    dec_recognized: recognized,
    dec_other: other,
    dec_rejected: rejected,
    dec_closed: closed,
    dec_total: total,
  };
};

/** UNHCR, Honduras in the United States, 2012 to 2015; zeros as texts, as the service sends them. */
export const UNHCR_ROWS = [
  decided(2012, 'EO', 'P', [83, '0', 455, 828, 1366]),
  decided(2012, 'IN', 'C', [95, '0', 5, 300, 400]),
  decided(2013, 'EO', 'P', [104, '0', 662, 701, 1467]),
  decided(2013, 'IN', 'C', [73, '0', 10, 247, 330]),
  decided(2014, 'EO', 'P', [184, 119, 1047, 963, 2313]),
  decided(2014, 'IN', 'C', [267, '0', 114, 503, 884]),
  decided(2015, 'EO', 'P', [372, 84, 1358, 2304, 4118]),
];

const slice = (rows: readonly unknown[], page: number, size: number): readonly unknown[] =>
  rows.slice((page - 1) * size, page * size);

function answerOf(server: PublisherServer, { url, page }: ReceivedRequest): string {
  if (url.pathname.includes('/indicator/')) {
    const size = Number(url.searchParams.get('per_page'));
    const total = server.worldBankRows.length;
    const pages = Math.ceil(total / size);
    const about = { page, pages, per_page: size, total, sourceid: '2', lastupdated: LAST_UPDATED };
    return JSON.stringify([about, slice(server.worldBankRows, page, size)]);
  }
  const size = Number(url.searchParams.get('limit'));
  const maxPages = Math.ceil(server.unhcrRows.length / size);
  const items = slice(server.unhcrRows, page, size);
  return JSON.stringify({ page, 'short-url': '', maxPages, total: [], items });
}

/** Sends JSON, or any other body. */
export function send(response: ServerResponse, status: number, body: string, headers = {}): true {
  response.writeHead(status, { 'content-type': 'application/json;charset=utf-8', ...headers });
  response.end(body);
  return true;
}

export async function startPublisher(): Promise<PublisherServer> {
  const http = createServer((request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://publisher.test');
    const page = Number(url.searchParams.get('page') ?? 1);
    const visit = { url, page, userAgent: request.headers['user-agent'] ?? '' };
    server.asked.push(visit);
    if (!server.instead(visit, server.asked.length, response)) send(response, 200, answerOf(server, visit));
  });
  const server: PublisherServer = {
    base: '',
    asked: [],
    instead: () => false,
    worldBankRows: [...WORLD_BANK_ROWS],
    unhcrRows: [...UNHCR_ROWS],
    async close() {
      http.closeAllConnections();
      await new Promise((done) => http.close(done));
    },
  };
  await new Promise<void>((ready) => http.listen(0, '127.0.0.1', ready));
  return Object.assign(server, { base: `http://127.0.0.1:${(http.address() as AddressInfo).port}` });
}
