/** Which items a text names in full: readings of a part of a number, or of one with a slip, do not count. */
import type { IdentifierIndex } from './identifier-index.js'
import { mentionsIn } from './scan.js'

/**
 * For each mention in full the items that it may mean, in the order of the text; one that means several is for a person.
 *
 * @internal
 */
export const namedInFull = (text: string, index: IdentifierIndex): ReadonlyArray<ReadonlyArray<string>> =>
  mentionsIn(text, index)
    .mentions.filter(({ how }) => how === 'structured' || how === 'exact' || how === 'digits')
    .map(({ candidates }) => candidates)
