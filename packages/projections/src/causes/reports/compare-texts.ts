/** Names in an order that is the same on every machine. */

/** By code unit, never by locale. @internal */
export const compareTexts = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)
