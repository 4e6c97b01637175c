/** Answers that are worked out when they are first asked for, and kept. */

/** @internal */
export const once = <T>(workOut: () => T): (() => T) => {
  let known: { readonly answer: T } | undefined
  return () => (known ??= { answer: workOut() }).answer
}
