/**
 * What passes between page and worker, and the shapes that both ends agree on.
 * Facts go in and a finding comes out as JSON text; nothing else about the law crosses this line.
 *
 * @typedef {Object} Manifest  what the runtime pack holds, as the build wrote it into the page
 * @property {string} folder  the content-hashed folder
 * @property {string} package  the package that holds the calculators
 * @property {string[]} start  the files that a page begins with
 * @property {Record<string, {size: number, sha256: string}>} files
 *
 * @typedef {Object} StartMessage
 * @property {"start"} type
 * @property {string} base  absolute address of the pack's folder, with a slash at its end
 * @property {Manifest} manifest
 * @property {boolean} anew  after a failure: do not take what the browser has kept
 *
 * @typedef {Object} AskMessage
 * @property {"ask"} type
 * @property {number} id
 * @property {string} request  JSON: calculator, lang, facts
 *
 * @typedef {Object} LeaveMessage  the page no longer waits
 * @property {"leave"} type
 *
 * @typedef {Object} ProgressMessage
 * @property {"progress"} type
 * @property {number} done  bytes that have arrived; never fewer than before
 * @property {number} total
 *
 * @typedef {Object} ReadyMessage
 * @property {"ready"} type
 *
 * @typedef {Object} AnswerMessage
 * @property {"answer"} type
 * @property {number} id
 * @property {string} finding  JSON as the bridge returned it, byte for byte
 *
 * @typedef {Object} FailedMessage
 * @property {"failed"} type
 * @property {FailureCode} code
 * @property {string} detail  for the technically minded; never the message itself
 *
 * @typedef {"no_worker" | "no_wasm" | "download" | "missing" | "altered" | "script" | "start" | "crash" | "stopped"} FailureCode
 *
 * @typedef {Record<string, string>} Facts  fact name to value, as typed
 *
 * @typedef {Object} Duty
 * @property {string} id
 * @property {string} name
 * @property {string} from
 * @property {string[]} to
 * @property {string} timing
 * @property {string} timing_text
 * @property {string | null} limit
 * @property {string | null} due
 * @property {string | null} due_text
 * @property {string | null} due_other
 * @property {string | null} due_other_text
 * @property {string | null} after
 * @property {string} when
 * @property {string | null} condition_text
 * @property {string | null} note
 * @property {number} [left_seconds]
 * @property {string} [left_text]
 * @property {string[]} basis
 *
 * @typedef {Object} Step
 * @property {string} rule
 * @property {string[]} basis
 * @property {Record<string, string>} facts
 * @property {string} outcome
 * @property {string} text
 * @property {{citation: string, words: string}[]} words
 *
 * @typedef {Object} Reading
 * @property {string} id
 * @property {string[]} basis
 * @property {string} question
 * @property {string} strict
 * @property {string} other
 * @property {string} source
 *
 * @typedef {Object} Item  one item of what a report must contain
 * @property {string} item
 * @property {string} text
 * @property {boolean} may_follow
 * @property {string | null} [condition_text]
 * @property {string | null} confidence_text
 * @property {string[]} basis
 *
 * @typedef {Object} Contact  a recipient with its name, or a rule in a sentence
 * @property {string} [name]
 * @property {string} [text]
 * @property {string | null} [url]
 * @property {string | null} confidence_text
 * @property {string[]} basis
 *
 * @typedef {Object} Penalty
 * @property {string} text
 * @property {string | null} confidence_text
 * @property {string[]} basis
 *
 * @typedef {Object} Channels
 * @property {{name: string, value: string, url: string | null}[]} items
 * @property {string} note
 * @property {string[]} basis
 *
 * @typedef {Object} Finding  see the contract; every text is in the page's language
 * @property {true} ok
 * @property {string} version
 * @property {Facts} facts  as understood
 * @property {string} answer
 * @property {string} answer_text
 * @property {string | null} [first_due]
 * @property {string | null} [first_due_text]
 * @property {Duty[]} [duties]
 * @property {Step[]} steps
 * @property {Reading[]} readings
 * @property {string[]} missing
 * @property {Item[]} [contents]
 * @property {string | null} [contents_note]
 * @property {Contact[]} [databases]
 * @property {Contact[]} [contacts]
 * @property {Contact[]} [filing]
 * @property {Channels} [channels]
 * @property {string[][]} [changes]  each a set of `name=value`
 * @property {Record<string, string>} [conditions]  in words what stands in `changes`
 * @property {string[]} [other_acts]
 * @property {string[]} [other_acts_text]
 * @property {Penalty[]} [penalties]
 * @property {string | null} [penalties_note]
 * @property {string[]} notes
 * @property {string[]} [changes_text]
 *
 * @typedef {Object} Result  a finding, with what it was asked for and when
 * @property {Finding} finding
 * @property {Facts} typed  the facts as they were typed
 * @property {number} made  milliseconds since the epoch
 * @property {string} address  opens the same result again
 *
 * @typedef {Object} Refusal
 * @property {false} ok
 * @property {{code: string, field: string | null, message: string}} error
 */

/** A failure of the machinery, never of the answer: what the page says about it hangs on the code. */
export class Failure extends Error {
  /**
   * @param {FailureCode} code
   * @param {string} detail
   */
  constructor(code, detail) {
    super(`${code}: ${detail}`);
    this.name = "Failure";
    this.code = code;
    this.detail = detail;
  }
}
