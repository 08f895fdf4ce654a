/** 404: says so, and lists what exists. Next gives this page no address, so it reads the language it was asked in. */
import type { ReactElement } from 'react';
import { loadCatalogue, loadReleases } from '#app/_data/catalogue.ts';
import { Frame } from '#app/_views/Frame.tsx';
import { NothingHere } from '#app/_views/NothingHere.tsx';
import type { Language } from '#stats/language.ts';
import { readOrigin } from './_reading/origin.ts';
import { languageStanding } from './_reading/standing-language.ts';

export default async function NotFound(): Promise<ReactElement | null> {
  const language: Language = languageStanding().language;
  const [releases, origin] = await Promise.all([loadReleases(), readOrigin()]);
  const release = releases.at(-1);
  const catalogue = release && (await loadCatalogue(release.version));
  if (!release || !catalogue) return null;
  const place = { language, release, pinned: false, origin };
  return (
    <Frame place={place} path="/404">
      <NothingHere {...{ place, catalogue, releases }} />
    </Frame>
  );
}
