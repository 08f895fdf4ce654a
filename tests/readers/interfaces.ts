/** Readers of the standard interfaces: SDMX, PxWeb, the Model Context Protocol. */
import { join } from 'node:path';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { ofCube } from './cube.ts';
import {
  figure,
  FLOW,
  has,
  HAS_PYTHON,
  HAS_R,
  ofLines,
  ofRows,
  python,
  records,
  runProgram,
  saved,
  text,
  READ_RELEASE,
  type Figures,
  type StrangerReader,
  type ReaderSite,
  type RowRead,
} from './reader.ts';

/** How the inspector is run, if it is: it needs a newer Node than the tests, and a hundred packages of its own. */
const INSPECTOR = process.env['MCP_INSPECTOR']?.split(' ');
/** The folder of the SDMX schemas, which are not ours to ship. */
const SCHEMAS = process.env['SDMX_SCHEMAS'];
/** Packages that neither Debian nor npm has; a developer may have installed them. */
const HAS_R_PXWEB = has('Rscript', '-e', 'library(pxweb)');
const HAS_R_PXWEBAPIDATA = has('Rscript', '-e', 'library(PxWebApiData)');
const HAS_PXWEBPY = has('python3', '-c', 'from pxweb import PxApi');

const SDMX = `/sdmx/2.1/data/COTEJO,${FLOW},${READ_RELEASE}/A.HND+SLV+GTM....world-bank-homicide?startPeriod=2012&endPeriod=2014`;
const PXWEB = `/pxweb/${READ_RELEASE}/v2/tables/${FLOW}/data?valueCodes[area]=HND,SLV,GTM&valueCodes[source]=world-bank-homicide&valueCodes[period]=2012,2013,2014`;

const PYTHON_XML = `import json,sys,urllib.request as u,xml.etree.ElementTree as e
g='{http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic}'
of=lambda node: {v.get('id'): v.get('value') for v in node.iter(g+'Value')} if node is not None else {}
rows=[]
for s in e.parse(u.urlopen(sys.argv[1])).iter(g+'Series'):
  for o in s.iter(g+'Obs'):
    rows.append({**of(s.find(g+'SeriesKey')),**of(o.find(g+'Attributes')),'period':o.find(g+'ObsDimension').get('value'),'value':o.find(g+'ObsValue').get('value')})
print(json.dumps(rows))`;

const LINES = (columns: string): string => `cat(sprintf("%s\\t%s\\t%s\\t%s", ${columns}), sep = "\\n")`;
const EXACTLY = 'format(as.numeric(value), digits = 15, trim = TRUE)';

const R_SDMX = `suppressMessages(library(rsdmx)); d <- as.data.frame(readSDMX(commandArgs(TRUE)[1]))
time <- if ("obsTime" %in% names(d)) d$obsTime else d$TIME_PERIOD
value <- if ("obsValue" %in% names(d)) d$obsValue else d$OBS_VALUE
${LINES(`d$REF_AREA, time, ${EXACTLY}, d$QUALIFIER`)}`;

/** The codes of areas in the code lists of a data structure. */
const R_STRUCTURE = `suppressMessages(library(rsdmx)); s <- readSDMX(commandArgs(TRUE)[1])
l <- slot(s, "codelists"); d <- as.data.frame(l, codelistId = "CL_AREA"); cat(sort(intersect(d$id, c("HND", "SLV", "GTM"))), sep = "\\n")`;

/** JSON-stat read by hand in R: jsonlite comes with rsdmx, and Debian has no package for it. */
const R_JSONSTAT = `x <- jsonlite::fromJSON(commandArgs(TRUE)[1], simplifyVector = FALSE); id <- unlist(x$id)
codes <- lapply(id, function(n) names(sort(unlist(x$dimension[[n]]$category$index)))); names(codes) <- id
g <- rev(expand.grid(rev(codes), stringsAsFactors = FALSE)); g$value <- sapply(x$value, function(v) if (is.null(v)) NA else v)
g$status <- sapply(seq_len(nrow(g)) - 1, function(i) { s <- x$status[[as.character(i)]]; if (is.null(s)) "exact" else s })
g <- g[g$number == "value", ]; value <- g$value
${LINES(`g$area, g$period, ${EXACTLY}, g$status`)}`;

/** R's pxweb reads version 1; a figure that is not exact has a comment. */
const R_PXWEB = `suppressMessages(library(pxweb)); url <- commandArgs(TRUE)[1]
p <- pxweb_get(url, list(area = c("HND", "SLV", "GTM"), source = "world-bank-homicide", period = c("2012", "2013", "2014"), number = "value"), verbose = FALSE)
d <- as.data.frame(p, column.name.type = "code", variable.value.type = "code"); value <- d$value
hedge <- rep("exact", nrow(d)); hedge[as.data.frame(pxweb_data_comments(p))$row_no] <- "hedged"
${LINES(`d$area, d$period, ${EXACTLY}, hedge`)}`;

const R_PXWEBAPIDATA = `suppressMessages(library(PxWebApiData)); value <- NULL
d <- get_api_data(commandArgs(TRUE)[1])[[2]]; d <- d[d$number == "value", ]; value <- d$value
${LINES(`d$area, d$period, ${EXACTLY}, "exact"`)}`;

/** Its columns have the labels of the variables as names. */
const PYTHON_PXWEBPY = `import json,sys
from pxweb import PxApi
areas,years=['HND','SLV','GTM'],['2012','2013','2014']
chosen={'area':areas,'source':['world-bank-homicide'],'period':years,'number':['value']}
rows=PxApi(sys.argv[1]).get_table_data('homicide-rate', value_codes=chosen, show='code')
one=lambda row, codes: next(v for v in row.values() if v in codes)
print(json.dumps([{'area':one(r,areas),'period':one(r,years),'value':r['value']} for r in rows]))`;

async function ofTool({ address }: ReaderSite): Promise<Figures> {
  const client = new Client({ name: 'readers', version: '1.0.0' }, { versionNegotiation: { mode: 'auto' } });
  await client.connect(new StreamableHTTPClientTransport(new URL(`${address}/mcp`)));
  const { structuredContent } = await client.callTool({
    name: 'get_figures',
    arguments: {
      ...{ indicator: FLOW, country: 'HND~SLV~GTM', source: 'world-bank-homicide' },
      ...{ time: '2012..2014', release: READ_RELEASE },
    },
  });
  await client.close();
  return ofToolRows((structuredContent as { rows: RowRead[] }).rows);
}

const ofToolRows = (rows: readonly RowRead[]): Figures =>
  rows.map(({ code, period, value, qualifier }) => figure(code, period, value, qualifier)).sort();

/** The same tool, called by the inspector's command line. */
async function ofInspector({ address }: ReaderSite): Promise<Figures> {
  const [program = '', ...before] = INSPECTOR ?? [];
  const called = ['--method', 'tools/call', '--tool-name', 'get_figures', '--tool-arg'];
  const pairs = {
    ...{ indicator: FLOW, country: 'HND~SLV~GTM', source: 'world-bank-homicide' },
    ...{ time: '2012..2014', release: READ_RELEASE },
  };
  const printed = await runProgram(program, [
    ...before,
    ...['--cli', `${address}/mcp`, '--transport', 'http', ...called],
    ...Object.entries(pairs).map(([name, value]) => `${name}=${value}`),
  ]);
  const { structuredContent } = JSON.parse(printed.slice(printed.indexOf('{'))) as {
    structuredContent: { rows: RowRead[] };
  };
  return ofToolRows(structuredContent.rows);
}

/** An SDMX-JSON message: positions in lists of codes. */
async function ofSdmxJson(site: ReaderSite): Promise<Figures> {
  interface Component {
    readonly id: string;
    readonly values: readonly { readonly id: string }[];
  }
  interface Message {
    readonly data: {
      readonly dataSets: readonly {
        readonly series: Readonly<
          Record<string, { readonly observations: Readonly<Record<string, readonly unknown[]>> }>
        >;
      }[];
      readonly structure: {
        readonly dimensions: {
          readonly series: readonly Component[];
          readonly observation: readonly Component[];
        };
        readonly attributes: { readonly observation: readonly Component[] };
      };
    };
  }
  const { data: message } = JSON.parse(await text(site, `${SDMX}&format=jsondata`)) as Message;
  const { dimensions, attributes } = message.structure;
  const area = dimensions.series.findIndex(({ id }) => id === 'REF_AREA');
  const qualifier = attributes.observation.findIndex(({ id }) => id === 'QUALIFIER');
  return Object.entries(message.dataSets[0]!.series)
    .flatMap(([key, { observations }]) =>
      Object.entries(observations).map(([at, [value, ...own]]) =>
        figure(
          dimensions.series[area]!.values[Number(key.split(':')[area])]!.id,
          dimensions.observation[0]!.values[Number(at)]!.id,
          value,
          attributes.observation[qualifier]!.values[Number(own[qualifier])]!.id,
        ),
      ),
    )
    .sort();
}

/** Messages that the schema of SDMX-ML 2.1 describes whole; structure-specific data have a schema of their own. */
const VALIDATED = [
  ['genericdata', `${SDMX}&format=genericdata`],
  ['genericdata with history', `${SDMX}&format=genericdata&includeHistory=true`],
  ['dataflow', `/sdmx/2.1/dataflow/COTEJO/${FLOW}/${READ_RELEASE}`],
  [
    'data structure with code lists',
    `/sdmx/2.1/datastructure/COTEJO/${FLOW}/${READ_RELEASE}?references=children`,
  ],
  ['availableconstraint', `/sdmx/2.1/availableconstraint/COTEJO,${FLOW},${READ_RELEASE}/A.HND....`],
] as const;

export const INTERFACE_READERS: readonly StrangerReader[] = [
  ...(['genericdata', 'structurespecificdata'] as const).map((format): StrangerReader => ({
    what: `SDMX 2.1 REST, ${format}`,
    reader: 'rsdmx',
    isHere: HAS_R,
    read: async ({ address }) =>
      ofLines(await runProgram('Rscript', ['-e', R_SDMX, `${address}${SDMX}&format=${format}`])),
  })),
  {
    what: 'SDMX 2.1 REST, genericdata',
    reader: 'python3 xml.etree',
    isHere: HAS_PYTHON,
    read: async ({ address }) =>
      (await python(PYTHON_XML, `${address}${SDMX}&format=genericdata`))
        .map((row) => figure(row['REF_AREA'], row['period'], row['value'], row['QUALIFIER']))
        .sort(),
  },
  {
    what: 'SDMX 2.1 REST, data structure',
    reader: 'rsdmx',
    isHere: HAS_R,
    expected: ['GTM', 'HND', 'SLV'],
    read: async ({ address }) =>
      (await runProgram('Rscript', ['-e', R_STRUCTURE, address + VALIDATED[3][1]])).trim().split('\n'),
  },
  ...VALIDATED.map(([what, path], i): StrangerReader => ({
    what: `SDMX 2.1 REST, ${what}`,
    reader: 'xmllint with the schemas',
    isHere: SCHEMAS !== undefined && has('xmllint', '--version'),
    expected: ['validates'],
    read: async (site) => {
      const file = await saved(site, `message-${i}.xml`, path);
      await runProgram('xmllint', ['--noout', '--schema', join(SCHEMAS ?? '', 'SDMXMessage.xsd'), file]);
      return ['validates'];
    },
  })),
  { what: 'SDMX 2.1 REST, jsondata', reader: 'JSON.parse', read: ofSdmxJson },
  {
    what: 'SDMX 2.1 REST, csv',
    reader: 'csv-parse',
    read: async (site) =>
      records(await text(site, `${SDMX}&format=csv`))
        .map((row) => figure(row['REF_AREA'], row['TIME_PERIOD'], row['OBS_VALUE'], row['QUALIFIER']))
        .sort(),
  },
  {
    what: 'PxWebApi 2',
    reader: 'jsonstat-toolkit',
    read: async (site) => ofCube(JSON.parse(await text(site, PXWEB)), site),
  },
  {
    what: 'PxWebApi 2',
    reader: 'R with jsonlite',
    isHere: HAS_R,
    read: async ({ address }) =>
      ofLines(await runProgram('Rscript', ['-e', R_JSONSTAT, encodeURI(address + PXWEB)])),
  },
  {
    what: 'PxWebApi 2',
    reader: 'R PxWebApiData (CRAN)',
    isHere: HAS_R_PXWEBAPIDATA,
    read: async ({ address }) =>
      ofLines(await runProgram('Rscript', ['-e', R_PXWEBAPIDATA, encodeURI(`${address}${PXWEB}`)])),
  },
  {
    what: 'PxWebApi 2',
    reader: 'pxwebpy (PyPI)',
    isHere: HAS_PXWEBPY,
    read: async ({ address }) =>
      ofRows(
        (await python(PYTHON_PXWEBPY, `${address}/pxweb/${READ_RELEASE}/v2`)).map(
          ({ area, period, value }) => ({
            ...{ Code: area, period, value, qualifier: 'exact' },
          }),
        ),
      ),
  },
  {
    what: 'PxWebApi 1',
    reader: 'R pxweb (CRAN)',
    isHere: HAS_R_PXWEB,
    read: async ({ address }) =>
      ofLines(await runProgram('Rscript', ['-e', R_PXWEB, `${address}/pxweb/${READ_RELEASE}/v1/en/${FLOW}`])),
  },
  { what: 'Model Context Protocol', reader: 'the official client', read: ofTool },
  {
    what: 'Model Context Protocol',
    reader: "the inspector's command line",
    isHere: INSPECTOR !== undefined,
    read: ofInspector,
  },
];
