import { describe, expect, it } from 'vitest'
import { checks, describeFindings, workspaceOf } from '../src/index.js'

interface Broken {
  readonly check: string
  readonly tree: Readonly<Record<string, string>>
  readonly finds: readonly string[]
}

const manifest = (name: string, ...dependencies: readonly string[]): string =>
  JSON.stringify({ name: `@quittance/${name}`, dependencies: Object.fromEntries(dependencies.map((d) => [d, '1'])) })
const long = (lines: number): string => Array.from({ length: lines }, () => '  step()').join('\n')

/** A page with every law but the last, the first without a test, the second twice. */
const lawsPage = [
  '| number | law | as it is true | held by |',
  '| --- | --- | --- | --- |',
  '| P-12 | a | b | [two](../packages/testkit/src/laws/matching/order.ts) |',
  '| 1 | a | b | |',
  ...['P-08', 'P-14'].map((number) => `| ${number} | a | b | [two](../packages/testkit/src/laws/matching/order.ts) |`),
  '| 2 | a | b | [gone](../packages/testkit/src/laws/matching/order.ts) |',
  '| 2 | a | b | [two](../packages/testkit/src/nowhere.ts), [two](../packages/testkit/src/laws/matching/order.ts) |',
  ...['P-15', 'P-16', 'P-24', ...Array.from({ length: 42 }, (_, at) => String(at + 3))].map(
    (number) => `| ${number} | a | b | [two](../packages/testkit/src/laws/matching/order.ts) |`,
  ),
].join('\n')

const broken: readonly Broken[] = [
  {
    check: 'package.json dependencies follow the arrows of the architecture',
    tree: {
      'packages/kernel/package.json': manifest('kernel', '@quittance/invoicing'),
      'packages/dunning/package.json': manifest('dunning', '@quittance/kernel', '@quittance/invoicing'),
      'packages/attic/package.json': manifest('attic'),
    },
    finds: [
      'packages/attic/package.json has no row in tools/structure/src/arrows.ts; add one for "attic"',
      'packages/dunning/package.json:1 dunning may not depend on @quittance/invoicing',
      'packages/kernel/package.json:1 kernel may not depend on @quittance/invoicing',
    ],
  },
  {
    check: 'imports follow the arrows of the architecture',
    tree: {
      'packages/invoicing/src/a.ts':
        "import { b } from '@quittance/kernel'\nimport { c } from '@quittance/dunning'\nimport { right } from 'fp-ts/lib/Either.js'\nimport { readFile } from 'node:fs'\n",
      'packages/event-store/src/a.ts': "import { it } from 'vitest'\nimport { join } from 'node:path'\n",
    },
    finds: [
      'packages/event-store/src/a.ts:1 only testkit and tests import vitest',
      'packages/invoicing/src/a.ts:2 invoicing may not import @quittance/dunning',
      'packages/invoicing/src/a.ts:4 invoicing is pure: it may not import node:fs',
    ],
  },
  {
    check: 'packages do not depend on each other in a circle',
    tree: {
      'packages/a/package.json': manifest('a', '@quittance/b'),
      'packages/b/package.json': manifest('b', '@quittance/a'),
    },
    finds: ['packages/a/package.json depends on itself: @quittance/a -> @quittance/b -> @quittance/a'],
  },
  {
    check: 'no file reaches into another package',
    tree: {
      'packages/invoicing/test/a.spec.ts':
        "import '../src/index.js'\nimport '../../kernel/src/money.js'\nimport '@quittance/kernel/dist/money.js'\n",
    },
    finds: [
      "packages/invoicing/test/a.spec.ts:2 imports '../../kernel/src/money.js'; use the package's public name",
      "packages/invoicing/test/a.spec.ts:3 imports '@quittance/kernel/dist/money.js'; use the package's public name",
    ],
  },
  {
    check: 'pure packages call no clock, chance, environment or network and do not throw',
    tree: {
      'packages/kernel/src/invariant.ts': 'throw new Error(message)\n',
      'packages/kernel/src/a.ts':
        "// throw Date.now()\nconst s = 'throw'\nDate.now()\nnew Date()\nMath.random()\nprocess.cwd()\nfetch(x)\nthrow y\n",
      'packages/cli/src/a.ts': 'process.exit(1)\n',
    },
    finds: [
      'packages/kernel/src/a.ts:3 Date.now: time comes in as a value',
      'packages/kernel/src/a.ts:4 new Date: time comes in as a value',
      'packages/kernel/src/a.ts:5 Math.random: ids and choices come in as values',
      'packages/kernel/src/a.ts:6 process: no environment in a pure package',
      'packages/kernel/src/a.ts:7 fetch: no I/O in a pure package',
      'packages/kernel/src/a.ts:8 throw: a refusal is a value; a bug goes through invariant()',
    ],
  },
  {
    check: 'source files have at most 250 lines',
    tree: { 'packages/kernel/src/a.ts': 'x\n'.repeat(250), 'packages/kernel/src/b.ts': 'x\n'.repeat(251) },
    finds: ['packages/kernel/src/b.ts:251 has 251 lines; split it by idea'],
  },
  {
    check: 'functions have at most 60 lines',
    tree: {
      'packages/kernel/src/a.ts': `const fits = (): void => {\n${long(58)}\n}\n\nconst tooLong = (): void => {\n${long(59)}\n}\n`,
      'packages/kernel/src/b.ts': `export const spread = (\n  a: string,\n): void => {\n${long(57)}\n}\n`,
      'packages/kernel/src/c.ts': `function old(\n  a: string,\n): void {\n${long(57)}\n}\n`,
      'packages/kernel/src/d.ts': `const table = {\n${long(99)}\n}\nconst short = (x: A): B => x\n`,
    },
    finds: [
      'packages/kernel/src/a.ts:62 function of 61 lines; at most 60',
      'packages/kernel/src/b.ts:1 function of 61 lines; at most 60',
      'packages/kernel/src/c.ts:1 function of 61 lines; at most 60',
    ],
  },
  {
    check: 'every export of a package has a doc comment',
    tree: {
      'packages/kernel/src/a.ts':
        '/** Said. */\nexport const a = 1\n\nexport const b = 2\n/* Not a doc comment. */\nexport type C = 1\n/**\n * Said.\n */\nexport interface D {}\n',
    },
    finds: ['packages/kernel/src/a.ts:4 b has no doc comment', 'packages/kernel/src/a.ts:6 C has no doc comment'],
  },
  {
    check: 'every public name is listed by hand',
    tree: { 'packages/kernel/src/index.ts': "export { a } from './a.js'\nexport * from './b.js'\n" },
    finds: ['packages/kernel/src/index.ts:2 export *: list the names'],
  },
  {
    check: 'every fact has a golden file',
    tree: {
      'packages/invoicing/src/events.ts': "  readonly _tag: 'InvoiceIssued'\n  readonly _tag: 'InvoiceVoided'\n",
      'packages/invoicing/test/golden/InvoiceIssued.v1.json': '{}',
    },
    finds: [
      'packages/invoicing/src/events.ts:2 has no golden file packages/invoicing/test/golden/InvoiceVoided.v1.json',
    ],
  },
  {
    check: 'every policy has a test of its own',
    tree: {
      'packages/dunning/src/policies/ladder.ts': '',
      'packages/dunning/src/policies/fee.ts': '',
      'packages/dunning/test/policies/fee.property.ts': '',
    },
    finds: [
      'packages/dunning/src/policies/ladder.ts has no packages/dunning/test/policies/ladder.spec.ts or .property.ts',
    ],
  },
  {
    check: 'every law named in a doc comment is held by a property of that name',
    tree: {
      'packages/kernel/src/a.ts':
        "/** Said. @law round and back @category model */\n/**\n * @law it's held\n * @law nobody holds this\n */\n",
      'packages/kernel/src/b.ts': ' * @law "one of two", "two of two"\n * @law every law in `storeLaws`\n',
      'packages/kernel/src/laws/list.ts': "auditLaw('one of two', f)\n",
      'packages/kernel/test/a.property.ts': "it('round and back', f)\nit('law: it\\'s held', f)\n",
      'packages/kernel/test/b.spec.ts': "it('nobody holds this', f)\n",
    },
    finds: [
      'packages/kernel/src/a.ts:4 "nobody holds this" is the name of no property',
      'packages/kernel/src/b.ts:1 "two of two" is the name of no property',
    ],
  },
  {
    check: 'every law of matching is held by the test that its page names',
    tree: {
      'docs/matching-laws.md': lawsPage,
      'packages/testkit/src/laws/matching/order.ts':
        "matchingLaw(2, 'two', f)\nmatchingLaw(\n  3,\n  'three is not listed',\n  f)\n",
    },
    finds: [
      'docs/matching-laws.md has no law 45',
      'docs/matching-laws.md:8 has law 2 twice',
      'docs/matching-laws.md:4 names no test of law 1',
      'docs/matching-laws.md:7 "gone" is no test or law in packages/testkit/src/laws/matching/order.ts',
      'docs/matching-laws.md:8 "two" is no test or law in packages/testkit/src/nowhere.ts',
      'docs/matching-laws.md does not list "three is not listed" under 3',
    ],
  },
  {
    check: 'every markdown page has exactly one title',
    tree: {
      'README.md': '# One\n\n```sh\n# a comment\n```\n',
      'docs/a.md': 'No title\n',
      'docs/b.md': '# One\n# Two\n',
      '.changeset/quick-cats-run.md': '---\n---\n',
    },
    finds: ['docs/a.md has 0 first-level titles instead of one', 'docs/b.md:2 has 2 first-level titles instead of one'],
  },
  {
    check: 'relative links in markdown lead somewhere',
    tree: {
      'docs/a.md': '[here](b.md#part) [up](../README.md) [out](https://example.org) [self](#x)\n[gone](c.md)\n',
      'docs/b.md': '`[not a link](d.md)`\n',
      'README.md': '[docs](docs/)\n',
    },
    finds: ['docs/a.md:2 links to c.md, which is not there'],
  },
  {
    check: 'examples named in the README exist',
    tree: { 'README.md': 'See `examples/demo` and examples/lost.\n', 'examples/demo/package.json': '{}' },
    finds: ['README.md:1 names examples/lost, which is not there'],
  },
  {
    check: 'tsconfig.json lists every member, and every member what it is built from',
    tree: {
      'tsconfig.json': '{ "references": [{ "path": "packages/kernel" }, { "path": "packages/gone" }] }',
      'packages/kernel/package.json': manifest('kernel'),
      'packages/kernel/tsconfig.json': '{}',
      'packages/dunning/package.json': manifest('dunning', '@quittance/kernel'),
      'packages/dunning/tsconfig.json': '{ "references": [] }',
    },
    finds: [
      'tsconfig.json does not list packages/dunning',
      'tsconfig.json lists packages/gone, which has no tsconfig.json',
      'packages/dunning/tsconfig.json does not reference @quittance/kernel, which package.json depends on',
    ],
  },
  {
    check: 'every dependency has a line in docs/dependencies.md',
    tree: {
      'docs/dependencies.md': '# Dependencies\n\n- `fp-ts`: because\n',
      'packages/kernel/package.json': manifest('kernel', 'fp-ts', 'left-pad'),
    },
    finds: ['packages/kernel/package.json:1 left-pad has no line in docs/dependencies.md'],
  },
]

describe('a tree that breaks a house rule', () => {
  for (const { check, tree, finds } of broken) {
    it(`is caught: ${check}`, () => {
      const found = checks.find(({ name }) => name === check)?.run(workspaceOf(tree)) ?? []
      expect(describeFindings(found)).toEqual(finds)
    })
  }

  it('is shown for every rule', () => {
    expect(broken.map(({ check }) => check)).toEqual(checks.map(({ name }) => name))
  })
})
