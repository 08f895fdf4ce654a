/**
 * The only script of an embed: it sends its height to the surrounding page, as our own message and as those
 * of Datawrapper, AMP, Medium and WordPress, whose listeners many sites already run. Without the script, the frame
 * keeps its own height. The id is the text after `#` in the frame's address, otherwise its path.
 *
 * WordPress hides the frame of a site that it does not know until that sends the `secret` after `#`, and its sandbox
 * opens no window: there a link to our pages is followed by the surrounding page.
 */
import { createHash } from 'node:crypto';

export const EMBED_SCRIPT = `(function(){
var w=window,d=document,l=location,p=w.parent,m=d.querySelector('main'),id=l.hash.slice(1),s=/^\\?secret=(\\w+)$/.exec(id),last=0;
if(p===w||!m)return;
try{id=decodeURIComponent(id)}catch(e){}
id=id||l.pathname;
function tell(k,v){p.postMessage({message:k,value:v,secret:s[1]},'*')}
function send(){
var h=Math.ceil(m.getBoundingClientRect().height),o={};
if(!h||h===last)return;
last=h;o[id]=h;
p.postMessage({type:'cotejo:height',id:id,height:h,v:1},'*');
p.postMessage({'datawrapper-height':o},'*');
p.postMessage({sentinel:'amp',type:'embed-size',height:h},'*');
p.postMessage(JSON.stringify({src:l.href,context:'iframe.resize',height:h}),'*');
if(s)tell('height',h);
}
if(w.ResizeObserver)new ResizeObserver(send).observe(m);
else w.addEventListener('resize',send);
w.addEventListener('load',send);
if(s){
w.addEventListener('message',function(e){if(e.source===p&&e.data&&e.data.message==='ready'){last=0;send()}});
d.addEventListener('click',function(e){
var a=e.target.closest('a');
if(a&&a.target!=='_self'&&a.origin===l.origin){e.preventDefault();tell('link',a.href)}
});
}
send();
})();`;

/** The script of the page with the code: buttons that copy a text box. Without it a reader copies by hand. */
export const CODE_SCRIPT = `(function(){
document.querySelectorAll('button[data-copy]').forEach(function(b){
b.hidden=false;
b.addEventListener('click',function(){
var t=document.getElementById(b.dataset.copy),done=function(){b.textContent=b.dataset.done};
if(navigator.clipboard)navigator.clipboard.writeText(t.value).then(done,function(){t.select()});
else{t.select();document.execCommand('copy')&&done()}
});
});
})();`;

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * The policy of a page that may be in any frame and loads nothing except its fonts. The drawing has its
 * colours as attributes, which only `style-src-attr` can allow.
 */
export const framePolicy = (style: string, script?: string): string =>
  [
    "default-src 'none'",
    `style-src ${hash(style)}`,
    "style-src-attr 'unsafe-inline'",
    ...(script === undefined ? [] : [`script-src ${hash(script)}`]),
    "font-src 'self'",
    // The links of figures have a common beginning.
    "base-uri 'self'",
    "form-action 'none'",
    // A report on a local disk is also a page, and `*` does not include `file:`.
    'frame-ancestors * file:',
  ].join('; ');

/** The policy of the page with the code: it shows an embed and its picture, and only our pages may frame it. */
export const codePolicy = (style: string, script: string): string =>
  [
    "default-src 'none'",
    `style-src ${hash(style)}`,
    "style-src-attr 'unsafe-inline'",
    `script-src ${hash(script)}`,
    "font-src 'self'",
    "img-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ');
