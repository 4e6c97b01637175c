import type { Check } from '../finding.js'
import { withoutComments } from '../source.js'

/** Every kind of fact has its first written form kept as a golden file, so that history stays readable for ever. */
export const goldenFacts: Check = {
  name: 'every fact has a golden file',
  run: (workspace) =>
    workspace.files.flatMap((file) => {
      const folder = /^(packages\/[^/]+)\/src\/(?:.*\/)?events\.ts$/.exec(file)?.[1]
      if (folder === undefined) return []
      return withoutComments(workspace.read(file))
        .split('\n')
        .flatMap((text, index) =>
          [...text.matchAll(/\b_tag:\s*'([A-Z]\w*)'/g)]
            .map((match) => `${folder}/test/golden/${match[1] ?? ''}.v1.json`)
            .filter((golden) => !workspace.exists(golden))
            .map((golden) => ({ file, line: index + 1, says: `has no golden file ${golden}` })),
        )
    }),
}
