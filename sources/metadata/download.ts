/**
 * Where a source's newest file is: on its card, under `download`. It is for `npm run fetch`; the catalogue of a
 * release does not have it.
 */
import { z } from 'zod';
import { url } from '../validation/yaml.ts';

const isPattern = (text: string): boolean => {
  try {
    return new RegExp(text, 'i') instanceof RegExp;
  } catch {
    return false;
  }
};

const WAYS = ['address', 'link', 'worldbank', 'unhcr'] as const;

export const downloadShape = z
  .strictObject({
    /** A file whose address stays the same. */
    address: url.optional(),
    /** A file whose address changes with each edition: the name of the file that the card's `url` links to. */
    link: z
      .string()
      .min(1)
      .refine(isPattern, { error: 'is not a regular expression; write one for the name of the file' })
      .optional(),
    /** An indicator of the World Bank's API. */
    worldbank: z.string().min(1).optional(),
    /** A data set of UNHCR's API. */
    unhcr: z.string().min(1).optional(),
    /** The first year to ask an API for. */
    from: z.number().int().min(1900).max(2100).optional(),
  })
  .superRefine((value, context) => {
    const given = WAYS.filter((way) => value[way] !== undefined);
    const say = (message: string): void => void context.addIssue({ code: 'custom', message });
    if (given.length !== 1) say(`names ${given.join(' and ') || 'nothing'}; name one of ${WAYS.join(', ')}`);
    if (value.from !== undefined && value.worldbank === undefined && value.unhcr === undefined)
      say('has from, which is only for worldbank and unhcr; leave it out');
  });

export type CardDownload = z.infer<typeof downloadShape>;
