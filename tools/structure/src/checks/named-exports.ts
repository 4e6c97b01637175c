import type { Check } from '../finding.js'
import { codeOnly } from '../source.js'

/** What a package makes public is a list written by hand, so that nothing becomes public by accident. */
export const namedExports: Check = {
  name: 'every public name is listed by hand',
  run: (workspace) =>
    workspace.files
      .filter((file) => /^packages\/[^/]+\/src\/.*\.ts$/.test(file))
      .flatMap((file) =>
        codeOnly(workspace.read(file))
          .split('\n')
          .flatMap((text, index) =>
            /^\s*export\s+(?:type\s+)?\*/.test(text)
              ? [{ file, line: index + 1, says: 'export *: list the names' }]
              : /^export default\b/.test(text)
                ? [{ file, line: index + 1, says: 'export default: give it a name' }]
                : [],
          ),
      ),
}
