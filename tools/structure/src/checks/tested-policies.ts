import type { Check } from '../finding.js'

const policy = /^(packages\/[^/]+)\/src\/policies\/(.+)\.ts$/

/** Every policy is tested under its own name. */
export const testedPolicies: Check = {
  name: 'every policy has a test of its own',
  run: (workspace) =>
    workspace.files.flatMap((file) => {
      const [, folder, name] = policy.exec(file) ?? []
      if (folder === undefined || name === undefined || name === 'index') return []
      const test = `${folder}/test/policies/${name}`
      return ['property', 'spec'].some((kind) => workspace.exists(`${test}.${kind}.ts`))
        ? []
        : [{ file, line: 0, says: `has no ${test}.spec.ts or .property.ts` }]
    }),
}
