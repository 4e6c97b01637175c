import { declaredArrows } from './checks/declared-arrows.js'
import { deepImports } from './checks/deep-imports.js'
import { docComments } from './checks/doc-comments.js'
import { explainedDependencies } from './checks/explained-dependencies.js'
import { fileLength } from './checks/file-length.js'
import { functionLength } from './checks/function-length.js'
import { goldenFacts } from './checks/golden-facts.js'
import { heldLaws } from './checks/held-laws.js'
import { importedArrows } from './checks/imported-arrows.js'
import { listedExamples } from './checks/listed-examples.js'
import { listedMembers } from './checks/listed-members.js'
import { markdownLinks } from './checks/markdown-links.js'
import { markdownTitles } from './checks/markdown-titles.js'
import { matchingLaws } from './checks/matching-laws.js'
import { namedExports } from './checks/named-exports.js'
import { packageCycles } from './checks/package-cycles.js'
import { pureCalls } from './checks/pure-calls.js'
import { testedPolicies } from './checks/tested-policies.js'
import type { Check } from './finding.js'

/** The house rules, in the order in which they are told. */
export const checks: readonly Check[] = [
  declaredArrows,
  importedArrows,
  packageCycles,
  deepImports,
  pureCalls,
  fileLength,
  functionLength,
  docComments,
  namedExports,
  goldenFacts,
  testedPolicies,
  heldLaws,
  matchingLaws,
  markdownTitles,
  markdownLinks,
  listedExamples,
  listedMembers,
  explainedDependencies,
]

export { describeFindings, type Check, type Finding, type Workspace } from './finding.js'
export { codeOnly, importsOf, withoutComments } from './source.js'
export { workspaceOf, workspaceOnDisk } from './workspace.js'
