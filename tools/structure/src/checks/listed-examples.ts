import type { Check } from '../finding.js'

/** The examples that the front page names are there. */
export const listedExamples: Check = {
  name: 'examples named in the README exist',
  run: (workspace) => {
    if (!workspace.files.includes('README.md')) return []
    return workspace
      .read('README.md')
      .split('\n')
      .flatMap((text, index) =>
        [...text.matchAll(/\bexamples\/([\w.-]*\w)/g)]
          .map((match) => `examples/${match[1] ?? ''}`)
          .filter((folder) => !workspace.exists(folder))
          .map((folder) => ({ file: 'README.md', line: index + 1, says: `names ${folder}, which is not there` })),
      )
  },
}
