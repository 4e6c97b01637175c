/** Folded accounts kept at hand, so that a command reads only the tail. A cache: losing it changes no answer. */
import type { AccountState } from '../account/state.js'

/** An account as of a revision (-1: nothing recorded). @category model @since 0.1.0 */
export interface AccountAt {
  readonly state: AccountState
  readonly revision: number
}

/** @internal */
export interface AccountCache {
  readonly get: (stream: string) => AccountAt | undefined
  readonly put: (stream: string, account: AccountAt) => void
}

/** Keeps the accounts used last, up to so many. @internal */
export const accountCache = (capacity: number): AccountCache => {
  const kept = new Map<string, AccountAt>()
  return {
    get: (stream) => {
      const account = kept.get(stream)
      if (account !== undefined && kept.size >= capacity) {
        kept.delete(stream)
        kept.set(stream, account)
      }
      return account
    },
    put: (stream, account) => {
      kept.delete(stream)
      if (capacity > 0) kept.set(stream, account)
      if (kept.size <= capacity) return
      for (const oldest of kept.keys()) {
        kept.delete(oldest)
        return
      }
    },
  }
}
