/** Title, description, canonical address and the same page in the other language. */
import type { Metadata } from 'next';
import { wordsIn } from '#app/_words/words.ts';
import { pageHref } from '#app/_views/page/page-context.ts';
import { LANGUAGES } from '#stats/language.ts';
import { readStanding, versionOf, type PageProps } from './request.ts';

export interface Described {
  readonly title: string | null;
  readonly description?: string;
  readonly query?: string;
  /** The address of a picture of the page, for previews. */
  readonly image?: string;
}

/** The metadata of a page at a path. */
export async function describePage(
  props: PageProps,
  path: string,
  describe: (language: (typeof LANGUAGES)[number]) => Described,
): Promise<Metadata> {
  const [{ lang }, searchParams] = await Promise.all([props.params, props.searchParams]);
  const { place } = await readStanding(lang, versionOf(searchParams));
  const words = wordsIn(place.language).site;
  const { title, description, query, image } = describe(place.language);
  const href = (language: (typeof LANGUAGES)[number]): string =>
    place.origin + pageHref({ ...place, language }, path, query);
  return {
    title: title === null ? `${words.name}: ${words.tagline}` : `${title} · ${words.name}`,
    description: description ?? words.description,
    openGraph: {
      type: 'website',
      siteName: words.name,
      title: title ?? words.tagline,
      description: description ?? words.description,
      url: href(place.language),
      locale: place.language,
      ...(image !== undefined && { images: [{ url: place.origin + image, alt: title ?? words.name }] }),
    },
    ...(image !== undefined && { twitter: { card: 'summary_large_image' } }),
    alternates: {
      canonical: href(place.language),
      languages: {
        ...Object.fromEntries(LANGUAGES.map((locale) => [locale, href(locale)])),
        'x-default': href('en'),
      },
    },
  };
}
