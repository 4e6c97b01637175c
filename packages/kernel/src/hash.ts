/**
 * Identities by content: SHA-256 of a text, and UUIDv5 (RFC 9562) for ids that every machine derives alike.
 */
import { sha1 } from '@noble/hashes/legacy.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/** SHA-256 of a text's UTF-8 bytes, as 64 hex digits. @category model @since 0.1.0 */
export const sha256Hex = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)))

/**
 * The UUIDv5 of a name within a namespace, itself a UUID.
 *
 * @example
 * uuidV5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com') // => '2ed6657d-e927-568b-95e1-2665a8aea6a2'
 * @category model
 * @since 0.1.0
 */
export const uuidV5 = (namespace: string, name: string): string => {
  const space = hexToBytes(namespace.replaceAll('-', ''))
  const nameBytes = utf8ToBytes(name)
  const both = new Uint8Array(space.length + nameBytes.length)
  both.set(space)
  both.set(nameBytes, space.length)
  const digest = sha1(both).slice(0, 16)
  digest[6] = ((digest[6] as number) & 0x0f) | 0x50
  digest[8] = ((digest[8] as number) & 0x3f) | 0x80
  const hex = bytesToHex(digest)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
