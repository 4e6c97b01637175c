export { cashClerkMorning } from './cash-clerk-morning.js'
