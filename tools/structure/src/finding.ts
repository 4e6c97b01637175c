/** One place where a house rule is broken: the file, its line (1-based; 0 means the file as a whole) and what is wrong. */
export interface Finding {
  readonly file: string
  readonly line: number
  readonly says: string
}

/** A house rule: its name, which is the name of its test, and the search for places that break it. */
export interface Check {
  readonly name: string
  readonly run: (workspace: Workspace) => readonly Finding[]
}

/** The repository as a check sees it: files by their path from the root, with `/` between the parts. */
export interface Workspace {
  /** Every file that a check may look at, sorted; no installed, built or vendored ones. */
  readonly files: readonly string[]
  readonly read: (file: string) => string
  /** Whether a file or folder is there, also one that `files` leaves out. */
  readonly exists: (path: string) => boolean
}

/** One line per finding, `file:line what is wrong`, for a test failure that can be clicked. */
export const describeFindings = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ file, line, says }) => `${file}${line > 0 ? `:${line}` : ''} ${says}`)
