/** How a brief looks as a PDF, in Typst's language. The words come as data and are never read as that language. */
export const PDF_TEMPLATE = `
#let brief = json(bytes(sys.inputs.brief))
#let unreadable = json(bytes(sys.inputs.at("unreadable", default: "[]")))
#set document(title: brief.title, author: brief.authors, date: none)
#set text(lang: brief.lang, region: brief.region, dir: if brief.rtl { rtl } else { ltr }, size: 10.5pt)
#set par(leading: 0.7em, spacing: 1em, justify: false)
#let small(body) = text(size: 9pt, fill: rgb("#5c574d"), body)
#let marked(mark) = if mark == "" { none } else { text(size: 9pt, weight: "bold", mark) }
#set page(
  paper: "a4",
  margin: 25mm,
  header: align(center, marked(brief.handling)),
  footer: align(center, {
    marked(brief.handling)
    if brief.handling != "" { h(1em) }
    context text(size: 9pt, counter(page).display("1 / 1", both: true))
  }),
)
#set footnote.entry(gap: 0.5em)
#show footnote.entry: set text(size: 8.5pt)
#show link: set text(fill: rgb("#0b5c8a"))
#show heading: set block(above: 1.5em, below: 0.7em, sticky: true)
#show heading.where(level: 1): set text(size: 15pt)
#show heading.where(level: 2): set text(size: 12.5pt)
#show raw: set text(size: 9pt)
#set table(stroke: 0.5pt + rgb("#b8b2a3"), inset: 5pt)
#show table: set text(size: 9.5pt)

#let piece(x, note) = {
  if x.t == "br" { linebreak() } else if x.t == "note" { note(x) } else {
    let body = if x.at("code", default: false) { raw(x.v) } else { text(x.v) }
    if x.at("bold", default: false) { body = strong(body) }
    if x.at("smallCaps", default: false) { body = smallcaps(body) }
    if x.at("raised", default: false) { body = super(body) }
    if x.at("lowered", default: false) { body = sub(body) }
    if x.at("italic", default: false) { body = emph(body) }
    if x.at("strike", default: false) { body = strike(body) }
    if "href" in x { body = link(x.href, body) }
    body
  }
}
#let within(xs) = for x in xs { piece(x, it => none) }
#let line(xs) = for x in xs {
  piece(x, it => footnote(for (at, one) in it.c.enumerate() {
    if at > 0 { parbreak() }
    within(one)
  }))
}
#let turned(x, body) = context {
  let dir = x.at("dir", default: none)
  if dir == "rtl" {
    set text(dir: rtl)
    set align(right)
    body
  } else if dir == "ltr" and text.dir != ltr {
    set text(dir: ltr)
    set align(left)
    body
  } else { body }
}

#let draw(x) = {
  let all(xs) = for one in xs { draw(one) }
  if x.t == "p" { turned(x, par(if x.c.len() == 0 { sym.space.nobreak } else { line(x.c) })) }
  else if x.t == "h" { turned(x, heading(level: x.level, line(x.c))) }
  else if x.t == "bullets" { turned(x, list(..x.c.map(all))) }
  else if x.t == "numbers" { turned(x, enum(start: x.start, ..x.c.map(all))) }
  else if x.t == "task" { turned(x, list(marker: text(x.box), all(x.c))) }
  else if x.t == "quote" {
    let side = if x.dir == "rtl" { "right" } else { "left" }
    let (inset, stroke) = ((:), (:))
    inset.insert(side, 1em)
    stroke.insert(side, 2pt + rgb("#d8d3c6"))
    turned(x, block(width: 100%, inset: inset, stroke: stroke, quote(block: true, {
      all(x.c)
      if x.by != "" { par(small(x.by)) }
    })))
  }
  else if x.t == "callout" {
    turned(x, block(width: 100%, inset: 9pt, fill: rgb("#f4f2ec"), stroke: 0.5pt + rgb("#b8b2a3"), {
      if x.label != "" { par(strong(text(x.label))) }
      all(x.c)
    }))
  }
  else if x.t == "code" { block(width: 100%, inset: 8pt, fill: rgb("#f4f2ec"), raw(x.v, block: true)) }
  else if x.t == "rule" { std.line(length: 100%, stroke: 0.5pt + rgb("#b8b2a3")) }
  else if x.t == "picture" and x.file in unreadable { emph(text(x.instead)) }
  else if x.t == "picture" { image(x.file, alt: x.alt, width: if x.wide { 100% } else { auto }) }
  else if x.t == "figure" { figure({ all(x.c) }, caption: if x.caption.len() == 0 { none } else { small(line(x.caption)) }, supplement: none, numbering: none, kind: "figure", placement: none) }
  else if x.t == "table" {
    let cells(xs) = xs.map(c => table.cell(
      colspan: c.cols, rowspan: c.rows,
      fill: if c.head { rgb("#f1eee6") } else { none },
      { set text(weight: "bold") if c.head
        all(c.c) },
    ))
    turned(x, table(
      columns: x.columns,
      ..if x.heads.len() > 0 { (table.header(..cells(x.heads)),) } else { () },
      ..cells(x.cells),
    ))
  }
  else if x.t == "contents" { outline(title: none) }
  else if x.t == "source" { par(hanging-indent: 1.5em, line(x.c)) }
}

#block(below: 1.1em, text(size: 21pt, weight: "bold", brief.title))
#if brief.by != "" { block(below: 2em, small(brief.by)) }
#for x in brief.blocks { draw(x) }
`
