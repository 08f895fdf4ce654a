/**
 * The one script of an embed: it tells the page around it how high it is, in our own words and in those of
 * Datawrapper, AMP and Medium, whose listeners many sites already run. Without it the frame's own height
 * holds. The id is the text after `#` in the frame's address, or else its path.
 */
import { createHash } from 'node:crypto';

export const EMBED_SCRIPT = `(function(){
var w=window,d=document,p=w.parent,m=d.querySelector('main'),id=decodeURIComponent(location.hash.slice(1))||location.pathname,last=0;
if(p===w||!m)return;
function send(){
var h=Math.ceil(m.getBoundingClientRect().height),o={};
if(!h||h===last)return;
last=h;o[id]=h;
p.postMessage({type:'cotejo:height',id:id,height:h,v:1},'*');
p.postMessage({'datawrapper-height':o},'*');
p.postMessage({sentinel:'amp',type:'embed-size',height:h},'*');
p.postMessage(JSON.stringify({src:location.href,context:'iframe.resize',height:h}),'*');
}
if(w.ResizeObserver)new ResizeObserver(send).observe(m);
else w.addEventListener('resize',send);
w.addEventListener('load',send);
send();
})();`;

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * The policy of a page that may stand in any frame and loads nothing but its fonts. Attributes of the
 * drawing carry colours, which only `style-src-attr` may allow.
 */
export const framePolicy = (style: string, script?: string): string =>
  [
    "default-src 'none'",
    `style-src ${hash(style)}`,
    "style-src-attr 'unsafe-inline'",
    ...(script === undefined ? [] : [`script-src ${hash(script)}`]),
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    // A report on somebody's own disk is a page too, and `*` does not mean it.
    'frame-ancestors * file:',
  ].join('; ');
