/**
 * How rows become cells: as published; members combined; months, or what a sparse table leaves out, added up. Those of
 * `on-file` become none: they say what there is beside what was asked for.
 */
export type GroupKind = 'published' | 'combined' | 'summed' | 'on-file';
