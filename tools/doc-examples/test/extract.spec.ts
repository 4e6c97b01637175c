import { describe, expect, it } from 'vitest'
import { docExamples, isPublic, pageExamples } from '../src/index.js'

describe('docExamples', () => {
  it('reads an example over several lines, up to the next tag', () => {
    const text = [
      '/**',
      ' * What it means.',
      ' *',
      ' * @example',
      ' * const a = 1',
      ' * twice(a)',
      ' * // => 2',
      ' * @category model',
      ' */',
      'export const twice = (n: number): number => n * 2',
    ].join('\n')
    expect(docExamples(text)).toEqual([{ of: 'twice', line: 5, code: 'const a = 1\ntwice(a)\n// => 2' }])
  })

  it('reads an example on one line and leaves the other tags out', () => {
    const text = '\n/** Said. @example twice(1) // => 2 @category model @since 0.1.0 */\nexport function twice() {}'
    expect(docExamples(text)).toEqual([{ of: 'twice', line: 2, code: 'twice(1) // => 2' }])
  })

  it('reads several examples of one export', () => {
    const text = '/**\n * @example f(1) // => 1\n * @example\n * f(2) // => 2\n */\nexport const f = 1'
    expect(docExamples(text).map(({ line, code }) => `${line} ${code}`)).toEqual(['2 f(1) // => 1', '4 f(2) // => 2'])
  })

  it('leaves out examples that claim nothing, and comments of what is not exported', () => {
    expect(docExamples('/** @example f(1) */\nexport const f = 1')).toEqual([])
    expect(docExamples('/** @example f(1) // => 1 */\nconst f = 1\n/** Said. */\nexport const g = 1')).toEqual([])
  })
})

describe('pageExamples', () => {
  it('reads the blocks that say they run', () => {
    expect(pageExamples('# T\n\n```ts\n// runs\nf(1) // => 1\n```\n\n```ts\nf(2)\n```\n')).toEqual([
      { of: 'README', line: 5, code: 'f(1) // => 1' },
    ])
  })
})

describe('isPublic', () => {
  it('goes by the names in the index, not by those in its comments or inside other names', () => {
    const index = "// hidden\nexport { twice, type Twice } from './twice.js'"
    expect(['twice', 'Twice', 'hidden', 'twic'].map((name) => isPublic(index, name))).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})
