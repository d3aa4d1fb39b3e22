/**
 * Ids that follow from the turn's, so that a turn taken twice speaks once: what the person said and what Backlot answers.
 */
export const saidIdOf = (turnId: string): string => `${turnId.replace(/^trn_/, "msg_")}_0`;
export const replyIdOf = (turnId: string): string => `${turnId.replace(/^trn_/, "msg_")}_1`;
/** What Backlot asks before it can take the turn. */
export const askedIdOf = (turnId: string): string => `${turnId.replace(/^trn_/, "msg_")}_2`;
/** What Backlot says first in a session that the turn started. */
export const startedIdOf = (turnId: string): string => `${turnId.replace(/^trn_/, "msg_")}_3`;
/** By what the turn of an event is found whose own id is free again: the store names it so. */
export const freedIdOf = (eventId: string, turnId: string): string => `${eventId} ${turnId}`;
