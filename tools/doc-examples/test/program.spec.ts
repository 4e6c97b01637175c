import { describe, expect, it } from 'vitest'
import { runExample } from '../src/index.js'

type Pair = readonly [unknown, unknown]

const compared = async (code: string): Promise<readonly Pair[]> => {
  const pairs: Pair[] = []
  const scope = { twice: (n: number): number => n * 2, later: (n: number): Promise<number> => Promise.resolve(n) }
  await runExample(
    code,
    scope,
    (actual, expected) => void pairs.push([actual, expected]),
    (specifier) => Promise.resolve({ from: specifier, other: 1 }),
  )
  return pairs
}

describe('runExample', () => {
  it('compares an expression with the value on its line', async () => {
    expect(await compared('twice(2) // => 4')).toEqual([[4, 4]])
  })

  it('compares the whole expression above a value, however many lines it takes', async () => {
    expect(await compared('const a = 1\ntwice(\n  a,\n)\n// => 2')).toEqual([[2, 2]])
  })

  it('compares an object literal with a value over several lines', async () => {
    expect(await compared('({ a: [twice(1)] })\n// => {\n//   a: [2],\n// }')).toEqual([[{ a: [2] }, { a: [2] }]])
  })

  it('compares several expressions in turn, each with what was declared before', async () => {
    const code = 'const a = twice(1)\na // => 2\nconst b = twice(a)\nb // => 4'
    expect(await compared(code)).toEqual([
      [2, 2],
      [4, 4],
    ])
  })

  it('reports a wrong value as it is', async () => {
    expect(await compared('twice(2) // => 5')).toEqual([[4, 5]])
  })

  it('waits where the example waits', async () => {
    expect(await compared('await later(3) // => 3')).toEqual([[3, 3]])
  })

  it('lets an example import, and declare a name that is in scope already', async () => {
    const code = "import { from, other as twice } from 'x'\nimport type { T } from 'y'\n[from, twice] // => ['x', 1]"
    expect(await compared(code)).toEqual([
      [
        ['x', 1],
        ['x', 1],
      ],
    ])
  })

  it('refuses a value without an expression', async () => {
    await expect(compared('// => 1')).rejects.toThrow('no expression before')
  })
})
