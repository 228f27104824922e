// Numbers that client and server must agree on. Lengths are in UTF-16 code units unless said otherwise.

export const MIN_SEATS = 4
export const MAX_SEATS = 50
export const DEFAULT_SEATS = 12

export const NAME_LENGTH = 24
export const ANSWER_LENGTH = 200
export const GROUP_NAME_LENGTH = 60
export const AGREEMENT_LENGTH = 200
export const MAX_AGREEMENTS = 12
export const CHAT_LENGTH = 280
export const POLL_QUESTION_LENGTH = 120
/** What somebody marks, in their own words. */
export const MILESTONE_LENGTH = 40
/** One's word in a round of check-outs. */
export const WORD_LENGTH = 24
/** Lines of chat that are remembered until the meeting ends. */
export const MOST_CHAT_LINES = 100
/** Fewer answers than these say nothing about anybody, because they would say too much. */
export const LEAST_ANSWERS = 5
/** Seconds for which the result of a closed poll stays. */
export const POLL_SHOWN_SECONDS = 60
/** Seconds for which a milestone is before all, unless it is ended by hand. */
export const MILESTONE_SECONDS = 120
/** Bytes of a command's or knock's JSON body that the server reads at most. */
export const BODY_BYTES = 16 * 1024

/** Knocks that may wait at one door at once; one more is asked to come back in a moment. */
export const MAX_WAITING_KNOCKS = 40
/** Seconds after which a knock that nobody answered is forgotten, name and answer with it. */
export const KNOCK_LIFE_SECONDS = 3 * 60 * 60
/** After this many denials the session may not knock at this meeting again. */
export const DENIALS_TO_BLOCK = 2

/** Seconds without any key-holder before the room is made safe, and after that before it is closed kindly. */
export const SAFE_AFTER_SECONDS = 60
export const CLOSE_AFTER_SAFE_SECONDS = 180
/** Seconds in which the one who passes the piece may still be heard: a breath, not a cut. */
export const BREATH_SECONDS = 1
export const CLOSING_SECONDS = 60
/** Seconds after which the piece passes on kindly from a holder who is not there any more. */
export const LOST_HOLDER_SECONDS = 20
/** Seconds after which a private word with somebody who is not there any more is over. */
export const LOST_WORD_SECONDS = 60

/** Six digits that move somebody's chair to their other device, and how long they live. */
export const PAIR_CODE_DIGITS = 6
export const PAIR_CODE_SECONDS = 300
/** Seconds after which the first of the co-facilitators takes the chair of a facilitator who lost the connection. */
export const SUCCESSION_SECONDS = 20
/** Marked places at which people may stand *after* the meeting, at most. */
export const MAX_PLACES = 64

export const POSE_BYTES = 24
export const POSE_RATE_HZ = 15
export const POSE_REST_RATE_HZ = 1
