/** Small archives as Zotero and Better BibTeX export them: a list of works in a folder, with their files beside it. */
import { type Part, tinyZip } from './tiny-zip.ts'
import { tinyPdf } from './tiny-pdf.ts'

const SPACES = [
  ['rdf', 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'],
  ['z', 'http://www.zotero.org/namespaces/export#'],
  ['dcterms', 'http://purl.org/dc/terms/'],
  ['link', 'http://purl.org/rss/1.0/modules/link/'],
  ['dc', 'http://purl.org/dc/elements/1.1/'],
  ['bib', 'http://purl.org/net/biblio#'],
  ['foaf', 'http://xmlns.com/foaf/0.1/'],
  ['prism', 'http://prismstandard.org/namespaces/1.2/basic/'],
]

export const zoteroRdf = (works: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF ${SPACES.map(([name, at]) => `xmlns:${name}="${at}"`).join(' ')}>${works}</rdf:RDF>`

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** A file that belongs to a work. */
export const rdfFile = (name: string, path: string, more = ''): string =>
  `<z:Attachment rdf:about="#${name}"><z:itemType>attachment</z:itemType><rdf:resource rdf:resource="${escaped(path)}"/><dc:title>Full text</dc:title>${more}</z:Attachment>`

export const rdfNote = (name: string, html: string): string =>
  `<bib:Memo rdf:about="#${name}"><rdf:value>${escaped(html)}</rdf:value></bib:Memo>`

export const rdfPerson = (family: string, given = ''): string =>
  `<rdf:li><foaf:Person><foaf:surname>${family}</foaf:surname>${given && `<foaf:givenName>${given}</foaf:givenName>`}</foaf:Person></rdf:li>`

/** Of the report: a highlight over its first sentence, a note at the margin. */
export const markedReport = (): Buffer =>
  tinyPdf(
    [
      [
        { text: 'Exports through the port fell by 12 percent.', y: 700 },
        { text: 'The ministry had expected a rise.', y: 640 },
        { text: 'Exports through the port fell by 12 percent.', y: 580 },
      ],
    ],
    {
      marks: [
        {
          page: 0,
          over: [[70, 576, 400, 594]],
          comment: 'The second time it says so',
          colour: [1, 0.4, 0.4],
        },
        { page: 0, over: [[70, 636, 400, 654]], comment: 'Who expected it?' },
        { page: 0, kind: 'Text', over: [[10, 700, 20, 710]], comment: 'Read again' },
      ],
    },
  )

export const PAGE = `<html><head><title>A quiet port</title></head><body><h1>A quiet port</h1><p>${'The cranes stood still for nine days, and nobody on the quay could say why. '.repeat(6)}</p><p>On the tenth day the port opened again.</p></body></html>`

/** A folder `Port` as Zotero exports it: a report with a marked PDF, an article with a saved page and a note. */
export const zoteroExport = ({ more = '', parts = [] }: { more?: string; parts?: Part[] } = {}): Buffer =>
  tinyZip([
    { name: 'Port/', content: '' },
    {
      name: 'Port/Port.rdf',
      content: zoteroRdf(`
<bib:Report rdf:about="https://port.example/report">
  <z:itemType>report</z:itemType>
  <dc:publisher><foaf:Organization><foaf:name>Port Authority</foaf:name></foaf:Organization></dc:publisher>
  <bib:authors><rdf:Seq>${rdfPerson('Brandt', 'Nadia')}${rdfPerson('Port Authority of Sørve')}</rdf:Seq></bib:authors>
  <link:link rdf:resource="#item_1"/>
  <dc:title>Exports in 2024</dc:title><dc:date>2024-05-01</dc:date><z:language>en</z:language>
  <dc:identifier>DOI 10.1000/182</dc:identifier>
  <dc:identifier><dcterms:URI><rdf:value>https://port.example/report</rdf:value></dcterms:URI></dc:identifier>
  <dc:description>Citation Key: brandt_exports</dc:description>
</bib:Report>
${rdfFile('item_1', 'files/1/Brandt & Port – 2024.pdf', '<dcterms:dateSubmitted>2024-05-03 10:00:00</dcterms:dateSubmitted><link:type>application/pdf</link:type>')}
<bib:Article rdf:about="urn:isbn:quiet">
  <z:itemType>newspaperArticle</z:itemType>
  <dcterms:isPartOf><bib:Newspaper><dc:title>The Sørve Post</dc:title></bib:Newspaper></dcterms:isPartOf>
  <bib:authors><rdf:Seq>${rdfPerson('Путин', 'Владимир')}</rdf:Seq></bib:authors>
  <link:link rdf:resource="#item_2"/><link:link rdf:resource="#item_3"/><dcterms:isReferencedBy rdf:resource="#item_4"/>
  <dc:title>A quiet port</dc:title><dc:date>12 March 2024</dc:date>
</bib:Article>
${rdfFile('item_2', 'files/2/quiet.html')}
${rdfFile('item_3', 'files/3/missing.pdf')}
${rdfNote('item_4', `<div><h1>Annotations</h1><p><span class="highlight" data-annotation="${encodeURIComponent(JSON.stringify({ color: '#2ea8e5' }))}">“On the tenth day the port opened again.”</span> <span class="citation">(<span class="citation-item">p. 1</span>)</span> The end of it</p></div>`)}
${more}`),
    },
    { name: 'Port/files/1/Brandt & Port – 2024.pdf', content: markedReport() },
    { name: 'Port/files/2/quiet.html', content: PAGE },
    ...parts,
  ])
