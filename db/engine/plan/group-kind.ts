/** How rows become cells: as published; members combined; months, or what a sparse table leaves out, added up. */
export type GroupKind = 'published' | 'combined' | 'summed';
