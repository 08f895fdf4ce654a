/** The page that shows what a data address of several indicators answers. */
import { versionParameter } from '#stats/model/release.ts';
import { FORMAT_NAMES, compareParameters } from '../../http/formats.ts';
import { join } from '../../http/url.ts';

/** Names of parameters that a page does not have: those of files. */
const OF_FILES = new Set(FORMAT_NAMES.flatMap((format) => compareParameters(format).map(({ name }) => name)));

/** @example comparePage('/data/1.0.0/compare.pdf?indicators=a~b&lang=es', '1.0.0') === '/es/compare?indicators=a~b&release=1.0.0' */
export function comparePage(address: string, version: string): string {
  const parts = address.slice(address.indexOf('?') + 1).split('&');
  const question = parts.filter((part) => !OF_FILES.has(part.split('=')[0] ?? ''));
  const prefix = parts.includes('lang=es') ? '/es' : '';
  return join(`${prefix}/compare`, [...question, `release=${versionParameter(version)}`].join('&'));
}
