export { collectorMorning } from './collector-morning.js'
