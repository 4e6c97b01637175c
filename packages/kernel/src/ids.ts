/**
 * Ids that every machine derives alike, and stream names that can be read back.
 */
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { uuidV5 } from './hash.js'

/** The namespace of all fact ids of Quittance: UUIDv5 of the URL namespace and `urn:quittance:facts`. */
const factNamespace: string = uuidV5('6ba7b811-9dad-11d1-80b4-00c04fd430c8', 'urn:quittance:facts')

/**
 * The id of a fact: UUIDv5 of entity, stream, command id and the fact's place within the command, so that
 * the same command gives the same ids on any store, in any process, after an unknown outcome too.
 *
 * @param index - from 0
 * @law one command, one set of ids
 * @category model
 * @since 0.1.0
 */
export const factId = (entity: string, stream: string, commandId: string, index: number): string =>
  uuidV5(factNamespace, JSON.stringify([entity, stream, commandId, index]))

/** A part of a stream name with every character but letters, digits and `.` percent-escaped, so that `-` and `_` stay free as separators. */
const escapePart = (part: string): string => part.replace(/[^A-Za-z0-9.]/gu, escapedCharacter)

const escapedCharacter = (character: string): string =>
  Array.from(utf8ToBytes(character), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')

/**
 * The stream of a customer's account with one seller entity: `account-<entity>_<customer>`, each part percent-escaped.
 *
 * @law a stream name parses back to the parts it was made of
 * @example
 * accountStream('acme', 'C-17') // => 'account-acme_C%2D17'
 * @category streams
 * @since 0.1.0
 */
export const accountStream = (entity: string, customer: string): string =>
  `account-${escapePart(entity)}_${escapePart(customer)}`

/** The stream of what an entity decided for all its accounts: which policies it adopted, how far each has run. @example policiesStream('acme') // => 'policies-acme' @category streams @since 0.1.0 */
export const policiesStream = (entity: string): string => `policies-${escapePart(entity)}`

/** Whose account a stream is, or nothing when the stream is not an account. @example parseAccountStream('account-acme_C%2D17') // => { entity: 'acme', customer: 'C-17' } @category streams @since 0.1.0 */
export const parseAccountStream = (
  stream: string,
): { readonly entity: string; readonly customer: string } | undefined => {
  const match = /^account-([A-Za-z0-9.%]*)_([A-Za-z0-9.%]*)$/.exec(stream)
  if (match === null) return undefined
  try {
    return { entity: decodeURIComponent(match[1] as string), customer: decodeURIComponent(match[2] as string) }
  } catch {
    return undefined
  }
}
