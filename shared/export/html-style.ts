/** How an exported page looks: on screens light and dark, and on paper. Fonts are the reader's own: nothing is fetched. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --paper: light-dark(#fcfbf8, #191815); --surface: light-dark(#f4f2ec, #201f1b); --line: light-dark(#d8d3c6, #3a3832); --ink: light-dark(#1d1b17, #ece8df); --muted: light-dark(#5c574d, #b0aa9c); --accent: light-dark(#0b5c8a, #7cc0ea); }
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 18px/1.6 'Source Serif 4', Georgia, 'Times New Roman', serif; text-size-adjust: 100%; }
body { max-width: 44rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.6em 0 .5em; text-wrap: balance; }
h1 { font-size: 1.9rem; margin-top: .5em; } h2 { font-size: 1.4rem; } h3 { font-size: 1.12rem; } h4, h5, h6 { font-size: 1rem; }
p, ul, ol, pre, figure, .table { margin: 0 0 .9em; }
li > p { margin-bottom: .3em; }
ul, ol { padding: 0; } li { margin-inline-start: 2.2em; } .changes li, ul.styled > li, .notes > ol > li, .contents li { margin-inline-start: 0; }
:is(p, h1, h2, h3, h4, h5, h6, figcaption):not([dir]) { unicode-bidi: plaintext; }
a { color: var(--accent); text-underline-offset: .15em; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.by, .handling, .known, .number, figcaption { font: 14px/1.5 Inter, system-ui, sans-serif; color: var(--muted); }
.handling { font-weight: 600; text-align: center; letter-spacing: .02em; color: var(--ink); }
sup { line-height: 0; font-size: .72em; }
.cite { padding: .3em .15em; text-decoration: none; }
.cite:target { background: var(--surface); outline: 1px solid var(--accent); }
blockquote { margin: 0 0 .6em; padding-inline-start: 1em; border-inline-start: 3px solid var(--line); }
blockquote > :last-child { margin-bottom: 0; }
.around { color: var(--muted); }
.says { margin-bottom: .3em; }
pre { overflow: auto; padding: .8em 1em; background: var(--surface); white-space: pre-wrap; }
code { font: .85em ui-monospace, Menlo, Consolas, monospace; }
.hash code { overflow-wrap: anywhere; }
.table { overflow: auto; }
table { border-collapse: collapse; min-width: 100%; font-size: .9em; }
th, td { padding: .4em .6em; border: 1px solid var(--line); text-align: start; vertical-align: top; }
th { background: var(--surface); }
th > p, td > p { margin: 0; }
.callout { margin: 0 0 1em; padding: .8em 1em; border: 1px solid var(--line); border-inline-start: 4px solid var(--accent); background: var(--surface); }
.callout > :last-child { margin-bottom: 0; }
.callout .label { font: 600 13px/1.4 Inter, system-ui, sans-serif; margin-bottom: .3em; }
.tasks { list-style: none; padding-inline-start: .2em; }
.tasks > li { display: flex; gap: .6em; margin-inline-start: 0; } .tasks > li > div { flex: 1; } .tasks p { margin-bottom: .2em; }
img { max-width: 100%; height: auto; }
.newer { padding: .6em 1em; border: 1px solid var(--accent); font: 15px/1.5 Inter, system-ui, sans-serif; }
.changes { margin: 0 0 1.5em; font-size: .92rem; } .changes summary { font: 600 14px/1.5 Inter, system-ui, sans-serif; cursor: pointer; } .changes ul { list-style: none; margin-top: .6em; padding: 0; } .changes b { font: 600 13px/1.4 Inter, system-ui, sans-serif; color: var(--muted); }
ins { text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: .2em; }
.picture, .kept { padding: .8em 1em; border: 1px dashed var(--line); color: var(--muted); }
.contents ol { list-style: none; padding: 0; } .contents .level-2 { padding-inline-start: 1em; } .contents .level-3, .contents .level-4, .contents .level-5, .contents .level-6 { padding-inline-start: 2em; }
hr { border: 0; border-top: 1px solid var(--line); margin: 2em 0; }
ul.styled { list-style: none; padding: 0; }
.small-caps { font-variant: small-caps; }
.sources li, .notes li { margin-bottom: .8em; }
.notes { border-top: 1px solid var(--line); margin-top: 3rem; font-size: .92rem; }
.notes > ol { list-style: none; padding: 0; }
@media screen {
  .notes li:target { position: fixed; inset: auto 0 0 0; z-index: 1; max-height: 60vh; margin: 0; padding: 1rem max(1.25rem, calc(50vw - 21rem)); overflow: auto; background: var(--surface); border-top: 2px solid var(--accent); box-shadow: 0 -8px 24px rgb(0 0 0 / 16%); }
}
@media print {
  @page { size: A4; margin: 22mm; @bottom-right { content: counter(page); } }
  :root { color-scheme: light; }
  html { background: none; font: 10.5pt/1.45 Georgia, 'Times New Roman', serif; }
  body { max-width: none; padding: 0; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; }
  tr, figure, blockquote, .notes li { break-inside: avoid; }
  a { color: inherit; }
  .number a { display: none; }
  .handling { display: none; }
}
`.trim()
