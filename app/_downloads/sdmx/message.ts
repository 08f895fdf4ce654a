/** What all SDMX-ML messages have in common: namespaces, the messageHeader, and elements as text. */
import { escapeXml } from '../discovery/xml.ts';
import type { Text } from '#stats/language.ts';
import type { Release } from '#stats/model/catalogue.ts';
import { AGENCY } from './components.ts';

const BASE = 'http://www.sdmx.org/resources/sdmxml/schemas/v2_1';
const NAMESPACES = {
  mes: `${BASE}/message`,
  com: `${BASE}/common`,
  gen: `${BASE}/data/generic`,
  ss: `${BASE}/data/structurespecific`,
  str: `${BASE}/structure`,
  footer: `${BASE}/message/footer`,
} as const;

export type Attributes = Readonly<Record<string, string | undefined>>;

const attributesText = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeXml(value)}"`))
    .join('');

/** An element; `content` is XML already. */
export const element = (name: string, attributes: Attributes = {}, content = ''): string =>
  `<${name}${attributesText(attributes)}${content === '' ? '/>' : `>${content}</${name}>`}`;

export const textElement = (name: string, text: string, attributes: Attributes = {}): string =>
  element(name, attributes, escapeXml(text));

/** A name in both languages. */
export const names = (text: Text, tag = 'com:Name'): string =>
  (['en', 'es'] as const)
    .map((language) => textElement(tag, text[language], { 'xml:lang': language }))
    .join('');

/** The root element of a message with its namespaces. */
export function message(
  root: string,
  prefixes: readonly (keyof typeof NAMESPACES)[],
  content: string,
  more: Attributes = {},
): string {
  const declared = Object.fromEntries(prefixes.map((prefix) => [`xmlns:${prefix}`, NAMESPACES[prefix]]));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(`mes:${root}`, { ...declared, ...more }, content)}\n`;
}

/** Prepared on the day of the release: a pinned message is always the same. */
export const messageHeader = (id: string, release: Pick<Release, 'date'>, structure = ''): string =>
  element(
    'mes:Header',
    {},
    textElement('mes:ID', id.replaceAll('.', '-')) +
      textElement('mes:Test', 'false') +
      textElement('mes:Prepared', `${release.date}T00:00:00`) +
      element('mes:Sender', { id: AGENCY }) +
      structure,
  );

/** A artefactReference to something of ours. */
export const artefactReference = (
  id: string,
  version: string,
  kind: 'Dataflow' | 'DataStructure' | 'Codelist',
): string =>
  element('Ref', {
    id,
    version,
    agencyID: AGENCY,
    package: kind === 'Codelist' ? 'codelist' : 'datastructure',
    class: kind,
  });
