import { describe, expect, it } from 'vitest'
import { adapters, runCase } from '../src/index.js'
import { oneCase } from './case-files.js'

const run = (area: string, given: string, expected: string): string => {
  const { outcome, why } = runCase(oneCase(area, given, expected), adapters)
  return why === '' ? outcome : `${outcome} | ${why}`
}

describe('runCase', () => {
  it('passes what the library answers', () => {
    expect(run('terms', '{date: 2026-01-31, term: {days: 30}}', '{due: 2026-03-02}')).toBe('passed')
  })

  it('fails with what was expected and got, and where', () => {
    expect(run('terms', '{gross: 100.00, term: {equal_parts: 3}}', '{parts: [33.33, 33.34, 33.33]}')).toBe(
      'failed | expect.parts[1]: expected 33.34, got 33.33; expect.parts[2]: expected 33.33, got 33.34',
    )
  })

  it('lays each try over the rest, maps merging one level deep', () => {
    const given = '{date: 2026-01-10, term: {days: 10}, tries: [{term: {months: 1}}, {term: {days: 5}}]}'
    expect(run('terms', given, '{results: [{due: 2026-02-20}, {due: 2026-01-15}], due: 2026-01-20}')).toBe('passed')
    expect(run('terms', given, '{results: [{due: 2026-02-20}]}')).toBe(
      'unsupported | unsupported: tries without as many results',
    )
  })

  it('answers each step after it, and the rest after the last', () => {
    const given = '{invoices: [{id: A, open: 10.00}], steps: [{pay: 4.00}, {pay: 6.00}]}'
    expect(run('allocation', given, '{after_each: [{open: 6.00}, {outcome: accepted}], status: paid}')).toBe('passed')
  })

  it('calls a case unsupported for any key that it does not know', () => {
    const why = (key: string): string => `unsupported | unsupported: ${key}`
    expect(run('terms', '{date: 2026-01-10, term: {days: 10, moons: 2}}', '{due: 2026-01-20}')).toBe(why('term.moons'))
    expect(run('terms', '{date: 2026-01-10, term: {days: 10}, weather: fine}', '{due: 2026-01-20}')).toBe(
      why('weather'),
    )
    expect(run('terms', '{date: 2026-01-10, term: {days: 10}}', '{due: 2026-01-20, mood: 1}')).toBe(why('mood'))
    expect(run('discount', '{gross: 9.00, policy: {generous: true}}', '{pay_late: 9.00}')).toBe(why('policy.generous'))
    expect(run('aging', '{items: [{amount: 9.00, colour: red}]}', '{total: 9.00}')).toBe(why('items[0].colour'))
    expect(run('reversal', '{invoices: [{open: 9.00}], steps: [{forget: I1}]}', '{open: 9.00}')).toBe(
      why('steps[0].forget'),
    )
    expect(run('allocation', '{invoices: [{open: 9.00}], steps: [{pay: 1.00, by: us}]}', '{open: 8.00}')).toBe(
      why('steps[0].by'),
    )
    expect(run('aging', '{items: [{amount: 9.00}], policy: {credits: hidden}}', '{total: 9.00}')).toBe(
      why('policy.credits: hidden'),
    )
  })

  it('says which issue brings what is not there yet', () => {
    const { why } = runCase(oneCase('dunning', '{}', '{level: 1}'), { ...adapters, dunning: 'issue 9' })
    expect(why).toBe('unsupported: issue 9')
    expect(run('dunning', '{}', '{level: 1}')).toBe('unsupported | unsupported: level of nothing')
    expect(run('alchemy', '{}', '{gold: 1}')).toBe('unsupported | unsupported: area alchemy')
  })

  it('fails a case whose opening the library refuses', () => {
    const links = 'links: [{from: P, to: I, amount: 11.00}]'
    const given = `{invoices: [{id: I, open: 10.00}], payments: [{id: P, amount: 20.00}], ${links}}`
    expect(run('allocation', given, '{open: 0.00}')).toMatch(/^failed \| given: ApplyCash refused, .*OverApplied/)
  })

  it('never passes a case that expects nothing', () => {
    expect(run('terms', '{date: 2026-01-10, term: {days: 10}}', '{}')).toBe(
      'unsupported | unsupported: nothing expected',
    )
  })

  it('takes the scale from the amounts where no currency is named', () => {
    const split = (gross: string): string => `{gross: ${gross}, term: {equal_parts: 3}}`
    expect(run('terms', split('100'), '{parts: [33, 33, 34]}')).toBe('passed')
    expect(run('terms', split('100.000'), '{parts: [33.333, 33.333, 33.334]}')).toBe('passed')
    expect(run('terms', `{currency: JPY, gross: 100, term: {equal_parts: 3}}`, '{parts: [33, 33, 34]}')).toBe('passed')
    expect(run('terms', `{currency: EUR, gross: 100, term: {equal_parts: 3}}`, '{parts: [33.33, 33.33, 33.34]}')).toBe(
      'passed',
    )
  })
})
