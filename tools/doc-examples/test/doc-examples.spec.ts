import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { left, right } from 'fp-ts/lib/Either.js'
import { none, some } from 'fp-ts/lib/Option.js'
import { describe, expect, it } from 'vitest'
import { docExamples, isPublic, pageExamples, runExample, type Example, type Load } from '../src/index.js'

type Names = Readonly<Record<string, unknown>>

const root = fileURLToPath(new URL('../../..', import.meta.url))
const packages = readdirSync(join(root, 'packages')).filter((name) => existsSync(indexOf(name)))

function indexOf(name: string): string {
  return join(root, 'packages', name, 'src/index.ts')
}

const load: Load = (specifier) => {
  const ours = /^@quittance\/([^/]+)$/.exec(specifier)?.[1]
  return ours === undefined ? import(specifier) : import(indexOf(ours))
}

const scopeOf = async (name: string): Promise<Names> => ({
  left,
  right,
  some,
  none,
  ...(packages.includes('kernel') ? ((await load('@quittance/kernel')) as Names) : {}),
  ...(packages.includes(name) ? ((await load(`@quittance/${name}`)) as Names) : {}),
})

const sourcesOf = (name: string): readonly string[] =>
  readdirSync(join(root, 'packages', name, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(root, 'packages', name, 'src', file))
    .sort()

const docExamplesOf = (name: string): readonly (readonly [string, Example])[] => {
  const index = readFileSync(indexOf(name), 'utf8')
  return sourcesOf(name).flatMap((file) =>
    docExamples(readFileSync(file, 'utf8'))
      .filter((example) => isPublic(index, example.of))
      .map((example) => [file, example] as const),
  )
}

const pageExamplesOf = (page: string): readonly (readonly [string, Example])[] =>
  existsSync(page) ? pageExamples(readFileSync(page, 'utf8')).map((example) => [page, example] as const) : []

const runs = (name: string, examples: readonly (readonly [string, Example])[]): void => {
  for (const [file, example] of examples) {
    it(`${example.of} (${relative(root, file)}:${example.line})`, async () => {
      expect.hasAssertions()
      await runExample(example.code, await scopeOf(name), (actual, expected) => expect(actual).toEqual(expected), load)
    })
  }
}

for (const name of packages) {
  const examples = [...docExamplesOf(name), ...pageExamplesOf(join(root, 'packages', name, 'README.md'))]
  if (examples.length > 0) describe(`examples of ${name}`, () => runs(name, examples))
}

const frontPage = pageExamplesOf(join(root, 'README.md'))
if (frontPage.length > 0) describe('examples of the front page', () => runs('receivables', frontPage))

const pages = readdirSync(join(root, 'docs'))
  .filter((name) => name.endsWith('.md'))
  .flatMap((name) => pageExamplesOf(join(root, 'docs', name)))
if (pages.length > 0) describe('examples of the documentation pages', () => runs('receivables', pages))
