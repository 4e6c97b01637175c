/** The case asks for something that this runner or the library does not do; it is neither passed nor failed. */
export class Unsupported extends Error {
  override readonly name: string = 'Unsupported'
}

/** Stop with the words after `unsupported: `. */
export const unsupported = (reason: string): never => {
  throw new Unsupported(reason)
}

/** The library refused what the case takes for given, so nothing that follows could be asked. */
export class GivenRefused extends Error {
  override readonly name: string = 'GivenRefused'
}
