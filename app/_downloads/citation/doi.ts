/**
 * The DOIs of releases. A repository gives one when a release is deposited there, after it was published, so it is
 * no part of the release. Write it here, and every citation, the catalogue's page and their ETags have it.
 */
const DOIS: Readonly<Record<string, string>> = {};

/** @example doiOf('1.0.0') === '10.5281/zenodo.1234567', once it has one */
export const doiOf = (version: string): string | null => DOIS[version] ?? null;

/** What the bytes of a citation depend on besides the release and the site; empty without a DOI. */
export const doiSeal = (version: string): string => {
  const doi = doiOf(version);
  return doi === null ? '' : ` ${doi}`;
};
