/**
 * German, complete. Formal: the reader is "Sie", and no word decides whether a person is a man or a woman.
 *
 * The words that are held throughout:
 *
 *   brief          das Briefing              excerpt      der Auszug
 *   source         die Quelle                passage      die Textstelle
 *   work           das Werk                  locator      die Fundstelle ("Seite 4")
 *   citation       der Beleg                 quotation    das Zitat, zitieren (word for word)
 *   to cite        belegen (a sentence),     evidence     die Belege
 *                  anführen (a work)         saved copy   die gespeicherte Kopie
 *   check          prüfen, die Prüfung       version      die Fassung
 *   withdrawn      zurückgezogen             retracted    widerrufen
 *   handling mark  der Weitergabevermerk     embargo      die Sperrfrist
 *   library        die Bibliothek            workspace    der Arbeitsbereich
 *   key judgment   die Kernaussage           bottom line  das Fazit
 *   pane           der Bereich               transcript   die Abschrift
 *
 * Quotation marks are „…“. A no-break space stands between a number and its unit, and within "z. B.".
 */
import { particulars } from './de-particulars.ts'
import { numberText } from './number-text.ts'
import { pluralsOf } from './plurals.ts'
import { complete } from './translation.ts'

const plural = pluralsOf('de')

/** "keine Auszüge", "1 Auszug", "4 Auszüge": as subject or object, not after a preposition that wants the dative. */
const n = (count: number, one: string, other: string): string =>
  count === 0 ? `keine ${other}` : plural(count, { one, other })

const times = (count: number): string => `${numberText(count)}-mal`

export const de = complete({
  'brief-page': {
    yoursRecovered:
      'Ein Teil Ihres Textes konnte nicht in das Briefing übernommen werden. Er ist hier aufbewahrt, damit Sie ihn kopieren können.',
    colleaguesRecovered:
      'Ein Teil des Textes einer anderen Person konnte nicht in das Briefing übernommen werden. Er ist hier aufbewahrt, damit Sie ihn kopieren können.',
    showRecoveredText: 'Geretteten Text zeigen',
    signIn: 'Anmelden',
    goToYourBriefs: 'Zu Ihren Briefings',
    reloadThePage: 'Seite neu laden',

    allBriefs: 'Alle Briefings',
    showSources: 'Quellen zeigen',
    foldSources: 'Quellen einklappen',
    share: 'Teilen',
    exportIt: 'Exportieren',
    showEvidence: 'Belege zeigen',
    foldEvidence: 'Belege einklappen',

    cannotBeOpened: 'Dieses Briefing lässt sich nicht öffnen.',
    tryAgain: 'Erneut versuchen',

    paneAlso: 'bereich leiste seite pane panel',
    brief: 'Briefing',
    shareAlso: 'personen link einladen veröffentlichen mitglieder freigeben share publish',
    exportAlso: 'herunterladen download word docx pdf markdown html bibtex ris zip zitierstil',
    bringBackAWordFile: 'Word-Datei zurückholen',
    bringBackAlso: 'docx änderungen nachverfolgen kommentare abstimmung rücklauf',
    keyboardShortcuts: 'Tastenkürzel',
    shortcutsAlso: 'tasten tastatur hilfe keys help',
    commandsHeadingsSources: 'Befehle, Überschriften, Quellen',
    nextPane: 'Nächster Bereich',
    fromAPaneBack: 'Aus einem Bereich zurück zum Text',
    theCommands: 'Die Befehle',
    headings: 'Überschriften',
    untitledSection: 'Abschnitt ohne Titel',
    sources: 'Quellen',

    evidence: 'Belege',
    thePage: 'Text',
    fold: (pane) => `${pane} einklappen`,
    thePane: (pane) => `Bereich „${pane}“`,
    widthOf: (pane) => `Breite von „${pane}“`,
    panes: 'Bereiche',

    untitledBrief: 'Briefing ohne Titel',
    pageTitle: (title) => `${title} · Vouch`,
    titleOfTheBrief: 'Titel des Briefings',

    example: 'Beispiel',
    thisIsAnExample: 'Dies ist ein Beispiel. In einer Kopie davon können Sie schreiben.',

    wordCount: (words) => n(words, 'Wort', 'Wörter'),
    wordsOf: (words, target) => `${numberText(words)} von ${numberText(target)} Wörtern`,
    tooMany: (words) => `${numberText(words)} zu viel`,
    aboutPages: (pages) => `etwa ${n(pages, 'Seite', 'Seiten')}`,
    headingsOfTheBrief: 'Überschriften des Briefings',
    outline: 'Gliederung',
    find: 'Suchen',
    commands: 'Befehle',

    roleDidNotLet: (when) => `Ihre Rolle erlaubte kein Schreiben, als dies gesendet wurde (${when}).`,
    briefWasFull: (when) =>
      `Das Briefing ist so groß, wie ein Briefing sein kann; deshalb wurde dies nicht hinzugefügt (${when}). Nehmen Sie etwas heraus, und fügen Sie es dann wieder ein.`,
    serverCouldNotRead: (when) =>
      `Der Server konnte diese Änderung nicht lesen (${when}). Laden Sie die Seite neu, und fügen Sie die Wörter dann wieder ein.`,
    briefWasRestored: (when) =>
      `Das Briefing wurde auf dem Server auf einen früheren Stand zurückgesetzt (${when}). Diese Wörter standen nicht mehr darin:`,
    youChangedIt: (when) =>
      `Sie haben diesen Absatz geändert, während eine andere Person darin schrieb (${when}). Diese ihrer Wörter standen nicht mehr darin:`,
    colleagueChangedIt: (when) =>
      `Eine andere Person hat diesen Absatz geändert, während Sie darin schrieben (${when}). Diese Wörter standen nicht mehr darin:`,
    recoveredText: 'Geretteter Text',
    dismissRecovered: 'Wird nicht mehr gebraucht',
    textCopied: 'Text kopiert.',
    copyText: 'Text kopieren',

    olderAndUnsent:
      'Diese Seite ist älter als der Server, und was Sie zuletzt geschrieben haben, steht nur in diesem Fenster. Kopieren Sie es, und laden Sie die Seite dann neu.',
    olderStill:
      'Diese Seite ist älter als der Server, und das Neuladen hat die neuere noch nicht gebracht. Was Sie geschrieben haben, ist auf diesem Gerät aufbewahrt; laden Sie die Seite in einigen Minuten neu.',
    olderAndRenewing:
      'Diese Seite ist älter als der Server: Die neuere ist unterwegs. Was Sie geschrieben haben, ist auf diesem Gerät aufbewahrt.',

    pastedTextWaits: 'Ein Text, den Sie ohne Verbindung eingefügt haben, wartet hier',
  },

  brief: {
    opening: 'Wird geöffnet …',
    saved: 'Gespeichert',
    saving: 'Wird gespeichert …',
    offlineKeptOnThisDevice: 'Offline, auf diesem Gerät aufbewahrt',
    offline: 'Offline',
    notSavedRetrying: 'Nicht gespeichert, neuer Versuch',
    notKeptOnThisDevice: 'Auf diesem Gerät nicht aufbewahrt',
    notConnected: 'Nicht verbunden',
    offlineNotKept:
      'Es besteht keine Verbindung, und dieses Gerät bewahrt nicht auf, was Sie schreiben, vermutlich aus Platzmangel: Es steht nur in diesem Fenster. Schließen Sie es nicht; schaffen Sie Platz auf dem Gerät, oder stellen Sie die Verbindung wieder her.',
    serverCouldNotRead:
      'Der Server konnte nicht lesen, was diese Seite gesendet hat. Was Sie geschrieben haben, ist noch hier; kopieren Sie es, und laden Sie die Seite dann neu.',
    notSignedIn:
      'Sie sind nicht mehr angemeldet. Was Sie geschrieben haben, bleibt hier; melden Sie sich wieder an, um es zu senden.',
    noAccess:
      'Sie haben keinen Zugang mehr zu diesem Briefing. Was Sie geschrieben haben, ist noch hier; kopieren Sie, was Sie brauchen.',
    briefWasDeleted:
      'Dieses Briefing wurde gelöscht. Was auf dieser Seite steht, ist noch hier; kopieren Sie, was Sie brauchen.',
    briefWasRestored:
      'Dieses Briefing wurde auf dem Server zurückgesetzt. Es wird neu geöffnet; Ihre eigenen Wörter bleiben erhalten.',
    pageIsOlder:
      'Diese Seite ist älter als der Server. Laden Sie sie neu; was Sie geschrieben haben, bleibt erhalten.',
    serverCannotStore:
      'Der Server kann gerade nichts speichern; vielleicht ist sein Speicher voll. Was Sie schreiben, bleibt auf dieser Seite und wird von selbst gespeichert, sobald Platz ist. Lassen Sie die Seite offen; wer den Server betreibt, kann Platz schaffen.',
    partDamaged:
      'Ein Teil dessen, was von diesem Briefing gespeichert war, ist beschädigt. Sie sehen seinen letzten unversehrten Stand; er lässt sich lesen und exportieren, aber nicht ändern. Was Sie selbst geschrieben haben, ist noch hier. Die Leitung des Briefings sieht mit „npx vouch repair“, was fehlt.',

    wholeSource: 'Ganze Quelle',

    webPage: 'Webseite',
    citedWorksAs: (format) => `Angeführte Werke, ${format}`,
    everythingAsArchive: 'Alles, als Archiv',

    isFull:
      'Dieses Briefing ist voll: Es lässt sich nichts mehr hinzufügen. Alles bleibt erhalten und lässt sich lesen und exportieren. Löschen Sie Text oder Auszüge, die nicht mehr gebraucht werden, oder schreiben Sie in einem anderen Briefing weiter.',
    isNearlyFull: (percent) =>
      `Dieses Briefing ist zu ${percent}\u00a0% voll. Bis es voll ist, geht alles wie gewohnt; löschen Sie, was nicht mehr gebraucht wird, um Platz zu schaffen.`,

    libraryUnreached: 'Offline: Gezeigt wird nur, was dieses Briefing enthält.',
    libraryFailed: 'Die Bibliothek hat nicht geantwortet: Gezeigt wird nur, was dieses Briefing enthält.',
    fromTheLibrary: 'Aus der Bibliothek',
    excerpts: (excerpts) => n(excerpts, 'Auszug', 'Auszüge'),

    seeItOnThePage: 'Auf der Seite ansehen',

    page: 'Seite',
    paragraph: 'Absatz',
    section: 'Abschnitt',
    chapter: 'Kapitel',
    figure: 'Abbildung',
    table: 'Tabelle',
    line: 'Zeile',
    note: 'Anmerkung',
    part: 'Teil',
    volume: 'Band',
    time: 'Zeit',
    appendix: 'Anhang',

    newerCopy: 'Es gibt eine neuere gespeicherte Kopie',
    retracted: 'Widerrufen',
    correctedByItsPublisher: 'Vom Verlag berichtigt',
    discredited: 'Nicht mehr glaubwürdig',
    noLongerWithdrawn: 'Nicht länger zurückgezogen',

    numberDiffers: 'Weicht von der Quelle ab: eine Zahl',
    negationDiffers: 'Weicht von der Quelle ab: „nicht“',
    wordsDiffer: 'Wörter weichen von der Quelle ab',
    notTiedToAPassage: 'Mit keiner Textstelle verbunden',
    evidenceErased: 'Belegtext getilgt',
    passageHasNoWords: 'Die Textstelle hat keine Wörter zum Vergleichen',
    originalWordForWord: (by) => `Original wörtlich · übersetzt von ${by}`,
    wordForWord: 'Wörtlich',
    sameWordsChangesMarked: 'Gleiche Wörter, Änderungen gekennzeichnet',
    sameWordsShortened: 'Gleiche Wörter, gekürzt',
    sameWordsLayoutDiffers: 'Gleiche Wörter, andere Gestaltung',
    wordForWordMoved: 'Wörtlich, an anderer Stelle',
    textAroundItChanged: 'Umgebender Text geändert',
    foundInSeveralPlacesChoose: 'An mehreren Stellen gefunden: bitte wählen',
    noLongerInTheSource: 'Nicht mehr in der Quelle',
    wordsChanged: 'Wörter geändert',
    aNumber: 'Zahl',
    aNegation: '„nicht“',
    transcriptOf: (name) => `Abschrift von ${name}, nicht maschinell geprüft`,
    via: (name) => `über ${name}`,

    ourOwn: 'Eigene',
    official: 'Amtliche',
    byAMachine: 'Maschinelle',
    translatedByAMachine: 'Maschinell übersetzt',
    ownTranslation: 'Eigene Übersetzung',
    officialTranslation: 'Amtliche Übersetzung',
    aTranslation: 'Eine Übersetzung',
  },

  briefs: {
    aboutVouch: 'Über Vouch',
    version: (version) => `Version ${version}`,
    license:
      'Freie Software unter der GNU Affero General Public License, Version 3 oder später (AGPL-3.0-or-later).',
    stylesAreOf: 'Zitierstile und ihre Sprachdateien sind die des Projekts',
    styleProject: 'Citation Style Language',
    stylesUnchangedUnder: ', unverändert, unter',
    stylesLicense: 'Creative Commons Namensnennung – Weitergabe unter gleichen Bedingungen 3.0',
    stylesSetBy:
      '. Gesetzt werden sie von citeproc-js, © Frank Bennett, unter der GNU Affero General Public License.',

    sendingWhatIsNotSent: 'Noch nicht Gesendetes wird gesendet …',
    accountOf: (name) => `Konto von ${name}`,
    signOut: 'Abmelden',
    language: 'Sprache',
    asTheBrowser: (name) => `Wie der Browser: ${name}`,

    untitledBrief: 'Briefing ohne Titel',
    example: 'Beispiel',
    people: (people) => n(people, 'Person', 'Personen'),
    changed: 'geändert:',
    moreFor: (title) => `Mehr zu ${title}`,
    deleteBrief: 'Löschen …',

    deleteThisBrief: 'Dieses Briefing löschen?',
    keepIt: 'Behalten',
    deleteForEverybody: 'Für alle löschen',
    goesForEverybody: (title) =>
      `„${title}“ verschwindet für alle Beteiligten, samt Quellen und Auszügen. Exportieren Sie es vorher, falls Sie es noch einmal brauchen könnten.`,

    importIt: 'Importieren',
    fileToImport: 'Zu importierende Datei: Markdown, Word oder ein Archiv',
    importedWithTheseNotes: 'Importiert, mit diesen Hinweisen',
    openTheBrief: 'Briefing öffnen',

    copyOf: (title) => `Kopie von ${title}`,
    makeItYours: 'Eigene Kopie anlegen',

    anEmptyPage: 'Eine leere Seite',
    templateWithWords: (name, words) => `${name} · ${n(words, 'Wort', 'Wörter')}`,
    emptyPageHint: 'Überschriften, Listen und Tabellen erreichen Sie mit der Taste /.',
    newBrief: 'Neues Briefing',
    cancel: 'Abbrechen',
    makeBrief: 'Anlegen',
    title: 'Titel',
    titleCanChange: 'Er lässt sich jederzeit ändern.',
    startFrom: 'Ausgehen von',

    notEverythingIsSent: 'Nicht alles ist gesendet',
    signingOutLoses:
      'Beim Abmelden werden Ihre Briefings von diesem Gerät entfernt. Änderungen, die den Server nicht erreicht haben, und geretteter Text, den Sie noch nicht weggelegt haben, gingen verloren, in:',
    howToKeepThem:
      'Öffnen Sie sie, während Sie verbunden sind, warten Sie auf „Gespeichert“, und kopieren Sie, was gerettet wurde.',
    signOutAndLoseThem: 'Abmelden und verlieren',
    staySignedIn: 'Angemeldet bleiben',
  },

  cite: {
    notCited: 'Nicht belegt.',
    addASource: 'Quelle hinzufügen',
    authorTitleYearOrWords: 'Name, Titel, Jahr oder Wörter',
    nothingFound: 'Nichts gefunden.',
    cancel: 'Abbrechen',

    sourceMissing: 'Quelle fehlt',
    takenOut: 'entfernt',
    checkedBy: (name) => `Geprüft von ${name}`,
    changedSinceChecked: 'Seit der Prüfung geändert',

    saved: (when) => `gespeichert: ${when}`,
    savedAgain: (before, when) => `gespeichert: ${before}, erneut: ${when}`,
    takeTheNewWords: 'Neue Wörter übernehmen',
    takeTheNewCopy: 'Neue Kopie übernehmen',
    keepTheOldCopy: 'Alte Kopie behalten',
    detachFromTheSentence: 'Vom Satz lösen',
    letItGo: 'Verwerfen',
    openPassage: 'Textstelle öffnen',
    noSentenceRestsOnIt: 'Kein Satz stützt sich darauf.',
    sentencesRestOnIt: (sentences) =>
      sentences === 1 ? 'Darauf stützt sich:' : `Darauf stützen sich ${n(sentences, 'Satz', 'Sätze')}:`,
    noWordsBefore: 'Keine Wörter vor dem Beleg',

    sourcesThatChanged: 'Geänderte Quellen',
    noLongerInTheSource: 'Nicht mehr in der Quelle',
    wordsAreKept: 'Ihre Wörter bleiben erhalten, ebenso die gespeicherte Kopie, aus der sie stammen.',
    textAroundItChanged: 'Umgebender Text geändert',
    passagesWordForWord: (count) => `${n(count, 'Textstelle', 'Textstellen')}, wörtlich wie zuvor`,

    checkedOnDay: (name, day) => `Geprüft von ${name}, ${day}`,
    sentenceChangedSince: (name) => `Satz geändert seit der Prüfung durch ${name}`,
    passagesChangedSince: (name) => `Textstellen geändert seit der Prüfung durch ${name}`,
    iCheckedThis: 'Ich habe dies geprüft',
    takeTheCheckBack: 'Prüfung zurücknehmen',

    itIsThisOne: 'Diese ist es',

    noSource: 'Keine Quelle',
    passages: (passages) => n(passages, 'Textstelle', 'Textstellen'),
    contradicts: 'widerspricht',
    nothingCovered: 'Vor diesem Beleg stehen keine Wörter.',
    covers: 'Belegt',
    showInText: 'Im Text zeigen',
    itsSentence: 'Seinen Satz',
    wholeBlock: 'Den ganzen Absatz, Listenpunkt oder die ganze Zelle',

    movedUp: 'Nach oben verschoben.',
    movedDown: 'Nach unten verschoben.',
    removed: 'Entfernt.',
    thisSourceIsMissing: 'Diese Quelle fehlt im Briefing.',
    asCitedIn: (plainReference) => `Zitiert nach ${plainReference}`,
    takenOutBy: (name, day) => `Von ${name} aus den Quellen entfernt, ${day}. Was hier dazu steht, bleibt.`,
    putBack: 'Zurücklegen',
    passageMissing: 'Die Textstelle fehlt im Briefing.',
    wholeSourceCited: 'Keine Textstelle gewählt: Die ganze Quelle wird angeführt.',
    done: 'Fertig',
    edit: 'Bearbeiten',
    remove: 'Entfernen',
    citeEarlier: 'Früher anführen',
    citeLater: 'Später anführen',
    evidenceErasedBy: (name, day, why) => `Belegtext getilgt von ${name}, ${day}: ${why}`,
    heldBy: (heldBy) => ` · liegt bei: ${heldBy}`,
    myNote: 'Meine Notiz',
    myNoteNote: (note) => `Meine Notiz: ${note}`,

    notSaid: 'Keine Angabe',
    where: 'Fundstelle',
    number: 'Nummer',
    wordsBefore: 'Wörter davor',
    wordsAfter: 'Wörter danach',
    leaveOutTheAuthor: 'Namen weglassen',
    usedAs: 'Verwendet als',
    forTheSentenceIt: 'Verhältnis zum Satz',
    seenOnlyAsCitedIn: 'Nur eingesehen als Zitat in',
    seenItself: 'Selbst eingesehen',

    quoted: 'Zitat',
    paraphrased: 'Sinngemäße Wiedergabe',
    computedFromIt: 'Daraus berechnet',
    background: 'Hintergrund',
    supports: 'Stützt ihn',
    bearsAgainst: 'Widerspricht ihm',
    givesContext: 'Gibt Kontext',

    citations: 'Im Text',
    nothingCitedYet: 'Was der Text anführt, steht hier, mit den Wörtern, auf die er sich stützt.',

    newsOfYourSources: 'Neues zu Ihren Quellen',
    someSource: 'Eine Quelle dieses Briefings',
    mayNotRead:
      'Diese Kopie dürfen Sie nicht lesen. Holen Sie das Werk noch einmal herein, um zu vergleichen.',
    takeItOver: 'Übernehmen',
    dismiss: 'Ausblenden',
    goOnCitingIt: 'Weiter anführen',

    copyNotAtHand: 'Die gespeicherte Kopie ist zum Vergleichen nicht zur Hand',
    comparing: 'Wird verglichen …',
    keptCopyOf: (name, day) =>
      `${name} hat die Kopie vom ${day} behalten; in einer neueren steht etwas anderes.`,
    keptOlderCopy: (name) => `${name} hat die ältere Kopie behalten; in einer neueren steht etwas anderes.`,

    quotationsThatDiffer: 'Abweichende Zitate',

    wordsThen: 'Damals',
    wordsNow: 'Jetzt',

    unplacedCitations: 'Belege ohne Platz',
    whyUnplaced:
      'Sie haben ihren Platz verloren, als Änderungen zusammentrafen. Was sie belegt, ist erhalten: Setzen Sie sie zurück, oder verwerfen Sie sie.',
    cannotStandHere:
      'An der Schreibmarke kann der Beleg nicht stehen. Setzen Sie sie hinter den Satz, zu dem er gehört, und versuchen Sie es erneut.',
    putItBack: 'Zurücksetzen',
  },

  collect: {
    windowKeptShut:
      'Ihr Browser hat das Fenster von Vouch nicht geöffnet. Erlauben Sie Fenster für diese Seite, und drücken Sie das Lesezeichen erneut.',

    dragItToYourBookmarks: 'Ziehen Sie es in Ihre Lesezeichenleiste; hier gibt es keine Seite zu senden.',
    whatTheBookmarkDoes:
      'Ein Lesezeichen, das die Seite, die Sie gerade lesen, an ein Briefing sendet, so wie Sie sie sehen: auch was hinter einem Abonnement oder einer Anmeldung steht. Sie wählen das Briefing, und nichts wird behalten, bevor Sie zustimmen.',
    dragThisButtonToYourBookmarks: 'Ziehen Sie diese Schaltfläche in Ihre Lesezeichenleiste:',
    sendToVouch: 'An Vouch senden',
    withoutAMouse:
      'Ohne Maus oder am Telefon: Legen Sie ein Lesezeichen von irgendeiner Seite an, und tragen Sie dies als Adresse ein.',
    bookmarkCopied: 'Kopiert. Legen Sie ein Lesezeichen an, und tragen Sie es als Adresse ein.',
    copyTheAddress: 'Adresse kopieren',
    howToUseIt:
      'Öffnen Sie einen Artikel, und drücken Sie das Lesezeichen. Wörter, die Sie ausgewählt haben, werden ein Auszug.',
    someCannotBeSent:
      'Manche Seiten lassen sich nicht senden. Speichern Sie eine solche Seite aus Ihrem Browser, und fügen Sie die Datei hinzu.',

    pageHasNoAddress:
      'Diese Seite hat keine eigene Webadresse. Nichts wurde hinzugefügt; speichern Sie sie aus Ihrem Browser, und fügen Sie die Datei hinzu.',
    pageIsLarger: (megabytes) =>
      `Diese Seite ist größer als ${megabytes}\u00a0MB. Nichts wurde hinzugefügt; kopieren Sie den Teil, den Sie brauchen, und fügen Sie ihn ein.`,

    wasAddedTo: (title, brief) => `„${title}“ wurde zu „${brief}“ hinzugefügt.`,
    selectedAreExcerpt: 'Die Wörter, die Sie ausgewählt hatten, sind ein Auszug daraus.',
    selectedNotFound:
      'Die Wörter, die Sie ausgewählt hatten, stehen nicht genau einmal und wörtlich im Text; markieren Sie sie dort.',
    openIt: 'Öffnen',
    closeThisWindow: 'Dieses Fenster schließen',
    page: 'Seite',
    withoutATitle: 'Ohne Titel',
    sentBy: 'Gesendet von',
    address: 'Adresse',
    noBriefToWriteIn:
      'Es gibt kein Briefing, in dem Sie schreiben dürfen. Legen Sie zuerst eines an, und senden Sie die Seite dann erneut.',
    intoTheBrief: 'In das Briefing',
    untitledBrief: 'Briefing ohne Titel',
    keepSelected: 'Die ausgewählten Wörter als Auszug behalten:',
    whoReadsIt:
      'Die Seite wird so aufbewahrt, wie Sie sie sehen. Alle, die das Briefing öffnen können, können sie dort lesen, auch wenn sie hinter einer Anmeldung stand.',
    addSource: 'Quelle hinzufügen',

    waitingForThePage: 'Warten auf die Seite …',
    ifNothingComes:
      'Wenn nichts kommt, speichern Sie die Seite aus Ihrem Browser, und fügen Sie die Datei hinzu.',
    thePageDidNotCome: 'Die Seite ist nicht gekommen.',
    pageCutOff:
      'Sie lässt sich nicht senden. Nichts wurde hinzugefügt; speichern Sie sie aus Ihrem Browser, und fügen Sie die Datei hinzu.',
  },

  device: {
    serverNotReached:
      'Der Server ist nicht erreichbar. Nichts wurde geändert; versuchen Sie es erneut, wenn Sie verbunden sind.',
    noRoomToKeep:
      'Es besteht keine Verbindung, und dieses Gerät hat keinen Platz, es aufzubewahren. Nichts wurde hinzugefügt; schaffen Sie Platz, oder fügen Sie es hinzu, wenn Sie verbunden sind.',
    somethingWentWrongOnOurSide:
      'Bei uns ist etwas schiefgegangen. Nichts wurde geändert; laden Sie die Seite neu, und versuchen Sie es erneut.',

    untitledBrief: 'Briefing ohne Titel',
  },

  editor: {
    headingOfLevel: (level) => `Überschrift ${level}`,
    alsoHeading: (level, marks) => `h${level} titel abschnitt heading ${marks}`,
    text: 'Text',
    aParagraph: 'Ein Absatz',
    alsoText: 'absatz fließtext paragraph',
    largest: 'Größte',
    section: 'Abschnitt',
    partOfASection: 'Teil eines Abschnitts',
    bulletedList: 'Aufzählung',
    dashAndASpace: '- und ein Leerzeichen',
    alsoBulletedList: 'liste punkte ul bullets',
    numberedList: 'Nummerierte Liste',
    oneAndASpace: '1. und ein Leerzeichen',
    alsoNumberedList: 'ol schritte reihenfolge',
    taskList: 'Aufgabenliste',
    boxAndASpace: '[ ] und ein Leerzeichen',
    alsoTaskList: 'todo checkliste haken erledigen',
    keyJudgment: 'Kernaussage',
    setApartWithItsName: 'Abgesetzt, mit Namen',
    alsoKeyJudgment: 'kasten einschätzung bewertung urteil callout key judgment',
    bottomLine: 'Fazit',
    alsoBottomLine: 'kasten bluf zusammenfassung schluss callout bottom line',
    box: 'Kasten',
    marksAndASpace: '!!! und ein Leerzeichen',
    alsoBox: 'hinweis infokasten callout box',
    indentedText: 'Eingerückter Text',
    angleAndASpace: '> und ein Leerzeichen',
    alsoIndentedText: 'blockzitat einzug blockquote',
    table: 'Tabelle',
    tableHint: 'Drei mal drei, mit Kopfzeile',
    alsoTable: 'raster zeilen spalten table',
    codeBlock: 'Codeblock',
    ticksAndASpace: '``` und ein Leerzeichen',
    alsoCodeBlock: 'quelltext pre monospace',
    dividingLine: 'Trennlinie',
    dashesOnALine: '--- in einer Zeile',
    alsoDividingLine: 'hr linie trenner waagerecht',
    listOfSources: 'Quellenverzeichnis',
    listOfSourcesHint: 'Alle angeführten Quellen, nummeriert',
    alsoListOfSources: 'literaturverzeichnis bibliografie literatur references',
    tableOfContents: 'Inhaltsverzeichnis',
    contentsHint: 'Alle Überschriften, immer aktuell',
    alsoContents: 'toc gliederung überschriften inhalt',

    moveOrChangeThisBlock: 'Diesen Block verschieben oder ändern',
    moveUp: 'Nach oben',
    moveDown: 'Nach unten',
    duplicate: 'Verdoppeln',
    deleteIt: 'Löschen',

    sourceChanged: 'Die Quelle dieses Satzes hat sich geändert',
    sourceWithdrawn: 'Eine Quelle dieses Satzes wurde zurückgezogen',

    sourceMissing: 'Quelle fehlt',
    takenOutOfTheSources: 'aus den Quellen entfernt',
    citationWithoutEvidence: 'Beleg ohne Inhalt',
    citationWithoutASource: 'Beleg ohne Quelle',
    citationOf: (sources) => `Beleg ${sources}`,

    citationInNote: (note, words) => `Beleg ${note}: ${words}`,
    footnoteSays: (letter, words) => `Fußnote ${letter}: ${words}`,
    footnoteEmpty: (letter) => `Fußnote ${letter}: leer`,

    noEvidenceHere: 'Zu diesem Beleg steht nichts in diesem Briefing.',
    noSourceCited: 'Hier wird keine Quelle mehr angeführt.',
    sourceIsMissing: 'Diese Quelle fehlt im Briefing.',
    evidenceErased: 'Belegtext getilgt',

    takenFromLibrary: 'Aus der Bibliothek übernommen und angeführt.',
    notCited: 'Nicht belegt.',

    sourcesAndPassages: 'Quellen und Textstellen',
    lookingInTheLibrary: 'Bibliothek wird durchsucht …',
    nothingToCiteYet: 'Es gibt noch nichts anzuführen.',
    nothingFound: 'Nichts gefunden.',
    addASource: 'Quelle hinzufügen …',

    contents: 'Inhalt',
    noHeadingsYet: 'Überschriften werden hier aufgelistet.',
    fromALaterVersion: 'Aus einer späteren Version: so belassen, wie es kam.',
    namedFromALaterVersion: (name) => `Aus einer späteren Version (${name}): so belassen, wie es kam.`,

    quoteAPassage: 'Eine Textstelle zitieren',
    noPassagesYet:
      'Noch keine Textstellen. Öffnen Sie eine Quelle, und markieren Sie die Wörter, die Sie zitieren möchten.',
    searchExample: (label) => `${label}: Name, Titel, Jahr oder Wörter`,

    placeOf: (place, count) => `${place} von ${count}`,
    placesReplaced: (places) =>
      `${places === 0 ? 'Keine Stelle' : plural(places, { one: 'Stelle', other: 'Stellen' })} ersetzt.`,
    findInTheBrief: 'Im Briefing suchen',
    find: 'Suchen',
    places: (count) => n(count, 'Stelle', 'Stellen'),
    inFootnotes: (below) => ` · ${below} in Fußnoten`,
    previousPlace: 'Vorherige Stelle',
    nextPlace: 'Nächste Stelle',
    matchCase: 'Groß-/Kleinschreibung beachten',
    wholeWords: 'Ganze Wörter',
    regularExpression: 'Regulärer Ausdruck',
    onlyInWhatIsSelected: 'Nur in der Auswahl',
    close: 'Schließen',
    replaceWith: 'Ersetzen durch',
    replace: 'Ersetzen',
    replaceAll: 'Alle ersetzen',

    patternNotComplete: 'Dieses Muster ist noch nicht vollständig oder nicht lesbar.',

    openingTheBrief: 'Briefing wird geöffnet …',

    footnote: 'Fußnote',
    citationWords: (words) => `Beleg ${words}`,

    removeFootnote: 'Fußnote entfernen',

    pictureNotKept:
      'Der Server ist nicht zu erreichen, und dieses Gerät hat keinen Platz für das Bild; deshalb wurde es nicht hinzugefügt. Fügen Sie es hinzu, wenn Sie verbunden sind.',
    onlyPictures:
      'Nur Bilder lassen sich in den Text setzen. Andere Dateien fügen Sie unter „Quellen“ hinzu.',

    link: 'Link',
    removeLink: 'Link entfernen',
    save: 'Speichern',
    address: 'Adresse',
    addressBegins: 'https://',
    notAnAddress: 'Zu dieser Adresse kann kein Link führen. Zu Web- und E-Mail-Adressen kann er es.',

    briefText: 'Text des Briefings',
    footnoteMissing: 'Der Text dieser Fußnote fehlt.',
    textOfTheFootnote: 'Text der Fußnote',
    copiedAsMarkdown: 'Als Markdown kopiert.',

    citation: 'Beleg',
    citationHint: 'Eine Quelle oder eine Textstelle anführen',
    alsoCitation: 'belegen anführen quelle nachweis cite citation',
    footnoteHint: 'Eine eigene Anmerkung',
    alsoFootnote: 'anmerkung notiz footnote',
    picture: 'Bild',
    pictureHint: 'PNG, JPEG, GIF oder WebP, mit Bildunterschrift',
    alsoPicture: 'abbildung foto grafik diagramm image',
    quotation: 'Zitat',
    quotationHint: 'Eine Textstelle, wörtlich',
    alsoQuotation: 'zitieren textstelle auszug quote',
    findAndReplace: 'Suchen und ersetzen',
    findInTheText: 'Im Text suchen',
    alsoFind: 'finden suche wörter ersetzen find replace',
    copyAllAsMarkdown: 'Alles als Markdown kopieren',
    copyAsMarkdown: 'Als Markdown kopieren',
    alsoCopy: 'zwischenablage export copy',
    insert: 'Einfügen',
    undo: 'Rückgängig',
    redo: 'Wiederholen',
    bold: 'Fett',
    italic: 'Kursiv',
    strikeThrough: 'Durchstreichen',
    codeWithinALine: 'Code innerhalb einer Zeile',
    alsoLink: 'adresse url verweis',
    newLineInTheParagraph: 'Neue Zeile im Absatz',
    spaceWithoutALineBreak: 'Leerzeichen ohne Umbruch',
    alsoHardSpace: 'geschütztes leerzeichen nbsp',
    typeStraightQuotationMarks: 'Gerade Anführungszeichen schreiben',
    typeQuotationMarksOfTheLanguage: 'Anführungszeichen der Sprache schreiben',
    alsoQuotationMarks: 'typografische anführungszeichen gedankenstrich apostroph smart quotes',
    alsoMove: 'umordnen verschieben',
    moveTheBlockUp: 'Block nach oben verschieben',
    moveTheBlockDown: 'Block nach unten verschieben',

    writeHere: 'Schreiben Sie, / für Überschriften, Listen und Tabellen, [@ zum Belegen',
    captionHere: 'Beschriftung: was es zeigt und woher es ist',
    heading: 'Überschrift',
    taskWords: (words) => (words ? `Aufgabe: ${words}` : 'Leere Aufgabe'),

    missingSource: 'Quelle fehlt',

    leftTables: (tables) => n(tables, 'Tabelle', 'Tabellen'),
    leftPictures: (pictures) => n(pictures, 'Bild', 'Bilder'),
    leftNotes: (notes) => n(notes, 'Fußnote', 'Fußnoten'),
    remotePictures: (pictures) => n(pictures, 'Bild, das anderswo liegt', 'Bilder, die anderswo liegen'),
    unreadPictures: (pictures) =>
      n(pictures, 'Bild, das sich nicht lesen ließ', 'Bilder, die sich nicht lesen ließen'),
    scripts: (scripts) => n(scripts, 'Skript', 'Skripte'),
    embedded: (embedded) =>
      n(
        embedded,
        'Player, Zeichnung oder Seite in der Seite',
        'Player, Zeichnungen oder Seiten in der Seite',
      ),
    formFields: (fields) => n(fields, 'Formularfeld', 'Formularfelder'),
    menus: (menus) => n(menus, 'Menü', 'Menüs'),
    comments: (comments) => n(comments, 'Kommentar', 'Kommentare'),
    trackedDeletions: (deletions) => n(deletions, 'nachverfolgte Löschung', 'nachverfolgte Löschungen'),
    deadLinks: (links) =>
      n(links, 'Link, der von hier nirgends hinführt', 'Links, die von hier nirgends hinführen'),
    tooDeep: (levels) => n(levels, 'Ebene der Verschachtelung zu viel', 'Ebenen der Verschachtelung zu viel'),
    listed: (first, last) => `${first} und ${last}`,
    leftOut: (list) => `Weggelassen: ${list}.`,
    howToAddPictures:
      'Um ein Bild hinzuzufügen, kopieren Sie es einzeln, oder speichern Sie es und ziehen es hierher.',

    readAsMarkdown: 'Als Markdown gelesen',
    keepThePlainText: 'Als reinen Text belassen',

    noRoomForPaste:
      'Es ist mehr, als in dieses Briefing passt. Nichts wurde eingefügt; fügen Sie einen Teil davon ein, oder schreiben Sie in einem anderen Briefing weiter.',

    noFilesInFootnotes:
      'Eine Fußnote nimmt Wörter und Belege auf. Setzen Sie ein Bild in den Text des Briefings.',

    pasted: 'Eingefügt',
    takingInALongText: 'Ein langer Text wird übernommen …',
    oneLongTextAtATime: 'Ein langer Text wird gerade übernommen. Fügen Sie den nächsten ein, wenn er da ist.',
    thisTableIsTooLarge: 'Diese Tabelle ist zu groß',
    tableLimit: (cells) =>
      `Ein Briefing nimmt Tabellen mit bis zu ${numberText(cells)} Zellen auf. Nichts wurde eingefügt; fügen Sie den Teil ein, den Sie brauchen.`,
    thisIsTooMuch: 'Das ist zu viel',
    addingPictures: (pictures) => `${n(pictures, 'Bild wird', 'Bilder werden')} hinzugefügt …`,

    pictureLeftOver: 'Eines Ihrer Bilder steht nicht im Text',
    pictureLeftOverMeans:
      'Es ist auf diesem Gerät aufbewahrt, und seine Abbildung ist nicht mehr im Briefing.',
    putIn: 'Einfügen',

    pictureNotHere: 'Dieses Bild ist nicht hier. Es erscheint wieder, wenn Sie verbunden sind.',
    pictureCannotBeDrawn: 'Ihr Browser kann dieses Bild nicht darstellen; vielleicht ist es beschädigt.',
    pictureWaits: 'Auf diesem Gerät aufbewahrt; es wird gesendet, sobald der Server zu erreichen ist.',
    pictureOnItsWay: (name) =>
      name === null
        ? 'Ein Bild ist unterwegs.'
        : `Ein Bild ist unterwegs; es liegt noch auf dem Gerät von ${name}.`,
    noPictureCame: 'Das Bild fehlt. Fügen Sie es noch einmal ein, oder löschen Sie die Abbildung.',
    tryAgain: 'Erneut versuchen',
    removePicture: 'Entfernen',
    describeThisPicture: 'Dieses Bild beschreiben',
    whyDescribe: 'Wer es nicht sehen kann, und Exporte erhalten diese Worte',

    describeThePicture: 'Bild beschreiben',
    describeHint: 'Für alle, die es nicht sehen können: Was zeigt es?',
    description: 'Beschreibung',

    theSourceSays: (words) => `In der Quelle steht: ${words}`,

    useTheSourcesWords: 'Wortlaut der Quelle übernehmen',

    sources: 'Quellen',
    openSource: (title) => `Quelle ${title} öffnen`,
    nothingCitedYet: 'Angeführte Quellen werden hier aufgelistet.',
    open: 'Öffnen',

    citationCannotStandHere:
      'Hier kann kein Beleg stehen. Setzen Sie die Schreibmarke in einen Absatz, eine Liste oder eine Tabelle.',

    tooDeepHere: 'Tiefer lassen sich Listen, Zitate und Tabellen nicht verschachteln. Nichts wurde geändert.',

    aColleague: 'Eine andere Person',

    selectedText: 'Ausgewählter Text',
    strikethrough: 'Durchgestrichen',
    code: 'Code',
    sectionHeading: 'Abschnittsüberschrift',
    smallerHeading: 'Kleinere Überschrift',
    cite: 'Belegen',

    addRowAbove: 'Zeile darüber einfügen',
    addRowBelow: 'Zeile darunter einfügen',
    addColumnBefore: 'Spalte davor einfügen',
    addColumnAfter: 'Spalte danach einfügen',
    headingRowOnOrOff: 'Kopfzeile ein oder aus',
    headingColumnOnOrOff: 'Kopfspalte ein oder aus',
    alignToTheStart: 'Am Anfang ausrichten',
    alignToTheEnd: 'Am Ende ausrichten',
    captionOnOrOff: 'Beschriftung ein oder aus',
    deleteRow: 'Zeile löschen',
    deleteColumn: 'Spalte löschen',
    deleteTable: 'Tabelle löschen',
  },

  export: {
    handlingMarkOfTheBrief: 'Weitergabevermerk des Briefings',
    markHint: 'Steht auf jeder Seite: etwa TLP:GREEN oder eigene Worte',
    underEmbargoUntil: 'Sperrfrist bis',

    archive: 'Archiv',
    inside: 'Intern',
    insideMeans: 'Alles: Auszüge, Notizen und Prüfungen.',
    outside: 'Extern',
    usuallyGoesOutside: '„Extern“ ist gewählt: Eine Datei dieser Art geht meist hinaus.',
    outsideMeans: 'Nur die angeführten Wörter: keine Notizen, keine Prüfungen, kein Text ringsum.',
    footnotesWithTheQuotedWords: 'Fußnoten mit den zitierten Wörtern',
    pandocCitationsInTheText: 'Pandoc-Verweise im Text',
    numbersInTheText: 'Nummern im Text',
    thePassages: 'Die Textstellen',
    sourcesAndPlacesOnly: 'Nur Quellen und Fundstellen',
    noEvidence: 'Keine: Aus der Datei lassen sich keine Belege wiederherstellen',
    fileFailed:
      'Die Datei ließ sich hier nicht erstellen. Ihr Briefing ist unverändert; laden Sie die Seite neu, und versuchen Sie es erneut.',
    picturesNotInTheFile: (pictures) =>
      pictures === 1
        ? 'Ein Bild ist nicht in der Datei'
        : `${numberText(pictures)} Bilder sind nicht in der Datei`,
    pictureInWords: 'Es war hier gerade nicht zu bekommen; an seiner Stelle steht in Worten, was es zeigt.',
    picturesOnTheirWay: (pictures) =>
      pictures === 1
        ? 'Ein Bild ist noch nicht auf dem Server und wird in der Datei fehlen. Die Datei sagt das an seiner Stelle.'
        : `${numberText(pictures)} Bilder sind noch nicht auf dem Server und werden in der Datei fehlen. Die Datei sagt das an ihrer Stelle.`,
    fileMade: (name) => `${name}: Datei erstellt.`,
    exportIt: 'Exportieren',
    cancel: 'Abbrechen',
    writing: 'Wird geschrieben …',
    download: (short) => `${short} herunterladen`,
    whoIsItFor: 'Für wen ist die Datei?',
    file: 'Datei',
    houseTemplate: 'Hausvorlage',
    looksOfVouch: 'Keine: Aussehen, wie Vouch es schreibt',
    chooseTemplate: '.docx wählen …',
    withoutTemplate: 'Ohne Vorlage',
    whatTemplateGives:
      'Übernommen werden Formatvorlagen, Seite, Ränder, Kopf- und Fußzeilen; von ihrem Text nichts.',
    cameBack: 'Ging es hinaus und kam mit Änderungen zurück?',
    bringItBack: 'Word-Datei zurückholen …',
    onlyTheWorks: 'Die Werke, die das Briefing anführt, ohne Ihre Notizen dazu.',
    citations: 'Belege',
    evidenceInTheFile: 'Belegtexte in der Datei',
    whyOutside: 'Warum es trotzdem hinausgeht',
    reasonIsRecorded: 'Festgehalten wird dies mit Ihrem Namen, dem Tag und der Art der Datei.',

    languageOfTheBrief: 'Sprache des Briefings',

    vouchNotes: 'Vouch: Nummern nach Quelle',
    noSample:
      'Ein Beispiel für diesen Stil lässt sich hier nicht zeigen. Das Briefing zitiert in ihm; öffnen Sie Export noch einmal, um eines zu sehen.',
    styleFailed:
      'Der Stil ließ sich hier nicht ausprobieren. Nichts wurde geändert; laden Sie die Seite neu, und versuchen Sie es erneut.',
    citesInStyle: (style) => `Das Briefing zitiert jetzt im Stil ${style}.`,
    citationStyle: 'Zitierstil',
    citationStyleOfTheBrief: 'Zitierstil des Briefings',
    styleFile: 'Stildatei',
    addAStyleFromAFile: 'Stil aus einer Datei hinzufügen …',
    citedAs: 'Im Text',
    listedAs: 'Im Verzeichnis',
  },

  library: {
    foundInSavedCopies: 'Gefunden in gespeicherten Kopien',
    untitledBrief: 'Briefing ohne Titel',
    inBrief: (title) => `In „${title}“`,
    andIn: (titles) => ` und ${titles.map((title) => `„${title}“`).join(', ')}`,

    plainScale: 'In Worten: amtlich, namentlich, ungenannt, Nachdruck',
    admiraltyScale: 'Admiralty-Code: A bis F',
    sourcesAreGradedIn: 'Quellen werden bewertet',
    gradesStay: 'Bereits vergebene Bewertungen bleiben, was sie waren.',

    addToABrief: 'In ein Briefing übernehmen',
    whatComesAlong: 'Die Quelle kommt mit ihren gespeicherten Kopien und den Auszügen, die Sie ankreuzen.',
    excerptsTakenOver: (taken) =>
      taken === 0
        ? 'Kein Auszug wurde übernommen.'
        : `${n(taken, 'Auszug wurde', 'Auszüge wurden')} übernommen.`,
    added: (takenOver) => `Hinzugefügt. ${takenOver}`,
    briefHadIt: (what) => `Das Briefing hatte diese Quelle schon. ${what}`,
    noBriefToWriteIn: 'Es gibt kein Briefing, in dem Sie schreiben dürfen. Legen Sie zuerst ein neues an.',
    brief: 'Briefing',
    hasItAlready: ' (hat diese Quelle)',
    excerpts: 'Auszüge',
    onlyThisBriefHasTheSource: 'Nur dieses Briefing hat die Quelle. Wählen Sie ein anderes.',
    addToBrief: 'Übernehmen',

    theGradeWasTakenBack: (byLine) => `Die Bewertung wurde zurückgenommen. ${byLine}`,
    earlierGrades: 'Frühere Bewertungen',
    takenBack: 'Zurückgenommen',
    gradeAnew: 'Neu bewerten …',
    gradeThisSource: 'Diese Quelle bewerten …',
    theSourceIs: 'Die Quelle ist',
    notGraded: 'Nicht bewertet',
    takeTheGradeBack: 'Bewertung zurücknehmen',
    why: 'Begründung',
    whoReadsWhy: 'Alle, in deren Briefings dieses Werk steht, lesen sie.',
    save: 'Speichern',
    cancel: 'Abbrechen',

    inBriefs: (briefs) =>
      briefs === 0 ? 'In keinem Briefing' : `In ${plural(briefs, { one: 'Briefing', other: 'Briefings' })}`,
    citedTimes: (cited) =>
      cited === 0 ? 'nicht angeführt' : cited === 1 ? 'einmal angeführt' : `${times(cited)} angeführt`,
    noTextHeld: 'kein Text vorhanden',

    firstReportedBy: (origin) => `Zuerst berichtet von ${origin}`,

    lookingItUp: 'Wird nachgeschlagen …',
    tryAgain: 'Erneut versuchen',
    addToABriefNext: 'In ein Briefing übernehmen …',
    excerptsCount: (count) => n(count, 'Auszug', 'Auszüge'),
    noSentenceRestsOnItYet: 'Noch stützt sich kein Satz darauf.',
    aCitationWithoutWords: 'Ein Beleg ohne Wörter',
    lostItsPlace: '(ohne Platz)',
    notNamed: ' (ungenannt)',
    origins: (origins) => (origins === 1 ? 'Ein Ursprung' : n(origins, 'Ursprung', 'Ursprünge')),

    library: 'Bibliothek',
    searchLabel: 'Titel, Personen, Medien und die Wörter aller gespeicherten Kopien durchsuchen',
    searchExample: 'Lagebericht, Путин oder Putin, 2024 …',
    noSourceYet: 'In Ihren Briefings gibt es noch keine Quelle.',
    howToBegin:
      'Öffnen Sie ein Briefing, und fügen Sie eine Quelle hinzu: Sie erscheint hier, mit jedem Satz, der sich auf sie stützt.',
    nothingHasInIt: (q) => `„${q}“ kommt nirgends vor.`,
    nothingFoundWhere:
      'Weder in einem Titel oder Namen noch in einer gespeicherten Kopie der Briefings, die Sie lesen dürfen.',
    works: (total) => n(total, 'Werk', 'Werke'),
    showMore: 'Mehr zeigen',
    foundInSavedCopiesCount: (count) =>
      count === 0
        ? 'In keiner gespeicherten Kopie gefunden'
        : `Gefunden in ${plural(count, { one: 'gespeicherten Kopie', other: 'gespeicherten Kopien' })}`,
  },

  pages: {
    cannotBeOpened: 'Vouch lässt sich gerade nicht öffnen.',
    tryAgain: 'Erneut versuchen',
    notSignedIn: 'Sie sind hier nicht angemeldet.',
    howToSignIn:
      'Öffnen Sie die Anmeldeadresse, die der Server beim Start ausgegeben hat, oder einen Link, den Sie von jemandem aus Ihrem Team erhalten haben.',
    textStaysHere: 'Was Sie auf diesem Gerät geschrieben haben, bleibt hier, bis Sie sich wieder anmelden.',

    briefs: 'Briefings',
    newBrief: 'Neues Briefing',
    noBriefYet: 'Hier gibt es noch kein Briefing.',
    howToBegin:
      'Beginnen Sie ein neues, auf einer leeren Seite oder mit einer Vorlage, oder importieren Sie eines: eine Word- oder Markdown-Datei oder ein Archiv aus Vouch.',

    joinABrief: 'Einem Briefing beitreten',
    opening: 'Wird geöffnet …',
    untitledBrief: 'Briefing ohne Titel',
    invitesYou: (by, roleName, roleMeaning) =>
      `${by} lädt Sie zu diesem Briefing ein, mit der Rolle „${roleName}“: Wer sie hat, ${roleMeaning}.`,
    joinAs: (name) => `Als ${name} beitreten`,
    join: 'Beitreten',

    signIn: 'Anmelden',
    wholeAddressNeeded:
      'Öffnen Sie die ganze Anmeldeadresse, die der Server beim Start ausgegeben hat; sie endet mit einem Schlüssel.',
    goToYourBriefs: 'Zu Ihren Briefings',
    signingIn: 'Anmeldung läuft …',
    welcomeToVouch: 'Willkommen bei Vouch',
    firstOneHere: 'Sie sind als Erste oder Erster hier: Dieser Arbeitsbereich wird Ihrer.',
    begin: 'Beginnen',

    nothingHere: 'Unter dieser Adresse ist nichts.',
    addressMayBeCut: 'Vielleicht ist die Adresse abgeschnitten, oder das Briefing wurde gelöscht.',

    library: 'Bibliothek',
    pageTitle: (title) => `${title} · Vouch`,
    places: 'Orte',

    yourName: 'Ihr Name',
    nameHint: 'So, wie andere ihn neben dem sehen, was Sie schreiben.',
    nameMissing: 'Geben Sie einen Namen an, damit alle wissen, wer was geschrieben hat.',
  },

  palette: {
    paletteTitle: 'Befehle, Überschriften und Quellen',
    searchLabel: 'Befehle, Überschriften und Quellen durchsuchen',
    searchExample: 'Ein Befehl, eine Überschrift, eine Quelle',
    esc: 'Esc',
    nothingFound: 'Nichts hier heißt so. Um Wörter im Text zu suchen, wählen Sie „Suchen und ersetzen“.',

    keyboardShortcuts: 'Tastenkürzel',
  },

  presence: {
    peopleHereNow: 'Gerade anwesend',
    countHereNow: (count) => `${n(count, 'Person', 'Personen')} gerade anwesend`,
    you: '(Sie)',
  },

  roles: {
    owner: 'Leitung',
    editor: 'Bearbeitung',
    commenter: 'Kommentierung',
    viewer: 'Lesezugriff',
    writesAndDecidesWhoIsIn: 'schreibt und entscheidet, wer dabei ist',
    writesAndAddsSources: 'schreibt und belegt',
    reads: 'liest',
  },

  sharing: {
    links: 'Links',
    madeOnDayBy: (day, createdBy) => `erstellt am ${day} von ${createdBy}`,
    ends: (day) => `endet am ${day}`,
    withoutAnEnd: 'ohne Ende',
    usedTimes: (used) =>
      used === 0 ? 'noch nicht benutzt' : used === 1 ? 'einmal benutzt' : `${times(used)} benutzt`,
    takeBackTheLinkMade: (roleName, day) => `Link für „${roleName}“ vom ${day} zurücknehmen`,
    takeBack: 'Zurücknehmen',

    inviteByLink: 'Mit Link einladen',
    whoOpensItBecomes: 'Rolle beim Öffnen',
    endsAfterIfEver: 'Gilt bis (falls begrenzt)',
    makeLink: 'Link erstellen',
    link: 'Link',
    linkShownOnlyNow: 'Kopieren Sie ihn jetzt: Dieser Link wird nur dieses eine Mal gezeigt.',
    linkIsCopied: 'Kopiert. Dieser Link wird nur dieses eine Mal gezeigt.',
    whoOpensTheLink: 'Wer ihn öffnet, gibt einen Namen an und ist dabei.',
    notCopiedYet: 'Der Link ist noch nicht kopiert. Wenn dies geschlossen ist, kann ihn niemand mehr sehen.',
    copyAndClose: 'Kopieren und schließen',
    closeWithoutIt: 'Ohne Link schließen',
    linkCopied: 'Link kopiert.',
    copyLink: 'Link kopieren',

    people: 'Personen',
    you: '(Sie)',
    roleOf: (name) => `Rolle von ${name}`,
    takeOutPerson: (name) => `${name} entfernen`,
    takeOut: 'Entfernen',

    publish: 'Veröffentlichen',
    whatPublishingDoes:
      'Eine Seite für alle, die das Briefing so lesen sollen, wie es jetzt ist. Sie bleibt, wie sie ist, während Sie weiterschreiben; zu sehen sind die angeführten Wörter, von wem sie stammen und wer sie geprüft hat, aber keine Notizen.',
    notBefore: 'Nicht zu lesen vor (falls überhaupt)',
    openly: 'Offen',
    whatOpenlyMeans: 'Suchmaschinen dürfen sie auflisten. Sonst liest sie, wer die Adresse hat.',
    whyOutside: 'Warum es trotzdem hinausgeht',
    reasonIsRecorded: 'Festgehalten wird dies mit Ihrem Namen und dem Tag.',
    publishThisVersion: 'Diese Fassung veröffentlichen',
    addressOfThePage: 'Adresse der Seite',
    addressCopied: 'Adresse kopiert.',
    copyAddress: 'Adresse kopieren',

    passedOnAllTheSame: 'Trotzdem weitergegeben',
    againstMarkOrEmbargo: (count) =>
      `${count === 1 ? 'Einmal' : times(count)} gegen den Vermerk einer Quelle oder eine Sperrfrist. Das Letzte zuerst.`,
    publishedPage: 'Veröffentlichte Seite',

    share: 'Teilen',

    publishedVersions: 'Veröffentlichte Fassungen',
    version: (number) => `Fassung ${number}`,
    copyTheAddressOfVersion: (number) => `Adresse von Fassung ${number} kopieren`,
    takeBackVersionForGood: (number) => `Fassung ${number} endgültig zurücknehmen`,
    onDayBy: (day, by) => `am ${day} von ${by}`,
    takenBack: (day) => `zurückgenommen am ${day}`,
    fromMoment: (moment) => `ab ${moment}`,
    openToSearchEngines: 'offen für Suchmaschinen',
    forWhoHasTheAddress: 'für alle mit der Adresse',
  },

  sources: {
    pasteText: 'Text einfügen',
    file: 'Datei',
    webAddress: 'Webadresse',
    references: 'Literatur',
    withoutText: 'Ohne Text',
    addSource: 'Neue Quelle',
    howToAddIt: 'Wie sie hinzukommt',

    stop: 'Anhalten',
    sending: 'Wird gesendet',
    waitingForOtherFiles: 'Wartet auf andere Dateien:',
    reading: 'Wird gelesen',
    pages: 'Seiten',
    pagesExample: 'Zum Beispiel 1-200.',
    readThesePages: 'Diese Seiten lesen',
    leaveItOut: 'Weglassen',

    moreForAllSources: 'Mehr zu allen Quellen',
    checkAllAgain: 'Alle erneut prüfen',
    checkAllOnASchedule: 'Alle regelmäßig prüfen …',

    area: 'Ausschnitt',
    howToDraw: 'Umrahmen Sie, was Sie meinen, mit der Maus oder den Pfeiltasten.',
    takeThisArea: 'Diesen Ausschnitt nehmen',
    cancel: 'Abbrechen',
    markAnArea: 'Ausschnitt markieren',

    areaKeys: (label, said) =>
      `${label}. Pfeiltasten verschieben den Ausschnitt, mit der Umschalttaste ändern sie seine Größe, die Eingabetaste nimmt ihn. ${said}`,
    areaAt: (x, y, width, height) =>
      `Von links ${x}\u00a0%, von oben ${y}\u00a0%, ${width}\u00a0% breit, ${height}\u00a0% hoch.`,
    noAreaYet: 'Noch kein Ausschnitt.',

    theAreaOfThePicture: 'Der Ausschnitt des Bildes',

    tryAgain: 'Erneut versuchen',
    pictureNotRead:
      'Ein Bild liest keine Maschine. Was es zeigt, wird als Auszug in Ihren Worten aufbewahrt, mit seinem Ausschnitt.',
    pictureCannotBeDrawn:
      'Ihr Browser kann dieses Bild nicht darstellen; vielleicht ist es beschädigt. Seine Auszüge sind trotzdem hier.',
    areaOf: (title) => `Ausschnitt von ${title}`,

    whatTheAreaShows: 'Was der Ausschnitt zeigt',
    addWordsByHand: 'Wörter von Hand hinzufügen',
    shownAsTranscript: (name) => `Sie werden als Abschrift von ${name} gezeigt, nicht maschinell geprüft.`,
    addExcerpt: 'Auszug hinzufügen',
    wordsInIt: 'Wörter darin',
    wordsAsSaidOrWritten: 'Wörter wie gesagt oder geschrieben',
    wordsInItHint: 'So, wie sie dort stehen. Ein Bild ohne Wörter braucht stattdessen eine Notiz.',
    heldBy: 'Liegt bei',
    heldByHint: 'Wo sich die Aufnahme oder das Papier einsehen lässt',
    myNote: 'Meine Notiz',

    availableOffline: (available, count) =>
      `Offline verfügbar: ${numberText(available)} von ${plural(count, { one: 'Quelle', other: 'Quellen' })}`,
    markedNotKept: (marked) =>
      `; ${n(marked, 'Quelle mit Vermerk', 'Quellen mit Vermerk')} nicht auf diesem Gerät`,
    keepMarkedSources: (marked) =>
      `Auch ${n(marked, 'Quelle mit Vermerk', 'Quellen mit Vermerk')} auf diesem Gerät aufbewahren. Wer diesen Browser benutzen kann, könnte ${marked === 1 ? 'sie' : 'sie alle'} dann lesen, bis Sie sich abmelden.`,

    willBeLookedAt: 'Die Adresse wird angesehen, sobald sie an der Reihe ist.',
    couldNotBeChecked: (when, why) => `Ließ sich nicht prüfen (${when}). ${why}`,
    unchangedChecked: 'Unverändert, geprüft:',
    changedChecked: 'Geändert, geprüft:',
    checkedDailyUntil: (day) => `Täglich geprüft bis ${day}`,
    checkedWeeklyUntil: (day) => `Wöchentlich geprüft bis ${day}`,
    setBy: (by) => `, eingerichtet von ${by}`,

    whatFiles:
      'Ziehen Sie Dateien hierher, oder wählen Sie sie: PDF, Word, Webseiten (.html, .mhtml), Text, Bilder oder eine Literaturliste (.bib, .ris, .json, Export aus Zotero als .zip).',
    wordsAreKept: 'Die Wörter bleiben genau so, wie sie in der Datei stehen.',
    chooseFiles: 'Dateien wählen',
    filesToAddAsSources: 'Dateien, die als Quellen hinzukommen',

    dropToAddAsASource: 'Loslassen, um als Quelle hinzuzufügen',

    editExcerpt: 'Auszug bearbeiten',
    save: 'Speichern',
    howItStandsAsInformation: 'Bewertung als Information',
    notGraded: 'Nicht bewertet',

    detailsOfTheSource: 'Angaben zur Quelle',
    markHint: 'Wie weit sie weitergegeben werden darf: etwa TLP:AMBER',
    underEmbargoUntil: 'Sperrfrist bis',

    excerptDeleted: 'Auszug gelöscht.',
    nothingCitedIt: 'Nichts führte ihn an.',
    putBack: 'Zurücklegen',
    evidenceErasedBy: (name) => `Belegtext getilgt von ${name}`,
    noWordsWereTyped: 'Es wurden keine Wörter eingegeben.',
    myNoteNote: (note) => `Meine Notiz: ${note}`,
    tags: 'Schlagwörter',
    citedTimes: (cited) =>
      cited === 0 ? 'noch nicht angeführt' : cited === 1 ? 'einmal angeführt' : `${times(cited)} angeführt`,
    openAtTheArea: 'Beim Ausschnitt öffnen',
    openAtThePassage: 'Bei der Textstelle öffnen',
    quote: 'Zitieren',
    cite: 'Belegen',
    quoteInline: 'Im Satz zitieren',
    edit: 'Bearbeiten',
    deleteIt: 'Löschen',

    says: (who) => `Sagt: ${who}`,
    saysNotNamed: (who) => `Sagt: ${who} (ungenannt)`,
    viaLine: (via) => `Über: ${via}`,
    heldByWhom: (heldBy) => `liegt bei: ${heldBy}`,

    nothingTakenYet: 'Aus dieser Quelle wurde noch nichts entnommen.',
    howToTakeFromText: 'Markieren Sie eine Stelle in ihrem Text.',
    howToTakeWithoutText:
      'Ihr Text liegt hier nicht vor. Geben Sie die gesagten oder geschriebenen Wörter ein, und wo sie stehen.',
    excerpts: 'Auszüge',

    inTheTexts: 'In den Texten',
    places: (places) => n(places, 'Stelle', 'Stellen'),

    fetchedWhenOnline: 'Die Adresse wird abgerufen, sobald Verbindung besteht.',
    addressExample: 'https://…',
    howPagesAreFetched:
      'Die Seite wird so abgerufen, wie alle sie sehen. Lesen Sie sie mit einem Abonnement oder einer Anmeldung, dann',
    sendItFromYourBrowser: 'senden Sie sie aus Ihrem Browser',
    orAddTheFile: ', oder speichern Sie sie dort, und fügen Sie die Datei hinzu.',

    worksAdded: (works) =>
      works === 0 ? 'Kein Werk wurde hinzugefügt' : `${n(works, 'Werk wurde', 'Werke wurden')} hinzugefügt`,
    hereAlready: (works) => `${numberText(works)} ${works === 1 ? 'war' : 'waren'} schon hier`,
    couldNotBeRead: (works) => `${numberText(works)} ${works === 1 ? 'ließ' : 'ließen'} sich nicht lesen`,
    line: (line, why) => `Zeile ${line}: ${why}`,
    withCopiesAndExcerpts: (sum, copies, excerpts) =>
      `${sum}. Gespeicherte Kopien: ${numberText(copies)}, Auszüge: ${numberText(excerpts)}.`,

    where: 'Fundstelle',
    fromTo: 'Von, bis',
    number: 'Nummer',

    paragraphMarked: 'Absatz markiert. Die Eingabetaste zitiert ihn, Tab führt zu mehr.',

    mergeWithAnotherSource: 'Mit einer anderen Quelle zusammenführen',
    whatMergingDoes: (title) =>
      `„${title}“ wird ein Teil der Quelle, die Sie wählen: Auszüge, Belege und gespeicherte Kopien gehen dorthin. Das lässt sich zurücknehmen.`,
    merge: 'Zusammenführen',
    noOtherSource: 'In diesem Briefing gibt es keine andere Quelle.',
    theSameWorkAs: 'Dasselbe Werk wie',

    mergedInto: (name) => `Zusammengeführt von ${name} mit`,
    undoTheMerge: 'Zusammenführung rückgängig machen',
    partOfIt: (title, name, day) => `„${title}“ wurde von ${name} damit zusammengeführt, ${day}.`,

    noTitleIsKnown: 'Es ist kein Titel bekannt.',
    noDateIsKnown: 'Es ist kein Datum bekannt.',
    noAddressIsKnown: 'Es ist keine Adresse bekannt.',

    addOne: 'Angeben',
    leaveOpen: 'Offen lassen',

    sameCopy: 'Diese Kopie ist schon hier. Nichts wurde hinzugefügt.',
    newSavedCopyAdded: 'Neue gespeicherte Kopie hinzugefügt.',
    addANewerCopy: 'Neuere Kopie hinzufügen',
    whatANewerCopyDoes:
      'Die vorhandene Kopie bleibt. Sätze, deren Wörter in der neueren anders lauten, werden gekennzeichnet, und andere Briefings, die das Werk verwenden, erfahren davon.',
    chooseAFile: 'Datei wählen',
    addTheText: 'Text hinzufügen',
    itsTextNow: 'Der Text, wie er jetzt lautet',
    newerCopyHint: 'Fügen Sie den ganzen Text ein, oder wählen Sie eine Datei.',
    fileWithTheNewerCopy: 'Datei mit der neueren Kopie',

    pagesWereRead: (pages) => `Die Seiten ${pages} wurden gelesen.`,
    readOtherPages: 'Andere Seiten lesen',
    whatPagesWereRead: (read) =>
      `Von dieser Datei wurden die Seiten ${read} gelesen. Sie bleiben eine eigene gespeicherte Kopie, mit den Auszügen, die daraus entnommen wurden.`,
    otherPagesExample: 'Zum Beispiel 201-400; höchstens 500.',

    page: (label) => `Seite ${label}`,

    pagesOf: (title) => `Seiten von ${title}`,
    scanHint:
      'Dies ist ein Scan: Keine Maschine liest seine Wörter. Markieren Sie einen Ausschnitt, und geben Sie ein, was dort steht.',
    sizeOfThePages: 'Größe der Seiten',
    smaller: 'Kleiner',
    larger: 'Größer',
    openingThePages: 'Seiten werden geöffnet …',
    thePagesCannotBeDrawn: 'Die Seiten lassen sich nicht darstellen.',
    andTextIsHere: (what) => `${what} Der Text und seine Auszüge sind trotzdem hier.`,
    readTheText: 'Text lesen',
    areaOfPage: (label) => `Ausschnitt von Seite ${label}`,
    wordsInNoParagraph:
      'Diese Wörter stehen in keinem Absatz des Textes: in einer Überschrift, die jede Seite wiederholt, oder in einem Bild. Fügen Sie sie unter „Auszüge“ von Hand hinzu.',

    notReferences:
      'Das ist weder BibTeX noch RIS noch CSL-JSON. Nichts wurde hinzugefügt; exportieren Sie die Liste in einem dieser Formate erneut.',
    referencesExample: 'Fügen Sie BibTeX, RIS oder CSL-JSON ein, wie Zotero und andere es exportieren.',
    zoteroHint:
      'Mit den Dateien: Exportieren Sie in Zotero einen Ordner mit „Dateien exportieren“ und „Anmerkungen einschließen“, packen Sie ihn als .zip, und wählen Sie diese. Was darin hervorgehoben wurde, wird zu Auszügen.',
    addReferences: 'Literaturangaben hinzufügen',
    fileOfReferences: 'Datei mit Literaturangaben',

    text: 'Text',
    pasteTextHint: 'Fügen Sie den ganzen Text hier ein. Er bleibt, wie er ist.',
    structureIsKept: 'Überschriften, Listen und Tabellen bleiben erhalten.',
    keepTheTextAlone: 'Nur den Text behalten',

    readByAll:
      'Alle, die dieses Briefing öffnen können, können lesen, was Sie hier schreiben, auch Namen. Lassen Sie weg, wer nicht bekannt werden darf.',

    goThroughTheParagraphs: 'Durch die Absätze gehen',
    markParagraph: 'Absatz markieren; noch einmal: zitieren',
    markByWord: 'Wortweise markieren, mit Alt zeichenweise',
    markBySentence: 'Satzweise markieren',
    goToActions: 'Zu Zitieren, Belegen, Notiz',
    letGo: 'Loslassen',
    findInThisSource: 'In dieser Quelle suchen',
    keysInTheText: 'Tasten im Text',

    placeOf: (place, count) => `${place} von ${count}`,
    notFound: 'Nicht gefunden',
    previousPlace: 'Vorherige Stelle',
    nextPlace: 'Nächste Stelle',
    stopSearching: 'Suche beenden',

    howToMark: 'Markieren Sie hier Wörter, um sie in Ihrem Text zu zitieren oder als Beleg anzuführen.',
    textOf: (title) => `Text von ${title}`,
    excerpt: 'Auszug',

    savedCopy: 'Gespeicherte Kopie',
    savedCopyWhen: (when) => `Gespeicherte Kopie, ${when}`,
    openingTheSavedCopy: 'Gespeicherte Kopie wird geöffnet …',
    excerptsAreHere: 'Ihre Auszüge und was sie anführt, sind trotzdem hier.',
    shownAs: 'Ansicht',

    everyDay: 'Jeden Tag',
    everyWeek: 'Jede Woche',
    scheduleTitle: 'Regelmäßig prüfen',
    scheduleForAll: 'Alle regelmäßig prüfen',
    whatAScheduleDoes:
      'Der Server sieht sich die Adresse an. Lautet der Text dort anders, wird er zu einer neuen gespeicherten Kopie unter Ihrem Namen, und die Sätze, die sich auf geänderte Wörter stützen, werden gekennzeichnet.',
    stopChecking: 'Nicht mehr prüfen',
    set: 'Einrichten',
    howOften: 'Wie oft',
    until: 'Bis',

    excerptKept: 'Auszug aufbewahrt.',
    markedPassage: 'Markierte Textstelle',
    whoSaysThis: 'Wer sagt das?',
    keepAsExcerpt: 'Als Auszug behalten',

    kind: 'Art',
    title: 'Titel',
    author: 'Verfasst von',
    authorHint: 'Nachname, Vorname; mehrere durch Semikolon getrennt',
    outletOrPublisher: 'Medium oder Verlag',
    date: 'Datum',
    dateExample: '3. Mai 2024, Mai 2024 oder 2024',
    address: 'Adresse',
    addressBegins: 'https://',
    firstReportedBy: 'Zuerst berichtet von',
    originHint: 'Woher dieses Werk es hat, falls es weitergibt, was andere berichtet haben',

    newsArticle: 'Zeitungsartikel',
    magazineArticle: 'Magazinartikel',
    journalArticle: 'Zeitschriftenaufsatz',
    report: 'Bericht',
    webPage: 'Webseite',
    post: 'Beitrag',
    blogPost: 'Blogbeitrag',
    broadcast: 'Sendung',
    video: 'Video',
    audioRecording: 'Tonaufnahme',
    picture: 'Bild',
    interview: 'Interview',
    speech: 'Rede',
    book: 'Buch',
    chapter: 'Buchkapitel',
    lawOrDecree: 'Gesetz oder Verordnung',
    personalCommunication: 'Persönliche Mitteilung',
    otherDocument: 'Anderes Dokument',

    savedCopyDay: (day) => `Gespeicherte Kopie, ${day}`,
    noTextHeld: 'Kein Text vorhanden',

    sourcesFound: (count) =>
      count === 0 ? 'Keine Quelle gefunden.' : `${n(count, 'Quelle', 'Quellen')} gefunden.`,
    nothingFound: 'Keine Quelle heißt so, und kein Auszug enthält diese Wörter.',
    sources: 'Quellen',
    searchSources: 'Quellen durchsuchen',
    search: 'Suchen',
    noSourceYet: 'In diesem Briefing gibt es noch keine Quelle.',
    howToBegin:
      'Fügen Sie Text ein, oder ziehen Sie eine Datei hierher: PDF, Word, eine gespeicherte Seite oder Text.',
    ofThisBrief: 'Zu diesem Briefing',
    unusedExcerptsN: (count) => `Freie Auszüge ${count}`,
    unusedExcerpts: 'Freie Auszüge',

    takenOutOfTheList: 'Aus der Liste entfernt.',
    whatStays: 'Ihre Auszüge bleiben, ebenso, was sie anführt.',
    moreFor: (title) => `Mehr zu ${title}`,
    citeTheSource: 'Quelle anführen',
    editDetails: 'Angaben bearbeiten',
    mergeWith: 'Zusammenführen mit …',
    checkAgain: 'Erneut prüfen',
    scheduleNext: 'Regelmäßig prüfen …',
    addANewerCopyNext: 'Neuere Kopie hinzufügen …',
    readOtherPagesNext: 'Andere Seiten lesen …',
    withdraw: 'Zurückziehen …',
    takeTheWithdrawalBack: 'Nicht länger zurückziehen …',
    removeFromTheList: 'Aus der Liste entfernen',

    willBeSentWhenOnline: 'wird gesendet, sobald Verbindung besteht',
    excerptsCount: (count) => n(count, 'Auszug', 'Auszüge'),
    firstReportedByWhom: (origin) => `Zuerst berichtet von ${origin}`,

    allSources: 'Alle Quellen',
    openTheAddress: 'Adresse öffnen',
    evidenceErased: (name, day, why) => `Belegtext getilgt von ${name}, ${day}: ${why}`,
    takenOutOfTheListBy: (name) => `Von ${name} aus der Liste entfernt.`,
    ofThisSource: 'Zu dieser Quelle',
    excerptsN: (count) => `Auszüge ${count}`,

    commasBetweenThem: 'Durch Kommas getrennt',
    tagsOfThisBrief: 'Schlagwörter dieses Briefings',

    takeBackTitle: 'Nicht länger zurückziehen',
    whatTakingBackDoes:
      'Jedes Briefing des Arbeitsbereichs, das das Werk verwendet, erfährt davon, mit Ihrem Namen und der Begründung. Die Sätze, die es anführen, sind hier nicht länger gekennzeichnet.',
    takeItBack: 'Zurücknehmen',
    reason: 'Begründung',

    translations: 'Übersetzungen',
    translation: (number) => `Übersetzung ${number}`,
    language: 'Sprache',
    languageExample: 'en, de, fr-CA',
    translatedBy: 'Übersetzt von',
    removeTranslation: (number) => `Übersetzung ${number} entfernen`,
    addATranslation: 'Übersetzung hinzufügen',

    theSameWork: 'Dasselbe Werk?',
    looksLike: (title) => `Das sieht aus wie „${title}“, und dieses Werk ist schon hier.`,
    addAsCopy: 'Dort als neue Kopie hinzufügen',
    mergeWithIt: 'Damit zusammenführen',
    keepApart: 'Getrennt lassen',

    everyExcerptIsUsed: 'Jeder Auszug ist verwendet.',
    unusedWaitHere: 'Was Sie einer Quelle entnehmen und noch nicht anführen, wartet hier.',
    sourceMissing: 'Quelle fehlt',

    fileTooLarge: (megabytes) =>
      `Die Datei ist größer als ${megabytes}\u00a0MB. Nichts wurde hinzugefügt; teilen Sie sie auf.`,
    scanAdded:
      'Dies ist ein Scan: Er enthält keinen Text. Er wurde hinzugefügt; markieren Sie einen Ausschnitt auf einer Seite, und geben Sie die Wörter ein, die dort stehen.',
    sourcesAdded: (count) => `${count} Quellen hinzugefügt.`,
    stopped: 'Angehalten. Was vorher hinzugefügt wurde, bleibt.',

    lookingAtTheAddressAgain: 'Die Adresse wird erneut angesehen …',
    unchanged: 'Unverändert.',
    hasChanged: 'Sie hat sich geändert: Es gibt eine neue gespeicherte Kopie.',
    willBeChecked: (sources) =>
      sources === 0
        ? 'Keine Quelle wird angesehen.'
        : `${n(sources, 'Quelle wird', 'Quellen werden')} angesehen, je zwei gleichzeitig.`,

    noPlaceAtCaret: 'An der Schreibmarke ist kein Platz dafür.',
    howToPlaceIt: (what) =>
      `${what} Setzen Sie die Schreibmarke in einen Absatz des Briefings, und versuchen Sie es erneut.`,
    excerptIsKept: 'Der Auszug ist aufbewahrt.',
    sourceCited: 'Quelle angeführt.',
    nothingWasChanged: 'Nichts wurde geändert.',
    excerptCited: 'Auszug angeführt.',
    quotationAdded: 'Zitat hinzugefügt.',
    wordsQuoted: 'Wörter zitiert.',

    theyAreTwoSourcesAgain: 'Es sind wieder zwei Quellen.',
    nowAPartOf: (title) => `Jetzt ein Teil von „${title}“.`,
    whatWentThere: 'Auszüge, Belege und gespeicherte Kopien sind mitgegangen.',
    undo: 'Rückgängig',

    listTooLarge: (megabytes) =>
      `Die Liste ist größer als ${megabytes}\u00a0MB. Nichts wurde hinzugefügt; exportieren Sie sie in Teilen.`,
    listStopped: 'Angehalten. Die Werke, die vorher kamen, bleiben.',

    addressesThatWait: 'Wartende Adressen',
    willBeFetchedWhenOnline: 'Wird abgerufen, sobald Verbindung besteht',
    remove: 'Entfernen',

    nameOrDescription: 'Name oder Beschreibung',
    sayerExample: 'Ministerin, Behördenkreise',
    role: 'Funktion',
    namedInTheSource: 'In der Quelle namentlich genannt',
    via: 'Über',
    viaHint:
      'Was dazwischen lag: ein Bericht, ein Hintergrundgespräch. Eines je Zeile, zuletzt, was dieser Quelle am nächsten ist.',

    retracted: 'Widerrufen',
    correctedByItsPublisher: 'Vom Verlag berichtigt',
    discredited: 'Nicht mehr glaubwürdig',
    withdrawThisSource: 'Diese Quelle zurückziehen',
    whatWithdrawingDoes:
      'Jedes Briefing des Arbeitsbereichs, das das Werk verwendet, erfährt davon, mit Ihrem Namen und der Begründung. Nichts wird gelöscht.',
    withdrawIt: 'Zurückziehen',
    whatHappened: 'Was geschehen ist',

    goesOnCitingIt: (name) => ` · ${name} führt sie weiter an`,

    whatIsWithoutText:
      'Für ein Interview, eine Video- oder Tonaufnahme, einen Beitrag oder ein Papier, das anderswo liegt. Sie geben dann die Wörter ein, wie Sie sie gehört oder gelesen haben, mit Zeit oder Seite und wo es liegt. Ein Bild oder einen Scan, den Sie haben, fügen Sie als Datei hinzu.',
  },

  ui: {
    cannotCopyHere:
      'Dieser Browser lässt hier keine Seite kopieren: Wählen Sie den Text aus, und kopieren Sie ihn selbst.',

    yesterday: 'gestern',
    todayAt: (time) => `heute, ${time}`,

    close: 'Schließen',

    stoppedWorking: (label) => `${label}: funktioniert nicht mehr.`,
    textIsKept:
      'Was Sie geschrieben haben, ist auf diesem Gerät aufbewahrt und wird gesendet, sobald die Seite wieder funktioniert.',
    reloadToGoOn: 'Laden Sie die Seite neu, um weiterzumachen.',
    whatWentWrong: (message) => `Was schiefging: ${message}`,
    reloadThePage: 'Seite neu laden',
    tryWithoutReloading: 'Ohne Neuladen erneut versuchen',

    handling: 'Weitergabevermerk',

    closeMessage: 'Meldung schließen',
    messages: 'Meldungen',
  },

  word: {
    bringBack: 'Word-Datei zurückholen',
    whatItIs:
      'Wählen Sie die Word-Datei, die aus diesem Briefing exportiert und von anderen geändert wurde. Was darin anders steht, wird hier aufgelistet; Sie übernehmen es oder lassen es, Stück für Stück. Nichts ändert sich von selbst.',
    chooseTheFile: 'Word-Datei wählen',
    anotherFile: 'Andere Datei …',
    reading: 'Wird gelesen …',
    failed:
      'Die Datei ließ sich hier nicht lesen. Ihr Briefing ist unverändert; laden Sie die Seite neu, und versuchen Sie es erneut.',
    notFromHere:
      'Diese Word-Datei ging nicht aus diesem Briefing hervor: Keiner ihrer Absätze ist hier bekannt. Nichts wurde geändert. Um daraus ein neues Briefing zu machen, importieren Sie sie in der Liste der Briefings.',
    nothingOtherwise: 'In der Datei steht, was im Briefing steht. Es gibt nichts zu übernehmen.',
    allDone: 'Es gibt nichts mehr zu übernehmen oder zu lassen.',
    close: 'Schließen',
    takeAll: (changes) => (changes === 1 ? 'Übernehmen' : `Alle ${changes} übernehmen`),
    take: 'Übernehmen',
    leave: 'Lassen',
    show: 'Im Text zeigen',
    took: (changes) =>
      changes === 0 ? 'Keine Änderung übernommen.' : `${n(changes, 'Änderung', 'Änderungen')} übernommen.`,
    notTaken:
      'Sie ließ sich nicht übernehmen: Das Briefing hat sich an dieser Stelle geändert. Sie bleibt in der Liste.',
    leftCount: (changes) =>
      changes === 0 ? 'Keine Änderung weggelassen.' : `${n(changes, 'Änderung', 'Änderungen')} weggelassen.`,
    lookAgain: 'Wieder zeigen',
    changes: (changes) => n(changes, 'Änderung', 'Änderungen'),
    remarks: (remarks) => n(remarks, 'Kommentar', 'Kommentare'),
    by: (name) => name || 'Jemand',
    untracked: 'Ohne nachverfolgte Änderungen',
    alsoHere: 'Auch im Briefing wurde diese Stelle geändert, seit die Datei hinausging.',
    aboutWords: (words) => `Zu „${words}“`,
    seen: 'Erledigt',
    words: 'Wörter',
    look: 'Formatierung',
    kind: 'Art des Absatzes',
    added: 'Neuer Absatz',
    removed: 'Absatz entfernt',
    moved: 'Verschoben',
    title: 'Titel',
    note: 'Fußnote',
    picture: 'Bild',
  },

  particulars,

  refusals: {
    'not-signed-in':
      'Sie sind hier nicht angemeldet. Öffnen Sie die Anmeldeadresse, oder bitten Sie um einen Link.',
    'session-ended':
      'Ihre Sitzung ist beendet. Was Sie geschrieben haben, bleibt auf diesem Gerät; melden Sie sich wieder an, um es zu senden.',
    'not-allowed':
      'Ihre Rolle in diesem Briefing erlaubt das nicht. Bitten Sie die Leitung des Briefings um eine andere Rolle.',
    'wrong-origin':
      'Diese Adresse darf nicht mit diesem Server sprechen. Öffnen Sie Vouch unter seiner eigenen Adresse.',
    'no-such-brief': 'Dieses Briefing gibt es nicht, oder Sie gehören nicht dazu.',
    'no-such-source': 'Dieses Briefing hat keine solche Quelle.',
    'no-such-capture': 'Diese gespeicherte Kopie gibt es nicht, oder Sie dürfen sie nicht lesen.',
    erased: 'Diese gespeicherte Kopie wurde getilgt.',
    'no-such-link': 'Dieser Link funktioniert nicht. Bitten Sie um einen neuen.',
    'link-ended': 'Dieser Link ist abgelaufen oder wurde zurückgenommen. Bitten Sie um einen neuen.',
    'key-used':
      'Dieser Anmeldeschlüssel wurde schon benutzt oder ist zu alt. Starten Sie den Server neu, oder führen Sie „npx vouch user link NAME“ aus, um einen neuen zu erhalten.',
    'name-needed': 'Geben Sie Ihren Namen an: Die Personen, mit denen Sie schreiben, sehen ihn.',
    'no-such-member': 'Diese Person gehört nicht zu diesem Briefing.',
    'no-such-person': 'Diese Person gibt es in diesem Arbeitsbereich nicht.',
    'no-such-token': 'Diesen Zugangsschlüssel gibt es nicht. Nichts wurde geändert.',
    'last-owner': 'Ein Briefing braucht eine Leitung. Übertragen Sie sie zuerst einer anderen Person.',
    'no-such-page': 'Unter dieser Adresse ist nichts.',
    'not-json': 'Die Anfrage ist kein gültiges JSON. Nichts wurde geändert.',
    invalid: 'In der Anfrage fehlt etwas oder ist etwas falsch. Nichts wurde geändert.',
    'too-large': 'Das ist größer als die Obergrenze. Nichts wurde geändert.',
    'empty-text':
      'Darin steht kein Text. Nichts wurde hinzugefügt; fügen Sie den Text ein, oder wählen Sie eine andere Datei.',
    'not-text':
      'Das lässt sich nicht als Text lesen. Nichts wurde hinzugefügt; speichern Sie es als reinen Text, HTML, Word oder PDF, und versuchen Sie es erneut.',
    'unknown-kind':
      'Diese Art von Datei lässt sich nicht lesen. Nichts wurde hinzugefügt; speichern Sie sie als .pdf, .docx, .html oder .txt, oder fügen Sie den Text ein.',
    encrypted:
      'Diese Datei ist mit einem Passwort gesperrt. Nichts wurde hinzugefügt; speichern Sie eine Kopie ohne Passwort, oder fügen Sie den Text ein.',
    'range-needed':
      'Diese Datei hat zu viele Seiten, um sie auf einmal zu lesen. Nichts wurde hinzugefügt; geben Sie an, welche Seiten Sie brauchen.',
    unreadable:
      'Diese Datei ist beschädigt und lässt sich nicht lesen. Nichts wurde hinzugefügt; öffnen Sie sie in ihrem eigenen Programm, und speichern Sie sie erneut, oder fügen Sie den Text ein.',
    'needs-much':
      'Diese Datei zu lesen braucht mehr Speicher, als eine Datei haben darf. Nichts wurde hinzugefügt; speichern Sie den Teil, den Sie brauchen, als eigene Datei, oder fügen Sie den Text ein.',
    'takes-long':
      'Diese Datei zu lesen dauert länger als eine halbe Minute. Nichts wurde hinzugefügt; speichern Sie den Teil, den Sie brauchen, als eigene Datei, oder fügen Sie den Text ein.',
    'address-refused':
      'Diese Adresse öffnet der Server nicht. Nichts wurde hinzugefügt; speichern Sie die Seite aus Ihrem Browser, und fügen Sie die Datei hinzu.',
    'fetch-failed':
      'Die Seite ließ sich nicht abrufen. Nichts wurde hinzugefügt; prüfen Sie die Adresse, oder speichern Sie die Seite aus Ihrem Browser, und fügen Sie die Datei hinzu.',
    walled:
      'Statt des Artikels zeigt die Website dem Server eine Anmeldung, eine Zustimmungsseite oder eine Prüfung. Nichts wurde hinzugefügt; speichern Sie die Seite stattdessen aus Ihrem Browser, und fügen Sie die Datei hinzu.',
    'outside-capture':
      'Die Textstelle liegt außerhalb der gespeicherten Kopie. Nichts wurde hinzugefügt; markieren Sie sie erneut.',
    'no-such-publication': 'Dieses Briefing hat keine solche veröffentlichte Fassung. Nichts wurde geändert.',
    'reason-needed':
      'So ginge es hinaus, obwohl der Vermerk einer Quelle strenger ist oder eine Sperrfrist noch läuft. Nichts ging hinaus; geben Sie eine Begründung an, sie wird festgehalten.',
    'not-markdown': 'Diese Datei lässt sich nicht als Briefing lesen. Nichts wurde importiert.',
    'cannot-load':
      'Dieses Briefing lässt sich gerade nicht laden. Nichts ging verloren; versuchen Sie es erneut, oder sagen Sie es denen, die den Server betreiben.',
    'cannot-write':
      'Der Server kann gerade keine Änderungen speichern. Ihre bleiben auf diesem Gerät; versuchen Sie es später erneut.',
    damaged:
      'Ein Teil dessen, was von diesem Briefing gespeichert war, ist beschädigt; es lässt sich lesen und exportieren, aber nicht ändern. Was Sie geschrieben haben, bleibt auf diesem Gerät; die Leitung des Briefings kann es reparieren.',
    'brief-full':
      'Dieses Briefing ist so groß, wie ein Briefing sein kann; mehr passt nicht hinein. Was da ist, bleibt; löschen Sie, was nicht mehr gebraucht wird, oder beginnen Sie ein zweites Briefing, und versuchen Sie es erneut.',
    'too-many': 'Zu viele Anfragen. Warten Sie einen Augenblick, und versuchen Sie es erneut.',
  },
})
