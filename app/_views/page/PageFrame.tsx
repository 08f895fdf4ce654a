/** The parts around every page: skip link, masthead with the release, footer. */
import type { ReactElement, ReactNode } from 'react';
import { LANGUAGES } from '#stats/language.ts';
import { wordsIn } from '#app/_words/words.ts';
import { shortDate } from './dates.ts';
import { Still } from '../still/Still.tsx';
import { pageHref, type PageContext } from './page-context.ts';
import { Logo, SmallLogo, TwinRule } from './Brand.tsx';

export interface PageFrameProps {
  readonly place: PageContext;
  /** Path and canonical query of this page without the language, for the link to the other language. */
  readonly path: string;
  readonly query?: string;
  /** Whether the page has an answer with the id `chart`, to which readers can skip. */
  readonly hasChart?: boolean;
  /** Whether no script changes anything in the page, so that it is sent as text. */
  readonly isStill?: boolean;
  readonly children: ReactNode;
}

const PAGES = [
  { path: '/', word: 'indicators' },
  { path: '/areas', word: 'areas' },
  { path: '/compare', word: 'compare' },
  { path: '/claims', word: 'claims' },
  { path: '/sources', word: 'sources' },
  { path: '/method', word: 'method' },
  { path: '/addresses', word: 'addresses' },
] as const;

/** The entry of the menu that a page belongs to. */
function currentPage(path: string): string {
  if (/^\/(?:indicators|observations|evidence|vintages)\//.test(path)) return '/';
  return `/${path.split('/')[1] ?? ''}`;
}

export function PageFrame(props: PageFrameProps): ReactElement {
  const { place, hasChart = false, isStill = false, children } = props;
  const words = wordsIn(place.language).site;
  return (
    <>
      <a className="skip" href="#main">
        {words.skip}
      </a>
      {hasChart && (
        <a className="skip" href="#chart">
          {words.skipToChart}
        </a>
      )}
      <Still as="header" className="wrap">
        <Masthead {...props} />
      </Still>
      {isStill ? (
        <Still as="main" id="main" className="wrap">
          {children}
        </Still>
      ) : (
        <main id="main" className="wrap">
          {children}
        </main>
      )}
      <Still className="wrap">
        <Foot place={place} />
      </Still>
    </>
  );
}

/** The name of the site, the menu, the release and the languages. */
function Masthead({ place, path, query = '' }: PageFrameProps): ReactElement {
  const words = wordsIn(place.language).site;
  const current = currentPage(path);
  return (
    <>
      <div className="mast">
        <a className="brand" href={pageHref(place, '/')}>
          <Logo />
          {words.name}
        </a>
        {/* On a phone what follows is a menu that opens; elsewhere it is always there. */}
        <button type="button" className="btn menu-button" popoverTarget="menu">
          {words.menu}
        </button>
        <div id="menu" popover="auto">
          <nav aria-label={words.main}>
            {PAGES.map((page) => (
              <a
                key={page.path}
                href={pageHref(place, page.path)}
                aria-current={page.path === current ? (page.path === path ? 'page' : 'true') : undefined}
              >
                {words[page.word]}
              </a>
            ))}
          </nav>
          <div className="tools">
            <a className="pin" href={pageHref(place, '/releases')}>
              <SmallLogo />
              <span>
                {words.release} <b className="num">{place.release.version}</b>
                <span className="date"> · {shortDate(place.release.date, place.language)}</span>
              </span>
            </a>
            <div className="languages" role="group" aria-label={words.language}>
              {LANGUAGES.map((language) => (
                <a
                  key={language}
                  href={pageHref({ ...place, language }, path, query)}
                  hrefLang={language}
                  aria-current={language === place.language ? 'true' : undefined}
                  aria-label={language === 'en' ? 'EN, English' : 'ES, español'}
                  lang={language}
                  data-language={language}
                >
                  {language.toUpperCase()}
                </a>
              ))}
            </div>
          </div>
        </div>
      </div>
      <TwinRule />
    </>
  );
}

function Foot({ place }: { readonly place: PageContext }): ReactElement {
  const words = wordsIn(place.language).site;
  const link = (path: string, text: string): ReactElement => (
    <li>
      <a href={pageHref(place, path)}>{text}</a>
    </li>
  );
  return (
    <footer className="foot">
      <div>
        <b>{words.name}</b> {words.foot}
      </div>
      <ul>
        {link('/method', words.methodLong)}
        {link('/sources', words.sourcesLong)}
      </ul>
      <ul>
        {link('/addresses', words.addressesLong)}
        {link('/releases', words.releases)}
      </ul>
      <ul>
        {link('/', words.indicators)}
        {link('/topics', words.topics)}
        {link('/doubts', words.doubts)}
      </ul>
    </footer>
  );
}
