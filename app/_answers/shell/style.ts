/**
 * The style sheet of an embed, inline because an embed is a single file. Both themes are written out, without
 * `light-dark()`, because older browsers also show embeds. The dark theme is for screens only, so print is
 * light.
 */
import { SHADES } from '#app/_charts/scales/colour.ts';
import { paintOf } from '#app/_charts/scales/palette.ts';
import { TEXT_STYLES } from '#app/_charts/text/metrics.ts';
import { SANS_FILE, SERIF_FILE } from './font.ts';

const CHART_COLOURS = [
  ...(['hnd', 'slv', 'gtm', 'mex', 'usa', 'can', 'others', 'group'] as const),
  ...([
    'ink',
    'ink-2',
    'ink-3',
    'paper',
    'grid',
    'axis',
    'rule-2',
    'fail',
    'tie',
    ...SHADES,
    'on-q',
  ] as const),
];

const PAGE_COLOURS = {
  rule: ['#d5dedb', '#2c3a41'],
  care: ['#7a5100', '#e5bb66'],
  'care-soft': ['#fbf2df', '#33280f'],
} as const;

const theme = (name: 'light' | 'dark'): string =>
  [
    `color-scheme:${name}`,
    ...CHART_COLOURS.map((colour) => `--${colour}:${paintOf(colour, name)}`),
    ...Object.entries(PAGE_COLOURS).map(([colour, pair]) => `--${colour}:${pair[name === 'light' ? 0 : 1]}`),
  ].join(';');

const FONTS = [
  `@font-face{font-family:B;src:url(/embed/fonts/${SERIF_FILE}) format("woff2");font-weight:400 700;font-display:swap}`,
  `@font-face{font-family:S;src:url(/embed/fonts/${SANS_FILE}) format("woff2");font-weight:200 900;font-display:swap}`,
].join('');

const px = (style: keyof typeof TEXT_STYLES): string => `font-size:${TEXT_STYLES[style].size}px`;

/** The style sheet, the same for every embed, because the security policy identifies it by its hash. */
export const EMBED_STYLE = `${FONTS}
:root{${theme('light')};--serif:B,"Iowan Old Style","Palatino Linotype",Georgia,serif;--sans:S,"Source Sans 3","Segoe UI","Helvetica Neue",Arial,sans-serif}
@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){${theme('dark')}}}
@media screen{:root[data-theme=dark]{${theme('dark')}}:root[data-theme=light]{color-scheme:light}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:400 13px/1.46 var(--sans);font-variant-numeric:lining-nums}
main{padding:16px;overflow:hidden}
h1{font:500 22px/1.2 var(--serif);letter-spacing:-.006em;margin:12px 0 0;text-wrap:balance}
p,ul{margin:0;padding:0;text-wrap:pretty}li{list-style:none}
a{color:var(--tie);text-decoration-thickness:1px;text-underline-offset:.18em}
:focus-visible{outline:2px solid var(--tie);outline-offset:2px;border-radius:3px}
.twin{height:4px;border:solid var(--rule-2);border-width:1px 0}
.def{color:var(--ink-2);margin-top:4px}
figure{margin:12px 0 0}
.chart{display:block;width:100%;max-width:640px;height:auto;overflow:visible;font-family:var(--sans)}
.narrow{display:none}
.chart text{font-size:13px;fill:var(--ink-2);font-variant-numeric:tabular-nums lining-nums}
.chart .tick{fill:var(--ink-3);${px('tick')}}.chart .note{${px('note')}}
.chart .lab{font-weight:600;${px('lab')}}
.chart .strong{font-weight:600;fill:var(--ink);${px('strong')}}.chart .head{font-weight:600;fill:var(--ink);${px('head')}}
.chart .halo{paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}
.chart .grid,.chart .axis{fill:none;stroke:var(--grid);stroke-width:1}.chart .axis{stroke:var(--axis)}
.notice{display:grid;grid-template-columns:20px 1fr;gap:12px;margin-top:12px;padding:8px 12px;background:var(--care-soft);border-radius:3px}
.notice svg{width:20px;height:18px;margin-top:1px;color:var(--care)}
.key{display:flex;flex-wrap:wrap;gap:4px 16px;margin-top:8px;color:var(--ink-2);font-size:12px}
.key li{display:flex;align-items:center;gap:6px}.key svg{width:28px;height:14px;flex:none;overflow:visible}.ours{display:block}.ours li{margin-top:2px}
details{margin-top:12px;border-top:1px solid var(--rule);padding-top:8px}
summary{cursor:pointer;color:var(--tie);width:fit-content}
.wide-table{overflow-x:auto;margin-top:8px}
table{border-collapse:collapse;font-variant-numeric:tabular-nums lining-nums;min-width:100%}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{padding:3px 12px 3px 0;text-align:left;vertical-align:top;font-weight:400;border-bottom:1px solid var(--rule)}
thead th{color:var(--ink-2);border-bottom-color:var(--ink-2)}
.n{text-align:right;white-space:nowrap}tr>:last-child{padding-right:0}td i{color:var(--ink-2)}
.source{margin-top:12px;padding-top:8px;border-top:1px solid var(--rule);color:var(--ink-2)}
.source li,.source p{margin-top:2px}
.line{display:flex;flex-wrap:wrap;justify-content:space-between;gap:4px 16px;align-items:center;margin-top:8px;color:var(--ink-2)}
.brand{display:inline-flex;align-items:center;gap:6px;font:600 16px/1 var(--serif);color:var(--ink);text-decoration:none}
.brand svg{width:9px;height:15px}
.said{margin-top:8px;font-size:15px}
code{display:inline-block;max-width:100%;font:inherit;background:var(--care-soft);padding:0 4px;margin:0 2px 2px 0;border-radius:2px;overflow-wrap:anywhere}
@media (max-width:480px){.wide{display:none}.narrow{display:block}}
@media print{main{padding:0}details::details-content{content-visibility:visible;height:auto}summary{display:none}}
@media (forced-colors:active){.chart,.brand svg{forced-color-adjust:none}}
`;
