/** Checks the references of a catalogue: members, weights, parts, sources, countries of cities. */
import { join } from 'node:path';
import {
  isPlace,
  isSubnational,
  SUBNATIONAL_KINDS,
  type Area,
  type Catalogue,
  type Indicator,
  type Weight,
} from '#stats/model/catalogue.ts';
import { MAY_BE_SIGNED, MEASURE_RULES } from '#stats/model/measure.ts';
import { parseParameters } from '#stats/query-string.ts';
import { BadQuery } from '#stats/problem.ts';
import { parseQuery } from '#stats/query/query.ts';
import { isOwn } from '#stats/model/own-catalogue.ts';
import { breakdownProblem } from './breakdown.ts';
import { breakProblems } from './breaks.ts';
import { suggest } from '../validation/nearest.ts';
import { tabulationProblems } from './tabulations.ts';

function twice(codes: readonly string[]): string[] {
  return [...new Set(codes.filter((code, i) => codes.indexOf(code) !== i))];
}

/** The form of the code of each kind of area; own data has codes of its own for places and groups. */
function codeProblem({ code, kind }: Area): string | null {
  if (kind === 'country')
    return /^[A-Z]{3}$/.test(code) ? null : 'is not a country code; write ISO 3166-1 alpha-3';
  if (isOwn(code)) return null;
  // UN/LOCODE never contains a 0 or a 1, so a 0 marks a code of our own.
  if (kind === 'city' && !/^[A-Z]{2}([A-Z2-9]{3}|0[A-Z]{2})$/.test(code))
    return 'is not a city code; write the UN/LOCODE without its space, or country, 0 and two letters of your own';
  const isSlug = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(code);
  return kind === 'group' && !isSlug ? 'is not a group code; write kebab-case' : null;
}

function withinProblem({ code, kind, within }: Area, areas: ReadonlyMap<string, Area>): string | null {
  if (isSubnational(kind) !== (within !== undefined))
    return `only a place within a country (${SUBNATIONAL_KINDS.join(', ')}) has within, and every such place needs it`;
  const seen = new Set([code]);
  for (let at = within; at !== undefined;) {
    const around = areas.get(at);
    if (around === undefined || !isPlace(around.kind)) return `within: "${at}" is not a place in this file`;
    if (seen.has(at)) return `within: "${at}" lies in itself`;
    seen.add(at);
    at = around.within;
  }
  return null;
}

function areaProblems(area: Area, areas: ReadonlyMap<string, Area>): string[] {
  const problems: string[] = [];
  const say = (problem: string): unknown => problems.push(`${area.code}: ${problem}`);
  for (const problem of [codeProblem(area), withinProblem(area, areas)]) if (problem !== null) say(problem);
  if (area.kind !== 'group' && area.members !== undefined) say('only a group has members; remove them');
  // A published group, such as an income group of another list, may be loaded by its code alone.
  if (area.kind === 'group' && area.members === undefined && !isOwn(area.code))
    say('has no members; every group of the product needs them');
  if (area.limits !== undefined && area.kind !== 'city') say('only a city has limits; remove them');
  for (const code of twice((area.members ?? []).map((m) => `${m.area} ${m.from ?? ''}`))) {
    say(`member ${code.trim()} appears twice`);
  }
  for (const member of area.members ?? []) {
    // "Unknown nationality" is not a country, and belongs to every group of nationalities except one.
    const kind = areas.get(member.area)?.kind;
    if (kind === undefined || (!isPlace(kind) && kind !== 'unknown')) {
      const hint = suggest(member.area, areas.keys(), 'add it first');
      say(`member "${member.area}" is not a place in this file; ${hint}`);
    }
  }
  return problems;
}

/** Headlines and openings are queries, and are parsed as such. */
function queryProblems(field: 'headline' | 'opening', indicator: Indicator, catalogue: Catalogue): string[] {
  try {
    parseQuery(parseParameters(indicator[field] ?? ''), indicator, catalogue);
    return [];
  } catch (error) {
    if (error instanceof BadQuery) return [`${field}: ${error.message}`];
    throw error;
  }
}

function weightProblems(weight: Weight, { indicators }: Catalogue): string[] {
  const weighing = indicators.find(({ id }) => id === weight.indicator);
  if (weighing?.measure !== 'count')
    return [`weight.indicator: "${weight.indicator}" is not a count in the catalogue`];
  const problems = (['source', 'fallback'] as const).flatMap((field) => {
    const source = weight[field];
    return source === undefined || weighing.sources.includes(source)
      ? []
      : [`weight.${field}: "${source}" is not a source of ${weight.indicator}`];
  });
  if (weight.fallback === weight.source)
    problems.push('weight.fallback: it is the same as weight.source; remove it');
  return problems;
}

function indicatorProblems(indicator: Indicator, catalogue: Catalogue): string[] {
  const problems = [
    ...queryProblems('headline', indicator, catalogue),
    ...queryProblems('opening', indicator, catalogue),
  ];
  const say = (problem: string): unknown => problems.push(problem);
  const { measure, weight } = indicator;
  if ((measure === 'rate') !== (indicator.per !== undefined))
    say('per: only a rate has per, and every rate needs it');
  if (indicator.signed && !MAY_BE_SIGNED.includes(measure)) say(`signed: a ${measure} is never below zero`);
  if (weight && MEASURE_RULES[measure].combinedBy !== 'weighted-mean')
    say('weight: only a rate and a level have a weight');
  if (measure === 'level' && indicator.additive !== 'none')
    say('additive: levels do not add up; write none, and weight for means of groups');
  if (weight) problems.push(...weightProblems(weight, catalogue));
  if (indicator.priceYear !== undefined && indicator.currency === undefined)
    say('priceYear: only an amount with a currency has one');
  let hasSecondary = false;
  for (const id of indicator.sources) {
    const source = catalogue.sources.find((s) => s.id === id);
    const known = catalogue.sources.map((s) => s.id);
    if (!source) say(`sources: "${id}" has no card; ${suggest(id, known, 'add its folder')}`);
    else if (hasSecondary && source.kind !== 'secondary' && !isOwn(id))
      say(`sources: "${id}" is ${source.kind} but listed after a secondary source; move it up`);
    else hasSecondary ||= source.kind === 'secondary';
  }
  for (const [field, codes] of [
    ['sources', indicator.sources],
    ['bases', indicator.bases],
    ['definitions', indicator.definitions.map((d) => d.code)],
    ['parts', indicator.parts.map((p) => p.scheme)],
  ] as const) {
    for (const code of twice(codes)) say(`${field}: "${code}" appears twice`);
  }
  for (const part of indicator.parts) {
    if ((measure === 'share') !== (part.denominator !== undefined)) {
      say(
        `parts.${part.scheme}: only a share states whether its parts have one denominator, and every share must`,
      );
    }
    for (const code of twice(part.codes)) say(`parts.${part.scheme}: "${code}" appears twice`);
    for (const code of part.codes) {
      const problem =
        part.axis === 'breakdown'
          ? breakdownProblem(code, catalogue.dimensions)
          : catalogue.areas.some((a) => a.code === code)
            ? null
            : 'is not a known area';
      if (problem) say(`parts.${part.scheme}: "${code}" ${problem}`);
      if (code === '_T') say(`parts.${part.scheme}: the total cannot be a part`);
    }
  }
  return problems;
}

/** Every broken reference of a catalogue, one per line. */
export function crossReferences(home: string, catalogue: Catalogue): string[] {
  const areas = new Map(catalogue.areas.map((a) => [a.code, a]));
  const areaFile = join(home, 'areas.yaml');
  const dimensionFile = join(home, 'dimensions.yaml');
  return [
    ...twice(catalogue.areas.map((a) => a.code)).map((code) => `${areaFile}: ${code}: appears twice`),
    ...catalogue.areas.flatMap((a) => areaProblems(a, areas).map((problem) => `${areaFile}: ${problem}`)),
    ...twice(catalogue.dimensions.map((d) => d.id)).map((id) => `${dimensionFile}: ${id}: appears twice`),
    ...catalogue.dimensions.flatMap((d) =>
      twice(d.codes.map((c) => c.code)).map(
        (code) => `${dimensionFile}: ${d.id}: code "${code}" appears twice`,
      ),
    ),
    ...catalogue.indicators.flatMap((i) =>
      indicatorProblems(i, catalogue).map(
        (problem) => `${join(home, 'indicators', `${i.id}.yaml`)}: ${problem}`,
      ),
    ),
    ...breakProblems(home, catalogue),
    ...tabulationProblems(home, catalogue),
  ];
}
