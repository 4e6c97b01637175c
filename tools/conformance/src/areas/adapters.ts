/** The areas of the cases: an adapter each, or why there is none yet. */
import type { Adapters } from '../run/adapter.js'
import { aging } from './aging.js'
import { allocation } from './allocation.js'
import { autocash } from './autocash.js'
import { bitemporal } from './bitemporal.js'
import { credit } from './credit.js'
import { discount } from './discount.js'
import { escalation } from './escalation.js'
import { dunning } from './dunning.js'
import { fx } from './fx.js'
import { disputes } from './disputes.js'
import { habitual } from './habitual.js'
import { interest } from './interest.js'
import { invoicing } from './invoicing.js'
import { matching } from './matching.js'
import { metrics } from './metrics.js'
import { promises } from './promises.js'
import { reversal } from './reversal.js'
import { scoring } from './scoring.js'
import { statement } from './statement.js'
import { terms } from './terms.js'
import { worklists } from './worklists.js'

/** Every area by its name. */
export const adapters: Adapters = {
  invoicing,
  terms,
  discount,
  allocation,
  reversal,
  aging,
  bitemporal,
  statement,
  autocash,
  scoring,
  matching,
  fx,
  promises,
  habitual,
  disputes,
  escalation,
  interest,
  worklists,
  credit,
  metrics,
  dunning,
}
