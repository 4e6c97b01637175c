export { whyTheyDoNotPay } from './why-they-do-not-pay.js'
