import { cpus, totalmem } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'

/** What the figures were taken on. */
export const machine = () => {
  const all = cpus()
  return {
    cpu: (all[0]?.model ?? 'unknown').trim(),
    cores: all.length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform} ${process.arch}`,
  }
}

/** How much of the machine others use, 0 to 1, looked at for half a second while this process is idle. */
export const busyShare = async () => {
  const before = ticks()
  await pause(500)
  const after = ticks()
  return Number((1 - (after.idle - before.idle) / Math.max(after.all - before.all, 1)).toFixed(2))
}

const ticks = () => {
  const times = cpus().map((one) => one.times)
  const sum = (pick) => times.reduce((so, one) => so + pick(one), 0)
  return { idle: sum((one) => one.idle), all: sum((one) => one.user + one.nice + one.sys + one.idle + one.irq) }
}
