import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { deltasOfFact, describeFact } from '../src/index.js'
import { oneOfEachFact } from './account/one-of-each-fact.js'

const golden = (name: string): string => readFileSync(new URL(`./golden/${name}`, import.meta.url), 'utf8')

describe('every fact in words', () => {
  it('reads as the golden file says', () => {
    const told = oneOfEachFact.map((fact) => `${fact._tag}: ${describeFact(fact, 'EUR')}\n`).join('')
    expect(told).toBe(golden('describe-fact.txt'))
  })

  it('names no currency that it does not know', () => {
    const dispute = oneOfEachFact.find(({ _tag }) => _tag === 'DisputeRaised')
    expect(dispute === undefined ? '' : describeFact(dispute)).toBe('Dispute D-1 raised over 25.00 XXX, cause damaged')
  })
})

describe('every fact in figures', () => {
  it('moves the measures that the golden file says', () => {
    const told = oneOfEachFact.map((fact) => {
      const moved = deltasOfFact(fact).map(
        ({ kind, subjectId, measure, minor }) => `${kind} ${subjectId} ${measure} ${minor > 0 ? '+' : ''}${minor}`,
      )
      return `${fact._tag}: ${moved.join(', ') || 'nothing'}\n`
    })
    expect(told.join('')).toBe(golden('deltas-of-fact.txt'))
  })
})
