import { it } from 'vitest'
import { auditLog, seededHistory } from '../src/index.js'
it('probe', () => {
  const tags: Record<string, number> = {}
  const rej: Record<string, number> = {}
  const laws: Record<string, number> = {}
  let acc = 0,
    all = 0
  const shown: Record<string, number> = {}
  const t = performance.now()
  for (let seed = 1; seed <= 1500; seed++) {
    let h
    try {
      h = seededHistory(seed, 60)
    } catch (e) {
      const m = String((e as Error).stack)
        .split('\n')
        .slice(0, 4)
        .join('|')
      laws[m] = (laws[m] ?? 0) + 1
      continue
    }
    for (const r of h.recorded) tags[r.fact._tag] = (tags[r.fact._tag] ?? 0) + 1
    for (const a of h.attempts) {
      all++
      if (a.answer._tag === 'Right') acc++
      else {
        const k = a.command._tag + ' ' + a.answer.left._tag
        rej[k] = (rej[k] ?? 0) + 1
      }
    }
    for (const f of auditLog(h.recorded)) {
      laws[f.law] = (laws[f.law] ?? 0) + 1
      if ((shown[f.law] = (shown[f.law] ?? 0) + 1) <= 4) console.log(seed, f.law, f.revision, f.says)
    }
  }
  console.log(Math.round(performance.now() - t), 'ms', acc, all)
  console.log(tags)
  console.log(rej)
  console.log(laws)
})
