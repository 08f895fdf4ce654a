/**
 * A release is an immutable numbered state of the data, major.minor.patch: major when an indicator, area,
 * period or definition is removed; minor when something is added, or revised by its source; patch when we
 * correct our own mistake. Releases are linear: there is no 1.2.1 after 1.3.0.
 */
export interface Version {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
}

const PATTERN = /^(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})$/;

/** Parses `1.2.0`; null for anything else (a range, `v1`, `01.0.0`). */
export function parseVersion(text: string): Version | null {
  const match = PATTERN.exec(text);
  if (!match) return null;
  return { major: Number(match[1]), minor: Number(match[2]), patch: Number(match[3]) };
}

export const formatVersion = (v: Version): string => `${v.major}.${v.minor}.${v.patch}`;

export const compareVersions = (a: Version, b: Version): number =>
  a.major - b.major || a.minor - b.minor || a.patch - b.patch;
