/** A release in the form in which it is published. */
import type { Catalogue, SitePublisher, Release } from '../../stats/model/catalogue.ts';
import type { OwnCatalogue } from '../../stats/model/own-catalogue.ts';
import type { Rows } from './rows.ts';

/** Rows that a release adds and closes. */
export interface Difference {
  readonly added: () => Rows;
  readonly closed: () => Rows;
}

/** A release of the product, with its difference. */
export interface Publication extends Release, Difference {
  readonly catalogue: Catalogue;
}

/** A release of a site's own data; its version is `house.3`. */
export interface OwnPublication extends Release, Difference {
  readonly catalogue: OwnCatalogue;
  readonly publisher: SitePublisher;
  /** The release of the product that it was made beside. */
  readonly beside: string;
}
