/** A text or number that has passed a check: the brand exists for the compiler only and costs nothing at run time. */
export type Brand<Base, Name extends string> = Base & { readonly __brand: Name }
