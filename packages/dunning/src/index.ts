export { channelCodec, dunningCodecs } from './codec.js'
export type { DunningCommand, RecordExcuse, RecordTouch } from './commands.js'
export type { AskableItem, DunningContext } from './context.js'
export { decideDunning } from './decide.js'
export type { DunningDecided } from './decided.js'
export type { DunningFact, ExcuseGiven, TouchRecorded } from './events.js'
export { evolveDunning } from './evolve.js'
export type { Channel, ContactRole, NextAction, TouchOutcome } from './model.js'
export type {
  DayInThePast,
  DunningRejection,
  ExcuseAlreadyGiven,
  InvalidAmount,
  ItemUnknown,
  MissingField,
  TooEarly,
  TouchAlreadyRecorded,
  TouchUnknown,
} from './rejections.js'
export { type DunningState, initialDunning } from './state.js'
