/**
 * What WordPress makes of the oEmbed answer of a site that it does not know: it keeps a quotation and a frame, with few
 * of their attributes, and hides the frame until that has told the secret that it was given.
 */

const KEPT = ['src', 'width', 'height', 'frameborder', 'title'];

/** The filtered HTML. */
export function wordpressFiltered(html: string, secret: string): string {
  const quotation = /<blockquote>[^]*?<\/blockquote>/.exec(html)?.[0] ?? '';
  const attributes = /<iframe ([^>]*)><\/iframe>/.exec(html)?.[1] ?? '';
  const kept = [...attributes.matchAll(/([a-z]+)="([^"]*)"/g)].flatMap(([, name = '', value = '']) =>
    KEPT.includes(name) ? [`${name}="${value}${name === 'src' ? `#?secret=${secret}` : ''}"`] : [],
  );
  const frame = `<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" style="position:absolute;visibility:hidden" data-secret="${secret}" ${kept.join(' ')}></iframe>`;
  return `${quotation.replace('<blockquote', `<blockquote class="wp-embedded-content" data-secret="${secret}"`)}${frame}`;
}

/** Its listener: shows the frame and hides the quotation, takes heights within bounds, follows links to the same host. */
export const WORDPRESS_LISTENER = `<style>.wp-embedded-content{max-width:100%}</style><script>
var frames=[].slice.call(document.querySelectorAll('iframe.wp-embedded-content'));
addEventListener('message',function(e){
var d=e.data||{},f=frames.filter(function(own){return own.contentWindow===e.source&&own.dataset.secret===d.secret})[0];
if(!f)return;
document.querySelector('blockquote[data-secret="'+d.secret+'"]').style.display='none';
f.removeAttribute('style');
if(d.message==='height')f.height=Math.max(200,Math.min(1000,parseInt(d.value,10)));
if(d.message==='link'&&new URL(d.value).host===new URL(f.src).host&&document.activeElement===f)top.location.href=d.value;
});
frames.forEach(function(f){f.contentWindow.postMessage({message:'ready',secret:f.dataset.secret},'*')});
</script>`;
