/** What a brief's templates say in German, in the words of the glossary in client/words/de.ts. */
import type { SectionWords, TemplatesWords } from './english-templates.ts'

const POLICY: readonly SectionWords[] = [
  {
    title: 'Zusammenfassung',
    guidance:
      'Die Aussage in einer Zeile, dann das, was die Spitze des Hauses wissen muss, wenn sie sonst nichts liest.',
  },
  { title: 'Kernpunkte', guidance: 'Höchstens fünf, jeder ein ganzer Satz, der für sich stehen kann.' },
  {
    title: 'Hintergrund',
    guidance: 'Was geschehen ist, wem, seit wann. Nur Tatsachen, jede mit ihrer Quelle.',
  },
  {
    title: 'Bisheriges Vorgehen und warum es nicht ausreicht',
    guidance: 'Was heute getan wird, von wem, und die Belege dafür, dass es nicht genügt.',
  },
  {
    title: 'Optionen',
    guidance:
      'Zwei bis vier, eine davon: nichts zu tun. Was gegen jede spricht, steht neben dem, was für sie spricht.',
    table: ['Option', 'Wirkung', 'Kosten', 'Machbarkeit', 'Risiken', 'Stärke der Belege'],
  },
  { title: 'Empfehlungen', guidance: 'Höchstens fünf, jede damit, wer sie bis wann umsetzt.' },
  {
    title: 'Umsetzung',
    guidance: 'Erste Schritte, Geld, Recht, und woran zu sehen sein wird, dass es wirkt.',
  },
  {
    title: 'Belege und Methode',
    guidance: 'Woher die Belege kommen, wie stark sie sind, was fehlt, und was die Empfehlung ändern würde.',
  },
]

export const germanTemplates: TemplatesWords = {
  'policy-brief': { name: 'Policy-Briefing', sections: POLICY },
  'policy-brief-long': { name: 'Policy-Briefing, lang', sections: POLICY },
  'decision-brief': {
    name: 'Entscheidungsvorlage',
    sections: [
      {
        title: 'Frage',
        guidance: 'Die Entscheidung, um die es geht, in einem Satz, und bis wann sie fallen muss.',
      },
      { title: 'Fazit', guidance: 'Die Antwort, in höchstens drei Sätzen.' },
      {
        title: 'Kernaussagen',
        guidance:
          'Jede damit, wie wahrscheinlich sie ist, in Worten einer einzigen Skala, und in einem eigenen Satz, wie sicher Sie sind und warum.',
      },
      {
        title: 'Optionen',
        guidance: 'Was sich entscheiden ließe, nebeneinander.',
        table: ['Option', 'Wirkung', 'Kosten', 'Risiken'],
      },
      { title: 'Empfehlung', guidance: 'Eine, damit, wer sie bis wann umsetzt.' },
      {
        title: 'Was unsere Einschätzung ändern würde',
        guidance: 'Ereignisse oder Belege, durch die eine andere Antwort richtig würde.',
      },
    ],
  },
  'intelligence-assessment': {
    name: 'Lagebeurteilung',
    sections: [
      {
        title: 'Kernaussagen',
        guidance:
          'Die wichtigste zuerst; jede mit ihrer Wahrscheinlichkeit, und getrennt davon, wie sicher sie ist und worauf das beruht.',
      },
      {
        title: 'Auftrag und Quellenlage',
        guidance:
          'Was gefragt war, bis wann Belege aufgenommen wurden; welche Quellen die Aussagen tragen, ihre Stärken, Schwächen und Lücken.',
      },
      {
        title: 'Erörterung',
        guidance:
          'Jeder Absatz beginnt mit seiner Aussage. Tatsachen, Annahmen und Einschätzungen sind unterschieden.',
      },
      {
        title: 'Andere Deutungen',
        guidance: 'Wie dieselben Belege auch zu lesen wären, und warum das weniger wahrscheinlich ist.',
      },
      { title: 'Anzeichen', guidance: 'Was zuerst zu sehen wäre, wenn eine Aussage falsch ist.' },
      { title: 'Lücken', guidance: 'Was nicht bekannt ist, und wie es sich herausfinden ließe.' },
      {
        title: 'Sicherheit und Skala',
        guidance: 'Wie sicher jede Aussage ist und warum, und welche Skala der Wahrscheinlichkeit gilt.',
      },
    ],
  },
  'taskforce-tracker': {
    name: 'Taskforce im Überblick',
    sections: [
      {
        title: 'Auftrag und Rechtsgrundlage',
        guidance: 'Welcher Akt sie eingesetzt hat, was sie darf und was nicht.',
      },
      {
        title: 'Mitglieder und Zuständigkeiten',
        guidance: 'Wer ihr angehört, wer sie leitet, wer wem berichtet.',
      },
      {
        title: 'Haushalt',
        guidance: 'Mittel nach Jahr und Herkunft; was bewilligt und was ausgegeben ist.',
      },
      {
        title: 'Zeitplan und Ergebnisse',
        guidance: 'Welche Termine gesetzt wurden, und was daraus geworden ist.',
        table: ['Ergebnis', 'Fällig', 'Stand', 'Quelle'],
      },
      {
        title: 'Vorrangige Anwendungsfälle',
        guidance: 'Was sie nach eigener Aussage zuerst tun will, und für wen.',
      },
      {
        title: 'Positionen der Beteiligten',
        guidance: 'Wer was will, in wessen Worten, mit einem Beleg in jeder Zelle.',
        table: ['Beteiligte', 'Position', 'Geäußert von', 'Quelle'],
      },
      { title: 'Offene Fragen', guidance: 'Was noch niemand beantwortet hat, und wer es könnte.' },
      {
        title: 'Risiken',
        guidance: 'Was schiefgehen könnte, wie wahrscheinlich es ist, und woran es zu merken wäre.',
      },
      { title: 'Empfehlungen', guidance: 'Was zu tun ist, von wem und bis wann.' },
    ],
  },
}
