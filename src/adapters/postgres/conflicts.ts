import { ConflictError } from "../../domain/errors.ts";

/** Raised by our own functions (see migrations). */
const WRITTEN_BY_OTHERS = "BL409";
const NO_LONGER_WANTED = "BL410";
const UNIQUE_VIOLATION = "23505";
/** A server that runs two writes side by side may end one of them to let the other through. */
const SERIALIZATION_FAILURE = "40001";
const DEADLOCK = "40P01";

const MESSAGES: Readonly<Record<string, string>> = {
  entries_living: "an entry of that kind already has this name",
  sessions_open_place: "another session is open at this place",
};

/** Waits for a write. Throws ConflictError when someone else wrote the same thing first, and anything else unchanged. */
export async function orConflict<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (cause) {
    const { code, constraint, message } = cause as { code?: string; constraint?: string; message?: string };
    const lost =
      code === WRITTEN_BY_OTHERS ||
      code === UNIQUE_VIOLATION ||
      code === SERIALIZATION_FAILURE ||
      code === DEADLOCK;
    if (!lost) throw cause;
    throw new ConflictError(MESSAGES[constraint ?? ""] ?? message ?? "someone else wrote first", { cause });
  }
}

/** Waits for a write that takes itself back when nobody wants it any longer; then answers undefined. */
export async function unlessUnwanted<T>(write: Promise<T>): Promise<T | undefined> {
  try {
    return await write;
  } catch (error) {
    if ((error as { code?: string }).code === NO_LONGER_WANTED) return undefined;
    throw error;
  }
}
