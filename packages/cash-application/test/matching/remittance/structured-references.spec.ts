import { describe, expect, it } from 'vitest'
import { kidMod11Of, luhnOf, ogmOf, qrrOf, structuredReferences, viiteOf } from '../../../src/index.js'
import { bookOf, said } from './books.js'

const found = (text: string, schemes?: Parameters<typeof structuredReferences>[1]) =>
  structuredReferences(text, schemes).map(({ scheme, reference, body, span }) => [
    scheme,
    reference,
    body,
    text.slice(span.start, span.end),
  ])

describe('references with check digits in free text', () => {
  it('a creditor reference is found whole, in small letters and in printed fours', () => {
    const expected = (raw: string) => [['rf', 'RF18539007547034', '539007547034', raw]]
    expect(found('pay RF18539007547034 now')).toEqual(expected('RF18539007547034'))
    expect(found('rf18539007547034')).toEqual(expected('rf18539007547034'))
    expect(found('RF18 5390 0754 7034, thanks')).toEqual(expected('RF18 5390 0754 7034'))
  })

  it('a QR reference is found whole and in printed groups', () => {
    const reference = '210000000003139471430009017'
    expect(found(`QRR ${reference}`)).toEqual([['qrr', reference, reference.slice(0, 26), reference]])
    expect(found('21 00000 00003 13947 14300 09017').map(([scheme]) => scheme)).toEqual(['qrr'])
  })

  it('a Belgian message is found in its printed form and as twelve digits', () => {
    expect(found('+++010/8068/17183+++')).toEqual([['ogm', '010806817183', '108068171', '010/8068/17183']])
    expect(found('VCS 010806817183')).toEqual([['ogm', '010806817183', '108068171', '010806817183']])
  })

  it('one that fails its check is noise', () => {
    expect(found('RF19539007547034 210000000003139471430009018 010806817184')).toEqual([])
    expect(found('000000000000 000000000000000000000000000')).toEqual([])
  })

  it('other schemes are found only if they are asked for', () => {
    const viite = viiteOf('12345678') as string
    const luhn = luhnOf('7992739871') as string
    expect(found(`${viite} ${luhn}`)).toEqual([])
    expect(found(`viite ${viite.slice(0, 4)} ${viite.slice(4)}`, ['viite'])).toEqual([
      ['viite', viite, '12345678', `${viite.slice(0, 4)} ${viite.slice(4)}`],
    ])
    expect(found(luhn, ['luhn'])).toEqual([['luhn', luhn, '7992739871', luhn]])
  })

  it('the hyphen of modulo 11 belongs to the reference', () => {
    const bodies = Array.from({ length: 50 }, (_, at) => kidMod11Of(String(2000 + at)) as string)
    const hyphened = bodies.find((reference) => reference.endsWith('-')) as string
    expect(found(`KID ${hyphened} takk`, ['kid-mod11']).map(([, reference]) => reference)).toEqual([hyphened])
  })

  it('nothing is read across the end of a line', () => {
    expect(found('RF18 5390\n0754 7034')).toEqual([])
  })

  it('an item is named by its reference, and by the number that its reference was made from', () => {
    expect(said('RF18 5390 0754 7034', bookOf(['RF18539007547034']))).toEqual([['structured', ['RF18539007547034']]])
    expect(said('RF18 5390 0754 7034', bookOf(['539007547034']))).toEqual([['structured', ['539007547034']]])
    expect(said(`QRR ${qrrOf('4711001')}`, bookOf(['4711001']))).toEqual([['structured', ['4711001']]])
  })

  it('twelve digits in a row are not taken for a Belgian message made from a number', () => {
    const message = ogmOf('1930567021') as string
    const printed = `+++${message.slice(0, 3)}/${message.slice(3, 7)}/${message.slice(7)}+++`
    expect(said(message, bookOf(['1930567021']))).toEqual([['glued', ['1930567021']]])
    expect(said(printed, bookOf(['1930567021']))).toEqual([['structured', ['1930567021']]])
    expect(said(message, bookOf([message]))).toEqual([['structured', [message]]])
  })

  it('a reference that fails its check is not read as a slip of one that holds', () => {
    expect(said('RF18539007547043', bookOf(['RF18539007547034']))).toEqual([])
    expect(said('210000000003139471430009071', bookOf(['210000000003139471430009017']))).toEqual([])
  })
})
