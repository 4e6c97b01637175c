import type { Workspace } from './finding.js'

/** The markdown pages; a pending changeset is a note, not a page. */
export const markdownFiles = (workspace: Workspace): readonly string[] =>
  workspace.files.filter((file) => file.endsWith('.md') && !/^\.changeset\/(?!README\.md$)/.test(file))

/** The lines of a page outside its code blocks and comments, with their numbers (1-based). */
export const proseLines = (text: string): readonly { readonly text: string; readonly line: number }[] => {
  let fence: string | undefined
  return text.split('\n').flatMap((content, index) => {
    const mark = /^\s*(`{3,}|~{3,})/.exec(content)?.[1]
    if (mark !== undefined && (fence === undefined || mark.startsWith(fence))) {
      fence = fence === undefined ? mark : undefined
      return []
    }
    return fence === undefined && !content.startsWith('<!--') ? [{ text: content, line: index + 1 }] : []
  })
}
