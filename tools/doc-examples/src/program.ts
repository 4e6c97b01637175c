/**
 * Turns the text of an example into a program that compares: each `// => value` becomes a comparison of the expression
 * before it with that value.
 */

type Compile = (...names: readonly string[]) => unknown

/** The comparison that an example asks for, called once per `// =>`. */
export type Compare = (actual: unknown, expected: unknown) => void

/** Loads a module by its specifier, for examples that import. */
export type Load = (specifier: string) => Promise<unknown>

const AsyncFunction = (async () => {}).constructor as new (...args: readonly string[]) => Compile

/** The program of an example, as the text of an async function body that calls `__compare` and `__load`. */
export const programOf = (code: string): string => {
  const body: string[] = []
  let chunk: string[] = []
  const lines = withLoads(code).split('\n')
  for (let at = 0; at < lines.length; at += 1) {
    const [, before, first] = /^(.*?)\/\/ =>(.*)$/.exec(lines[at] ?? '') ?? []
    if (before === undefined || first === undefined) {
      chunk.push(lines[at] ?? '')
      continue
    }
    if (before.trim() !== '') chunk.push(before)
    const value = [first]
    for (let next = lines[at + 1]?.trim(); next !== undefined && continuesValue(next); next = lines[at + 1]?.trim()) {
      value.push(next.slice(2))
      at += 1
    }
    body.push(comparison(chunk, value.join('\n')))
    chunk = []
  }
  return [...body, ...chunk].join('\n')
}

const continuesValue = (line: string): boolean => line.startsWith('//') && !line.startsWith('// =>')

/** The statements of a chunk, then the comparison of its last expression, which is the longest tail that is one. */
const comparison = (chunk: readonly string[], expected: string): string => {
  for (let from = 0; from < chunk.length; from += 1) {
    const statements = chunk.slice(0, from).join('\n')
    const expression = chunk.slice(from).join('\n')
    if (expression.trim() === '' || expression.trim().startsWith('//')) continue
    if (compiles(statements) && compiles(`return (${expression}\n)`))
      return `${statements}\n;__compare((${expression}\n), (${expected}\n));`
  }
  throw new Error(`no expression before "// =>${expected}" in:\n${chunk.join('\n')}`)
}

const compiles = (body: string): boolean => {
  try {
    return typeof new AsyncFunction(body) === 'function'
  } catch {
    return false
  }
}

/** Static imports as dynamic ones, since a function body cannot hold the former; imports of types fall away. */
const withLoads = (code: string): string =>
  code
    .replace(/^import type [\s\S]*? from '[^']+';?$/gm, '')
    .replace(
      /^import \* as ([\w$]+) from ('[^']+');?$/gm,
      (_, name: string, from: string) => `const ${name} = await __load(${from});`,
    )
    .replace(
      /^import \{([^}]*)\} from ('[^']+');?$/gm,
      (_, names: string, from: string) => `const {${namesOf(names)}} = await __load(${from});`,
    )

const namesOf = (names: string): string =>
  names
    .split(',')
    .filter((name) => name.trim() !== '' && !name.trim().startsWith('type '))
    .map((name) => name.replace(/\s+as\s+/, ': '))
    .join(',')

/** Run an example with names in scope; an example may declare a name of its own over one of them. */
export const runExample = async (
  code: string,
  scope: Readonly<Record<string, unknown>>,
  compare: Compare,
  load: Load,
): Promise<void> => {
  const names = Object.keys(scope).filter((name) => /^[A-Za-z_$][\w$]*$/.test(name) && name !== 'default')
  // The block lets the example shadow a name in scope.
  const program = new AsyncFunction('__compare', '__load', ...names, `{\n${programOf(code)}\n}`)
  await program(...([compare, load, ...names.map((name) => scope[name])] as never[]))
}
