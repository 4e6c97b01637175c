import { describe, expect, it } from 'vitest'
import {
  isValidKidMod11,
  isValidLuhn,
  isValidOgm,
  isValidQrr,
  isValidRf,
  isValidViite,
  kidMod11Of,
  luhnOf,
  ogmOf,
  qrrOf,
  rfOf,
  viiteOf,
} from '../../../src/index.js'

const tens = Array.from({ length: 10 }, (_, value) => value)

describe('references with check digits', () => {
  it('known references are valid and their neighbours are not', () => {
    expect(isValidLuhn('79927398713')).toBe(true)
    expect(isValidViite('1234561')).toBe(true)
    expect(isValidQrr('210000000003139471430009017')).toBe(true)
    expect(isValidOgm('010806817183')).toBe(true)
    expect(isValidRf('RF18539007547034')).toBe(true)
    expect(isValidLuhn('79927398714')).toBe(false)
    expect(isValidViite('1234562')).toBe(false)
    expect(isValidQrr('210000000003139471430009018')).toBe(false)
    expect(isValidOgm('010806817184')).toBe(false)
    expect(isValidRf('RF19539007547034')).toBe(false)
  })

  it('a modulo 11 check of ten is a hyphen', () => {
    const bodies = Array.from({ length: 200 }, (_, at) => String(1000 + at))
    const hyphened = bodies.flatMap((body) => kidMod11Of(body) ?? []).filter((reference) => reference.endsWith('-'))
    expect(hyphened.length).toBeGreaterThan(0)
    expect(hyphened.every(isValidKidMod11)).toBe(true)
    expect(isValidKidMod11('12345674')).toBe(true)
  })

  it('a remainder of nothing is written 97 in Belgium', () => {
    expect(ogmOf('97')).toBe('000000009797')
    expect(isValidOgm('000000009700')).toBe(false)
  })

  it('a creditor reference has one spelling of its check digits', () => {
    for (let body = 0; body < 300; body += 1) {
      const valid = Array.from({ length: 100 }, (_, check) => `RF${String(check).padStart(2, '0')}${body}`).filter(
        isValidRf,
      )
      expect(valid).toEqual([rfOf(String(body))])
    }
  })

  it('what has the wrong form is not valid and cannot be made', () => {
    expect(['', '7', 'A1', '12 34'].some(isValidLuhn)).toBe(false)
    expect(['123', '123456789012345678901', '１２３４５６１'].some(isValidViite)).toBe(false)
    expect(['21000000000313947143000901', ''].some(isValidQrr)).toBe(false)
    expect(['RF18', 'rf18539007547034', 'RF18 5390', 'RF18539007547034\n'].some(isValidRf)).toBe(false)
    expect(['', 'x'].map(luhnOf)).toEqual([undefined, undefined])
    expect([viiteOf('12'), qrrOf('1'.repeat(27)), ogmOf('1'.repeat(11)), rfOf('a'), kidMod11Of('-')]).toEqual(
      Array.from({ length: 5 }),
    )
  })

  it('the QR reference misses 20 of 900 swaps of neighbours, whatever stands before', () => {
    const swaps = tens.flatMap((before) =>
      tens.flatMap((one) => tens.flatMap((other) => (one === other ? [] : [[before, one, other] as const]))),
    )
    const missed = swaps.filter(([before, one, other]) => {
      const reference = qrrOf(`${before}${one}${other}`) as string
      return isValidQrr(`${reference.slice(0, 24)}${other}${one}${reference.slice(26)}`)
    })
    expect([missed.length, swaps.length]).toEqual([20, 900])
  })
})
