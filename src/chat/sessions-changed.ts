/** The topic that says to all processes that a turn has changed more of a session than what was said in it. */
export const SESSIONS_CHANGED = "sessions-changed";
