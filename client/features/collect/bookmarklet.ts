/**
 * "Send to Vouch": a bookmark that hands the page it is pressed on, as its reader sees it, to a window of ours. It asks the
 * network for nothing and changes nothing on the page.
 */
import { say } from '../../words/en/collect.ts'

/** What the window says when it listens, and under which name the page comes. The bookmark of years ago knows these. */
export const READY = 'ready'
export const PAGE = 'page'

/** Behind the window's address: a page was to come. */
export const COMES = '#page'

/**
 * Left out of what is sent: what no reader reads, and what is nobody's business, as the fields of a form. JSON-LD stays, which
 * says who wrote the page and when.
 */
const UNREAD =
  'script:not([type="application/ld+json"]),style,link[rel~=stylesheet],iframe,object,embed,input,textarea,select,svg,canvas,audio,video,noscript,template'

/** `home`: the origin that the window is of. */
export const bookmarklet = (home: string): string =>
  `javascript:${encodeURIComponent(PROGRAM.replace('HOME', JSON.stringify(home)))}`

const PROGRAM = `(()=>{
const home=HOME;
const words=String(getSelection());
const w=open(home+'/collect${COMES}','_blank','popup,width=520,height=680');
if(!w){alert(${JSON.stringify(say.windowKeptShut)});return}
addEventListener('message',function on(e){
if(e.source!==w||e.origin!==home||!e.data||e.data.vouch!=='${READY}')return;
removeEventListener('message',on);
const page=document.documentElement.cloneNode(true);
page.querySelectorAll(${JSON.stringify(UNREAD)}).forEach(n=>n.remove());
page.querySelectorAll('[src^="data:"]').forEach(n=>n.removeAttribute('src'));
w.postMessage({vouch:'${PAGE}',html:'<!doctype html>'+page.outerHTML,address:location.href,title:document.title,selection:words},home)
})})()`.replaceAll('\n', '')
