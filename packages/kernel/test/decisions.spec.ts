import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { accept, acceptAndRequest, firstRefusal, refuse } from '../src/index.js'

describe('decisions', () => {
  it('accept facts alone, accept with requests, or refuse', () => {
    expect(accept('a', 'b')).toEqual(E.right({ facts: ['a', 'b'], requests: [] }))
    expect(acceptAndRequest(['a'], ['r'])).toEqual(E.right({ facts: ['a'], requests: ['r'] }))
    expect(refuse('no')).toEqual(E.left('no'))
  })

  it('give the first refusal and ask no further', () => {
    const asked: Array<number> = []
    const check = (at: number, answer: string | undefined) => () => {
      asked.push(at)
      return answer
    }
    expect(firstRefusal([check(1, undefined), check(2, 'two'), check(3, 'three')])).toBe('two')
    expect(asked).toEqual([1, 2])
    expect(firstRefusal([])).toBeUndefined()
  })
})
