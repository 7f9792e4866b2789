/** Something that keeps the server from starting and that its operator can mend: one sentence, no stack. */
export class StartMistake extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'StartMistake'
  }
}
