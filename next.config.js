// Settings of the site, the same under `next dev`, `next start` and our own server.

/** Addresses that are no pages: they are answered as they stand, in every language. */
const NOT_PAGES = [
  'data',
  'embed',
  'healthz',
  'llms.txt',
  'sitemap.xml',
  'oembed',
  'mcp',
  'sdmx',
  'pxweb',
  '_next',
  'api',
];

const PAGE = `/:page((?!(?:${[...NOT_PAGES, 'en', 'es'].join('|')})(?:/|$)).+)`;

/** Only an embed may stand in somebody else's frame: a page in one could be dressed as another's. */
const PAGE_HEADERS = [
  { key: 'Content-Security-Policy', value: "frame-ancestors 'self'" },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
];

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // `server.ts` compresses, once for all answers; `next start` alone does so itself.
  compress: process.env.COTEJO_SERVER !== '1',
  outputFileTracingRoot: import.meta.dirname,
  // A native module cannot be bundled, and a package that reads files of its own.
  serverExternalPackages: ['@resvg/resvg-js', 'pdfkit'],
  turbopack: { root: import.meta.dirname },
  // `npm run check` looks at types; a build that a stranger waits for need not look again.
  typescript: { ignoreBuildErrors: true },
  // Notes for programs that write code would land in the checkout of whoever runs `next dev`.
  agentRules: false,
  devIndicators: false,
  // Title and addresses stand in the head for everybody, not only for robots that say who they are.
  htmlLimitedBots: /.*/,

  headers: async () => [
    { source: '/((?!(?:data|embed|healthz|oembed|mcp|sdmx|pxweb)(?:/|$)).*)', headers: PAGE_HEADERS },
  ],
  // English has no prefix. Inside, every page lives below its language.
  redirects: async () => [
    { source: '/en', destination: '/', permanent: true },
    { source: '/en/:page*', destination: '/:page*', permanent: true },
  ],
  // After files: what lies in `public`, and what Next has built, stays where it is.
  rewrites: async () => ({
    afterFiles: [
      { source: '/', destination: '/en' },
      { source: PAGE, destination: '/en/:page' },
    ],
  }),
};
