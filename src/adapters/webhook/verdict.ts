import { AppError } from "../../domain/errors.ts";

/** Refusals that time may mend: a timeout, a request that came too early, too many of them. */
const PASSING = new Set([408, 425, 429]);

/** What the filtering agent says of an address it does not connect to. It has no code of its own. */
const REFUSED = /is not allowed\. Because/;

/** Throws for a status other than 2xx. What the receiver refuses for good, and a redirect, is final. */
export function judge(status: number): void {
  if (status >= 200 && status < 300) return;
  if (status >= 300 && status < 400)
    throw new AppError("unavailable", `it sends callers elsewhere (${status}), which I do not follow`);
  if (status === 410) throw new AppError("unavailable", "it answered 410: it is gone");
  const retryable = status >= 500 || PASSING.has(status);
  throw new AppError("unavailable", `it answered ${status}`, { retryable });
}

/** Why no answer came, in words that hold neither the address nor its query. `waitedMs`: the time that ran out. */
export function unreached(error: unknown, waitedMs: number | undefined): AppError {
  const { code, message } = error as NodeJS.ErrnoException;
  if (REFUSED.test(message))
    return new AppError("forbidden", "its address is in a private network, which this Backlot does not call");
  if (waitedMs !== undefined) return passing(`it did not answer within ${Math.ceil(waitedMs / 1_000)} s`);
  switch (code) {
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return passing("its name is not known");
    case "ECONNREFUSED":
      return passing("nothing answers at its address");
    case "ECONNRESET":
    case "EPIPE":
      return passing("it broke the connection off");
    default:
      return passing(code === undefined ? "no connection to it worked" : `no connection worked (${code})`);
  }
}

const passing = (message: string): AppError => new AppError("unavailable", message, { retryable: true });
