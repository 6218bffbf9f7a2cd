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
 * What follows, up to the refusal, agrees with `/data/finding.schema.json`, and a test compares.
 *
 * @typedef {Object} ListedDuty
 * @property {string} id
 * @property {string} name
 * @property {string} from
 * @property {boolean} by_authority  whether an authority does it, after the report of whoever asks
 * @property {string[]} to
 * @property {string} timing
 * @property {string} timing_text
 * @property {string | null} limit
 * @property {string | null} due
 * @property {string | null} due_text
 * @property {string | null} due_other
 * @property {string | null} due_other_text
 * @property {string | null} counts_from  the fact from which the limit runs
 * @property {string | null} after
 * @property {string} when
 * @property {string[]} if
 * @property {string | null} condition_text
 * @property {string | null} note
 * @property {string[]} basis
 * @property {string} [state]
 * @property {number} [left_seconds]
 * @property {number} [late_seconds]
 * @property {string} [state_text]
 *
 * @typedef {ListedDuty} Duty
 *
 * @typedef {Object} FactText
 * @property {string} name
 * @property {string} label
 * @property {string} value
 *
 * @typedef {Object} Quotation
 * @property {string} citation
 * @property {string} words
 *
 * @typedef {Object} Step
 * @property {string} rule
 * @property {string[]} basis
 * @property {Record<string, string>} facts
 * @property {string} outcome
 * @property {string} text
 * @property {Quotation[]} words
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
 * @property {string | null} condition_text
 * @property {string | null} confidence
 * @property {string | null} confidence_text
 * @property {string[]} basis
 *
 * @typedef {Object} Contact  a recipient
 * @property {string} name
 * @property {string | null} url
 * @property {string} confidence
 * @property {string} confidence_text
 * @property {string[]} basis
 *
 * @typedef {Object} SourcedText  a statement for information: a rule, a penalty
 * @property {string} text
 * @property {string} confidence
 * @property {string} confidence_text
 * @property {string[]} basis
 *
 * @typedef {Object} Channel
 * @property {string} name
 * @property {string} value
 * @property {string | null} url
 *
 * @typedef {Object} ChannelList
 * @property {Channel[]} items
 * @property {string} note
 * @property {string[]} duties  the ids of the duties whose recipients have opened them
 * @property {string[]} basis
 *
 * @typedef {Object} Finding  every text is in the page's language; a key in brackets is not there for every calculator
 * @property {true} ok
 * @property {string} calculator
 * @property {string} version
 * @property {string} lang
 * @property {Facts} facts  as understood
 * @property {FactText[]} facts_text  those that were given, in words
 * @property {string} answer
 * @property {string} answer_text
 * @property {string} [at_most]  the highest grade that is still possible
 * @property {string} [at_most_text]
 * @property {string[]} [unverified]  indicators whose unverified cell could raise the grade
 * @property {string} [headline]  the answer in a few words
 * @property {string} [grounds]  and its other sentences
 * @property {string | null} [first_due]
 * @property {string | null} [first_due_text]
 * @property {ListedDuty[]} [duties]
 * @property {Item[]} [contents]
 * @property {string | null} [contents_note]
 * @property {ChannelList} [channels]
 * @property {Contact[]} [databases]
 * @property {Contact[]} [contacts]
 * @property {SourcedText[]} [filing]
 * @property {SourcedText[]} [penalties]
 * @property {string} [penalties_note]
 * @property {string[][]} [changes]  each a set of `name=value`
 * @property {string[]} [changes_text]
 * @property {Record<string, string>} [conditions]  in words what stands in `changes`
 * @property {string[]} [changes_shared]  what stands in every one of `changes`
 * @property {string[][]} [changes_alternatives]  what each of `changes` has besides, in their order; none where there is one way
 * @property {string[]} [other_acts]
 * @property {string[]} [other_acts_text]
 * @property {Step[]} steps
 * @property {Reading[]} readings
 * @property {string[]} missing
 * @property {string[]} notes
 *
 * @typedef {Object} Refusal
 * @property {false} ok
 * @property {RefusalError} error
 *
 * @typedef {Object} RefusalError
 * @property {string} code
 * @property {string} field
 * @property {string} message
 * @property {string[]} [accepted]
 * @property {string} [time_of_day]  as a 24-hour clock shows it, where only its date is not there
 *
 * @typedef {{at: number | null, v: string}} Stamp  when a link was made, in milliseconds since the epoch, and the edition of
 *   the rules by which; null and empty where it does not say
 *
 * @typedef {Object} Result  a finding, with what it was asked for and when
 * @property {Finding} finding
 * @property {Finding} other  the same in the other language
 * @property {Facts} typed  the facts as they were typed
 * @property {number} made  milliseconds since the epoch
 * @property {Stamp | null} stamp  what the link says that was opened, while its facts stand
 * @property {import("../keep/calendar-case.js").CalendarCase} calendar
 * @property {string} address  opens the same result again
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
