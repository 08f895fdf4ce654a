/**
 * What the dashboard's own tables hold of each publisher's file, `catalogue/ships.yaml`. A recipe reads and
 * checks the whole file; here stands which of its observations are committed, and why.
 */
import { join } from 'node:path';
import { z } from 'zod';
import type { Area } from '#stats/model/catalogue.ts';
import type { Observation } from '#stats/model/observation.ts';
import { BASES } from '#stats/time/period.ts';
import { readYaml, slug } from '../validation/yaml.ts';

const codes = z.array(z.string().min(1)).min(1);

const reason = z.string().trim().min(1);

/** A source that is read and checked, and of which nothing is committed. */
const staying = z.strictObject({ source: slug, stays: reason });

const shipping = z.strictObject({
  source: slug,
  why: reason,
  /** An observation is kept where it meets every condition of one of these; a group stands for its members too. */
  keep: z
    .array(
      z.strictObject({
        indicator: codes.optional(),
        area: codes.optional(),
        counterpart: codes.optional(),
        breakdown: codes.optional(),
        definition: codes.optional(),
        basis: z.array(z.enum(BASES)).min(1).optional(),
        /** First day of the first period. */
        from: z.string().optional(),
      }),
    )
    .min(1),
});

const shape = z.array(z.union([shipping, staying]));

const fileIn = (root: string): string => join(root, 'catalogue', 'ships.yaml');

export interface Shipped {
  readonly source: string;
  readonly keeps: (observation: Observation) => boolean;
}

const AXES = ['indicator', 'area', 'counterpart', 'breakdown', 'definition', 'basis'] as const;

/** Reads `sources/catalogue/ships.yaml`; `areas` says which countries a group stands for. @throws SourceError */
export function readShipped(root: string, areas: readonly Area[]): Shipped[] {
  const members = new Map(
    areas.map((area) => [area.code, (area.members ?? []).map((member) => member.area)]),
  );
  const entries = readYaml(fileIn(root), shape).filter((entry) => 'keep' in entry);
  return entries.map(({ source, keep }) => {
    const tests = keep.map((rule) => ({
      from: rule.from ?? '',
      axes: AXES.flatMap((axis) => {
        const named = rule[axis];
        return named
          ? [{ axis, set: new Set(named.flatMap((code) => [code, ...(members.get(code) ?? [])])) }]
          : [];
      }),
    }));
    return {
      source,
      keeps: (o) =>
        tests.some(
          ({ from, axes }) =>
            (o.period.start ?? '') >= from && axes.every(({ axis, set }) => set.has(o[axis])),
        ),
    };
  });
}

/** Sources with a recipe of which nothing ships, each with the reason. @throws SourceError */
export const readStaying = (root: string): Map<string, string> =>
  new Map(
    readYaml(fileIn(root), shape).flatMap((entry) =>
      'stays' in entry ? [[entry.source, entry.stays] as const] : [],
    ),
  );
