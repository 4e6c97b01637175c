/** A file that cannot be read as cases; the message names the line where one is known. */
export class BadFile extends Error {
  override readonly name: string = 'BadFile'
  readonly line: number | undefined

  constructor(message: string, line?: number) {
    super(message)
    this.line = line
  }
}
