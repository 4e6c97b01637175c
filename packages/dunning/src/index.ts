export type { Channel, ContactRole, TouchOutcome } from './model.js'
