import type { TurnRecord } from "../../chat/turn-record.ts";
import type { ErrorCode } from "../../domain/errors.ts";
import type { Logger } from "../../ports/logger.ts";

/**
 * One line for each thing a person was told is not to be had, once the turn is written. What they said stays out of it;
 * what failed on our side was logged in full before.
 */
export function logRefused(
  logger: Logger,
  { turn_id, session, error }: TurnRecord,
  untaken: readonly ErrorCode[],
): void {
  const about = { turn_id, session_id: session.id };
  if (error && error.code !== "internal" && untaken.length === 0)
    logger.info({ ...about, code: error.code }, "a person was told what does not fit");
  for (const code of untaken) logger.info({ ...about, code }, "a person was told which file is not taken");
}
