/** Readers of citations, and of what leads to our files: catalogue, feeds, `asOf=`. */
import { Cite, type CslItem } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { parse as parseYaml } from 'yaml';
import {
  data,
  FLOW,
  HAS_PYTHON,
  ofRows,
  python,
  QUESTION,
  text,
  READ_RELEASE,
  type Figures,
  type StrangerReader,
} from './reader.ts';

/** What a citation must be read as: its first work with its year, and the number of the release in it. */
const CITED: Figures = [`Homicide rate 2026 ${READ_RELEASE}`];
const ofCitation = (items: readonly CslItem[], written: string): Figures =>
  items
    .slice(0, 1)
    .map(({ title, issued }) =>
      [title, issued?.['date-parts'][0]?.[0], written.includes(READ_RELEASE) ? READ_RELEASE : ''].join(' '),
    );

interface Cff {
  readonly title: string;
  readonly version: string;
  readonly 'date-released': string;
  readonly references: readonly object[];
}

const apaOf = (csl: string): string =>
  new Cite(csl).format('bibliography', { template: 'apa', format: 'text' });

/** The table is found in the catalogue, as a harvester of DCAT finds it. */
const PYTHON_DCAT = `import csv,io,json,sys,urllib.request as u
base,flow,search=sys.argv[1:]
datasets=json.load(u.urlopen(base+'/data/catalog.jsonld'))['dcat:dataset']
files=next(d for d in datasets if d['dct:identifier']==flow)['dcat:distribution']
own=next(f['dcat:downloadURL']['@id'] for f in files if f['dcat:mediaType']['@id'].endswith('/text/csv'))
path=own[own.index('/data/'):]
print(json.dumps(list(csv.DictReader(io.TextIOWrapper(u.urlopen(base+path+'?'+search),encoding='utf-8',newline='')))))`;

const PYTHON_CSV = `import csv,json,sys,urllib.request as u,io
print(json.dumps(list(csv.DictReader(io.TextIOWrapper(u.urlopen(sys.argv[1]),encoding='utf-8',newline='')))))`;

/** The entries of a feed of changes, each with the numbers of its text. */
const PYTHON_ATOM = `import json,re,sys,urllib.request as u,xml.etree.ElementTree as e
a='{http://www.w3.org/2005/Atom}'
feed=e.parse(u.urlopen(sys.argv[1])).getroot()
assert feed.tag==a+'feed'
print(json.dumps([re.findall(r'[0-9]+[.][0-9]+(?= →)|(?<=→ )[0-9]+[.][0-9]+',''.join(x.itertext())) for x in feed.findall(a+'entry')]))`;

/** Readers of citations, and of what leads to our files. Long because it is one list of readers. */
export const citationReaders = (): readonly StrangerReader[] => [
  ...(['bib', 'ris', 'csl.json'] as const).map((ending): StrangerReader => ({
    what: `Citation .${ending}`,
    ending,
    reader: 'citation-js',
    expected: CITED,
    read: async (site) => {
      const written = await text(site, data(ending));
      return ofCitation(new Cite(written).data, written);
    },
  })),
  {
    what: 'Citation .csl.json',
    reader: 'a CSL processor (citeproc)',
    expected: [`2026 ${READ_RELEASE}`],
    read: async (site) => {
      const processed = apaOf(await text(site, data('csl.json')));
      return [`${/2026/.exec(processed)?.[0]} ${/1\.4\.0/.exec(processed)?.[0]}`];
    },
  },
  {
    what: 'Citation .apa.txt',
    ending: 'apa.txt',
    reader: 'a CSL processor (citeproc), word by word',
    expected: [],
    // The words that the processor makes of our CSL-JSON for the first work, and that our text lacks.
    read: async (site) => {
      const [own = ''] = apaOf(await text(site, data('csl.json')))
        .split('\n')
        .filter((line) => line.includes('Homicide rate'));
      const ours = await text(site, data('apa.txt'));
      return own.match(/[A-Za-z0-9]{4,}/g)?.filter((word) => !ours.includes(word)) ?? ['nothing'];
    },
  },
  {
    what: 'CITATION.cff',
    ending: 'cff',
    reader: 'yaml',
    expected: CITED,
    read: async (site) => {
      const {
        title,
        version,
        'date-released': date,
        references,
      } = parseYaml(await text(site, data('cff'))) as Cff;
      return references.length > 0 ? [`${title} ${String(date).slice(0, 4)} ${version}`] : [];
    },
  },
  {
    what: 'DCAT 3 catalogue, the file it leads to',
    reader: 'python3 json, csv',
    isHere: HAS_PYTHON,
    read: async (site) => ofRows(await python(PYTHON_DCAT, site.address, FLOW, QUESTION)),
  },
  {
    what: 'asOf= (redirected to the release of the day)',
    reader: 'python3 urllib, csv',
    isHere: HAS_PYTHON,
    read: async (site) => {
      const { releases } = JSON.parse(await text(site, '/data/releases.json')) as {
        releases: { version: string; date: string }[];
      };
      const day = releases.find(({ version }) => version === READ_RELEASE)!.date;
      // Another release may be of the same day; its figures of this question are the same.
      const address = `${site.address}/data/latest/${FLOW}.csv?${QUESTION}&asOf=${day}`;
      return ofRows(await python(PYTHON_CSV, address));
    },
  },
  {
    what: 'Atom feed of a question',
    reader: 'python3 xml.etree',
    isHere: HAS_PYTHON,
    expected: ['64.5 65.0', '65.8 64.5'],
    read: async (site) => {
      const address = `/data/${READ_RELEASE}/${FLOW}/changes.atom?country=HND&source=world-bank-homicide&time=2014`;
      const entries = (await python(PYTHON_ATOM, site.address + address)) as unknown as string[][];
      // The feed itself has entries that name no figure.
      return entries
        .filter((numbers) => numbers.length > 1)
        .map((numbers) => numbers.slice(0, 2).join(' '))
        .sort();
    },
  },
];
