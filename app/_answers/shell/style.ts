/**
 * The style sheet of an embed, inline because an embed is a single file. Both themes are written out, without
 * `light-dark()`, because older browsers also show embeds. The dark theme is for screens only, so print is
 * light.
 */
import { SHADES } from '#app/_charts/scales/colour.ts';
import { paintOf } from '#app/_charts/scales/palette.ts';
import { TEXT_STYLES } from '#app/_charts/text/metrics.ts';
import { ENLARGED } from '../chart/frames.ts';
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

/** An open table scrolls below this height. */
export const OPEN_TABLE = 240;

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

/** The place of the links of marks over a drawing, and its scale: see `chart/mark-links.ts`. */
export function placed(place: string, scale: string, within = ''): string {
  const along = (from: string, by: string, unit: string): string =>
    `calc((var(--${from}) + var(--${by},0)*var(--${unit},0))*.1cqw)`;
  const down = along(place.toUpperCase(), scale.toUpperCase(), 'y');
  return `${within}.k{max-width:var(--w${place})}${within}.k a{translate:${along(place, scale, 'x')} ${down}}`;
}

/** The style sheet, the same for every embed, because the security policy identifies it by its hash. */
export const EMBED_STYLE = `${FONTS}
:root{${theme('light')};--serif:B,"Iowan Old Style","Palatino Linotype",Georgia,serif;--sans:S,"Source Sans 3","Segoe UI","Helvetica Neue",Arial,sans-serif}
@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){${theme('dark')}}}
@media screen{:root[data-theme=dark]{${theme('dark')}}:root[data-theme=light]{color-scheme:light}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:400 13px/18px var(--sans);font-variant-numeric:lining-nums}
main{padding:12px 16px 10px;max-width:764px;margin:0 auto}
h1{font:500 20px/24px var(--serif);letter-spacing:-.006em;margin:8px 0 0;text-wrap:balance;overflow-wrap:anywhere}
p,ul{margin:0;padding:0}li{list-style:none}
a{color:var(--tie);text-decoration-thickness:1px;text-underline-offset:.18em}
:focus-visible{outline:2px solid var(--tie);outline-offset:2px;border-radius:3px}
.twin{height:4px;border:solid var(--rule-2);border-width:1px 0}
.def{color:var(--ink-2);margin-top:2px}
.say{font-size:12px;line-height:16px;margin-top:4px}
figure{margin:8px 0 0;position:relative}
.k{position:absolute;left:0;top:0;width:100%;container-type:inline-size;pointer-events:none}
.k a{position:absolute;width:var(--r);height:18px;margin:-9px 0 0 calc(var(--r)/-2);pointer-events:auto}
.chart{display:none;width:100%;height:var(--h);overflow:visible;font-family:var(--sans)}
.chart text{font-size:13px;fill:var(--ink-2);font-variant-numeric:tabular-nums lining-nums}
.chart .tick{fill:var(--ink-3);${px('tick')}}.chart .note{${px('note')}}
.chart .lab{font-weight:600;${px('lab')}}
.chart .strong{font-weight:600;fill:var(--ink);${px('strong')}}
.chart .halo{paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}
.chart .w{font-weight:400;fill:var(--ink)}.chart .y{font-weight:400;font-size:12px;fill:var(--ink-3)}
.chart .r{stroke-linejoin:round;stroke-linecap:round}
.chart .grid,.chart .axis{fill:none;stroke:var(--grid);stroke-width:1}.chart .axis{stroke:var(--axis)}
h1,.def,.say{max-width:670px}
@media (max-width:699.98px){h1,.def,.say{max-width:550px}}@media (min-width:480px){.two h1,.two .def,.two .say{max-width:450px}}@media (max-width:399.98px){h1,.def,.say{max-width:290px}}
@media (max-width:479.98px){.a{display:block}${placed('a', 'm')}}
@media (min-width:480px) and (max-width:579.98px){.b{display:block}${placed('b', 'n')}}
@media (min-width:580px) and (max-width:699.98px){.c{display:block}${placed('c', 'o')}}
@media (min-width:700px){.d{display:block}${placed('d', 'p')}${placed('c', 'o', '.three ')}.three h1,.three .def,.three .say{max-width:550px}}
@media (min-width:480px){${placed('b', 'n', '.two ')}.chart.one{height:calc(var(--h)*${ENLARGED})}${placed('a', 'm', 'main ').replaceAll('.k', '.k.one')}.k.one{max-width:calc(var(--wa)*${ENLARGED})}}
.key{display:flex;flex-wrap:wrap;gap:0 16px;margin-top:6px;color:var(--ink-2);font-size:12px;line-height:18px}
.key li{display:flex;align-items:center;gap:6px}.key svg{width:28px;height:14px;flex:none;overflow:visible}
.newer{margin-top:6px;min-height:16px;font-size:12px;line-height:16px;font-weight:600}.newer a{color:var(--care)}
.foot{margin-top:8px;border-top:1px solid var(--rule);padding-top:7px;font-size:12px;line-height:17px;color:var(--ink-2)}
.folds{display:flex;flex-wrap:wrap;gap:0 12px}
details[open]{flex-basis:100%;padding-bottom:8px}
summary{cursor:pointer;color:var(--tie);width:fit-content;list-style:none;text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:.18em}
summary::-webkit-details-marker{display:none}
.src{margin-left:auto}
@media (max-width:479.98px){.src{flex-basis:100%}}.two .src{flex-basis:100%}
.list{margin-top:4px}.list li{margin-top:2px}
.wide-table{overflow:auto;margin-top:4px;max-height:${OPEN_TABLE}px}
table{border-collapse:collapse;font-variant-numeric:tabular-nums lining-nums;min-width:100%}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{padding:3px 12px 3px 0;text-align:left;vertical-align:top;font-weight:400;border-bottom:1px solid var(--rule)}
thead th{color:var(--ink-2);border-bottom-color:var(--ink-2)}
.n,.g td,.g th+th{text-align:right;white-space:nowrap}.g thead th{white-space:normal}tr>:last-child{padding-right:0}td i{color:var(--ink-2)}td a{color:inherit;text-decoration-color:var(--rule-2)}
.source{margin-top:12px;padding-top:8px;border-top:1px solid var(--rule);color:var(--ink-2)}
.line{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 16px;align-items:center;margin-top:4px;min-height:17px}
.brand{display:inline-flex;align-items:center;gap:6px;font:600 14px/1 var(--serif);color:var(--ink);text-decoration:none}
.brand svg{width:8px;height:13px}
.said{margin-top:8px;font-size:15px;line-height:22px}
code{max-width:100%;font:inherit;background:var(--care-soft);padding:0 4px;border-radius:2px;overflow-wrap:anywhere}
.paper{display:none}
@media print{html,body,main{height:100%}body{-webkit-print-color-adjust:exact;print-color-adjust:exact}main{padding:0;max-width:none;display:flex;flex-direction:column;background:var(--paper)}figure{flex:1 1 0;min-height:80px}.chart{height:100%;max-height:var(--h)}details,.screen,.k{display:none!important}.newer:empty{display:none}.paper{display:block;font-size:10px;line-height:13px;margin-top:4px;overflow-wrap:anywhere}}
@media (forced-colors:active){.chart,.brand svg,.key svg{forced-color-adjust:none;background:var(--paper)}}
`;

/** The style sheet of the page with the code of an embed. */
export const CODE_STYLE = `${EMBED_STYLE}
main{max-width:800px}h2{font:600 14px/20px var(--sans);margin:16px 0 4px}
.choices{display:flex;flex-wrap:wrap;gap:8px 16px;align-items:end;margin-top:12px}
.choices label{display:grid;gap:2px;font-size:12px;color:var(--ink-2)}
select,button,input,textarea{font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--rule-2);border-radius:3px;padding:6px 8px}
select,button,input{min-height:32px}.choices .question{flex:1 1 100%}button{cursor:pointer}
textarea{width:100%;font:12px/16px ui-monospace,Menlo,Consolas,monospace;resize:vertical}
.preview{margin-top:8px}.preview figure{outline:1px dashed var(--rule-2);outline-offset:4px}
.preview figcaption{font-size:12px;color:var(--ink-2);overflow-wrap:anywhere}
`;
