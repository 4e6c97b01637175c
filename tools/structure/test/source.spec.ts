import { describe, expect, it } from 'vitest'
import { codeOnly, importsOf, withoutComments } from '../src/index.js'

describe('codeOnly', () => {
  it('blanks comments and strings and keeps every line and column', () => {
    const text = "const a = 'throw' // throw\n/* throw\n throw */ const b = `throw ${a + `${c}`} throw`\nconst d = 1"
    const code = codeOnly(text)
    expect(code).not.toContain('throw')
    expect(code).toHaveLength(text.length)
    expect(code.split('\n')[2]).toMatch(/const b = +a \+ +c +/)
    expect(code.split('\n')[3]).toBe('const d = 1')
  })

  it('tells a regular expression from a division', () => {
    expect(codeOnly('const a = /[/\'"]+/.test(x) // y\nconst b = c / d / e')).toMatch(
      /const a = +\.test\(x\) +\nconst b = c \/ d \/ e/,
    )
  })

  it('keeps the code inside a template, with its own braces', () => {
    expect(codeOnly('`${f({ a: 1 })}` + throwAway')).toContain('f({ a: 1 })')
    expect(codeOnly('`${f({ a: 1 })} it is` + g(1)')).toMatch(/f\(\{ a: 1 \}\) +\+ g\(1\)/)
  })
})

describe('withoutComments', () => {
  it('keeps strings, also those that look like comments', () => {
    expect(withoutComments("const a = 'http://x' // y")).toBe("const a = 'http://x'     ")
  })
})

describe('importsOf', () => {
  it('sees static, dynamic, type-only and re-exported imports, not those in comments', () => {
    const text = [
      "import 'a'",
      "import type { B } from 'b'",
      'import {',
      '  C,',
      "} from 'c'",
      "export { d } from 'd'",
      "// import 'no'",
      "const e = await import('e')",
    ].join('\n')
    expect(importsOf(text).map(({ specifier, line }) => `${line} ${specifier}`)).toEqual([
      '1 a',
      '2 b',
      '5 c',
      '6 d',
      '8 e',
    ])
  })
})
