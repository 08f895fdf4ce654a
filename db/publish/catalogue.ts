/**
 * Updates the catalogue tables to a release. Codes are permanent, so everything is an upsert by code.
 * Memberships and partitions are closed and opened like rows, because a release must keep its groups.
 */
import type { Area, Catalogue } from '../../stats/model/catalogue.ts';
import { parsePeriod } from '../../stats/time/period.ts';
import type { Sql } from '../connect.ts';
import { onLineOf, STILL_IN_FORCE } from '../schema/validity.ts';

/** Anything that can run statements: a client, or a transaction of one. */
export type Statements = Pick<Sql, 'unsafe'> & Sql;

export async function writeCatalogue(sql: Statements, catalogue: Catalogue, release: number): Promise<void> {
  await writeAreas(sql, catalogue);
  await writeIndicators(sql, catalogue);
  await writeSources(sql, catalogue);
  await writeMembers(sql, catalogue, release);
  await writeParts(sql, catalogue, release);
  await writeTabulations(sql, catalogue, release);
}

async function writeAreas(sql: Statements, { areas }: Catalogue): Promise<void> {
  // Larger places before those within them, because the key of the larger one must exist.
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const depthOf = (area: Area | undefined): number =>
    area?.within === undefined ? 0 : 1 + depthOf(byCode.get(area.within));
  const depths = [...new Set(areas.map(depthOf))].sort((a, b) => a - b);
  for (const depth of depths) {
    const rows = areas
      .filter((area) => depthOf(area) === depth)
      .map((area) => ({
        code: area.code,
        kind: area.kind,
        en: area.name.en,
        es: area.name.es,
        within: area.within ?? null,
      }));
    if (rows.length === 0) continue;
    await sql`
      insert into areas (code, kind, name_en, name_es, within_id)
      select n.code, n.kind::area_kind, n.en, n.es, w.id
      from jsonb_to_recordset(${sql.json(rows)}) as n(code text, kind text, en text, es text, within text)
      left join areas w on w.code = n.within
      on conflict (code) do update set kind = excluded.kind, name_en = excluded.name_en, name_es = excluded.name_es,
        within_id = excluded.within_id`;
  }
}

async function writeIndicators(sql: Statements, { indicators }: Catalogue): Promise<void> {
  const rows = indicators.map((indicator) => ({
    slug: indicator.id,
    measure: indicator.measure,
    additivity: indicator.additive,
    signed: indicator.signed,
    per: indicator.per ?? null,
    unit: indicator.unit.code,
    en: indicator.title.en,
    es: indicator.title.es,
  }));
  await sql`
    insert into indicators (slug, measure, additivity, signed, per, unit, title_en, title_es)
    select slug, measure::measure, additivity::additivity, signed, per, unit, en, es
    from jsonb_to_recordset(${sql.json(rows)})
      as n(slug text, measure text, additivity text, signed boolean, per int, unit text, en text, es text)
    on conflict (slug) do update set additivity = excluded.additivity, signed = excluded.signed, per = excluded.per,
      unit = excluded.unit, title_en = excluded.title_en, title_es = excluded.title_es`;
  const changed = await sql<{ slug: string }[]>`
    select i.slug from indicators i
    join jsonb_to_recordset(${sql.json(rows)}) as n(slug text, measure text) on n.slug = i.slug
    where n.measure <> i.measure::text order by i.slug collate "C"`;
  if (changed.length > 0) {
    throw new Error(`the measure of an indicator never changes: ${slugs(changed)}; give it another id`);
  }
}

const slugs = (rows: readonly { slug: string }[]): string => rows.map((row) => row.slug).join(', ');

async function writeSources(sql: Statements, { sources, editions }: Catalogue): Promise<void> {
  const cards = sources.map((source) => ({
    slug: source.id,
    kind: source.kind,
    publisher: source.publisher,
    producer: source.producer ?? null,
    compiler: source.compiler ?? null,
    en: source.title.en,
    es: source.title.es,
    licence: source.licence.name,
  }));
  await sql`
    insert into sources (slug, kind, publisher, producer, compiler, title_en, title_es, licence)
    select * from jsonb_to_recordset(${sql.json(cards)})
      as n(slug text, kind text, publisher text, producer text, compiler text, en text, es text, licence text)
    on conflict (slug) do update set kind = excluded.kind, publisher = excluded.publisher, producer = excluded.producer,
      compiler = excluded.compiler, title_en = excluded.title_en, title_es = excluded.title_es,
      licence = excluded.licence`;
  const files = editions.map(({ id, source, vintage, accessed, sha256 }) => ({
    slug: id,
    source,
    vintage,
    accessed,
    sha256,
  }));
  await sql`
    insert into editions (slug, source_id, vintage, accessed, sha256)
    select n.slug, s.id, n.vintage, n.accessed, n.sha256
    from jsonb_to_recordset(${sql.json(files)}) as n(slug text, source text, vintage text, accessed date, sha256 text)
    join sources s on s.slug = n.source
    on conflict (slug) do nothing`;
  const changed = await sql<{ slug: string }[]>`
    select e.slug from editions e
    join jsonb_to_recordset(${sql.json(files)}) as n(slug text, sha256 text) on n.slug = e.slug
    where n.sha256 <> e.sha256 order by e.slug collate "C"`;
  if (changed.length > 0) {
    throw new Error(
      `an edition is one file and never another: ${slugs(changed)}; a newer file is a new edition`,
    );
  }
}

async function writeMembers(sql: Statements, { areas }: Catalogue, release: number): Promise<void> {
  const rows = areas.flatMap((group) =>
    (group.members ?? []).map((member) => ({
      group: group.code,
      member: member.area,
      from: member.from ?? '-infinity',
      to: member.to ?? 'infinity',
    })),
  );
  const now = sql`
    select g.id as group_id, m.id as member_id, n."from" as valid_from, n."to" as valid_to
    from jsonb_to_recordset(${sql.json(rows)}) as n("group" text, member text, "from" date, "to" date)
    join areas g on g.code = n."group" join areas m on m.code = n.member`;
  // Closed in a separate statement: in the same statement the new row would conflict with the key of the old
  // row.
  await sql`
    update area_members o set until_release = ${release}
    where o.until_release = ${STILL_IN_FORCE} and o.since_release < ${release} and ${sql.unsafe(onLineOf('o', release))} and not exists (
      select from (${now}) now where (now.group_id, now.member_id, now.valid_from, now.valid_to)
        = (o.group_id, o.member_id, o.valid_from, o.valid_to))`;
  await sql`
    insert into area_members (group_id, member_id, valid_from, valid_to, since_release)
    select group_id, member_id, valid_from, valid_to, ${release} from (${now}) now
    where not exists (select from area_members o where o.until_release = ${STILL_IN_FORCE}
      and (now.group_id, now.member_id, now.valid_from, now.valid_to) = (o.group_id, o.member_id, o.valid_from, o.valid_to))`;
}

async function writeParts(sql: Statements, { indicators }: Catalogue, release: number): Promise<void> {
  const rows = indicators.flatMap((indicator) =>
    indicator.parts.flatMap(({ scheme, axis, codes, denominator }) =>
      codes.map((code) => ({
        indicator: indicator.id,
        scheme,
        axis,
        code,
        denominator: denominator ?? null,
      })),
    ),
  );
  const now = sql`
    select i.id as indicator_id, n.scheme, n.axis, n.code, n.denominator
    from jsonb_to_recordset(${sql.json(rows)}) as n(indicator text, scheme text, axis text, code text, denominator text)
    join indicators i on i.slug = n.indicator`;
  const same = sql`(now.indicator_id, now.scheme, now.axis, now.code) = (o.indicator_id, o.scheme, o.axis, o.code)
    and now.denominator is not distinct from o.denominator`;
  await sql`
    update parts o set until_release = ${release}
    where o.until_release = ${STILL_IN_FORCE} and o.since_release < ${release} and ${sql.unsafe(onLineOf('o', release))} and not exists (select from (${now}) now where ${same})`;
  await sql`
    insert into parts (indicator_id, scheme, axis, code, denominator, since_release)
    select indicator_id, scheme, axis, code, denominator, ${release} from (${now}) now
    where not exists (select from parts o where o.until_release = ${STILL_IN_FORCE} and ${same})`;
}

/** A row for each run of periods: the first day of the first and the last day of the last. */
async function writeTabulations(
  sql: Statements,
  { tabulations = [] }: Catalogue,
  release: number,
): Promise<void> {
  const rows = tabulations.map(({ indicator, source, basis, from, to, absent, provisional }) => ({
    indicator,
    source,
    basis,
    start: parsePeriod(from)?.start,
    end: parsePeriod(to)?.end,
    absent,
    provisional,
  }));
  const now = sql`
    select i.id as indicator_id, s.id as source_id, n.basis::basis as basis, n."start" as period_start,
      n."end" as period_end, n.absent as absent_means, n.provisional
    from jsonb_to_recordset(${sql.json(rows)}) as n(indicator text, source text, basis text, "start" date, "end" date,
      absent text, provisional boolean)
    join indicators i on i.slug = n.indicator join sources s on s.slug = n.source`;
  const same = sql`(now.indicator_id, now.source_id, now.basis, now.period_start, now.period_end, now.absent_means,
    now.provisional) = (o.indicator_id, o.source_id, o.basis, o.period_start, o.period_end, o.absent_means, o.provisional)`;
  await sql`
    update tabulations o set until_release = ${release}
    where o.until_release = ${STILL_IN_FORCE} and o.since_release < ${release} and ${sql.unsafe(onLineOf('o', release))} and not exists (select from (${now}) now where ${same})`;
  await sql`
    insert into tabulations (indicator_id, source_id, basis, period_start, period_end, absent_means, provisional, since_release)
    select indicator_id, source_id, basis, period_start, period_end, absent_means, provisional, ${release} from (${now}) now
    where not exists (select from tabulations o where o.until_release = ${STILL_IN_FORCE} and ${same})`;
}
