import { Problem, problemOf } from "./problem.ts";

interface Call {
  readonly method?: "GET" | "POST";
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

/** Sends JSON, reads JSON. Rejects with Problem for every answer that is not a success. */
export type Http = <T>(path: string, call?: Call) => Promise<T>;

/** `token` is read at each call, so that a token given later counts at once; `onRefused` is told of every 401. */
export function createHttp(token: () => string | undefined, onRefused: () => void): Http {
  return async <T>(path: string, { method = "GET", body, signal }: Call = {}): Promise<T> => {
    const response = await fetch(path, {
      method,
      headers: headersOf(token(), body !== undefined),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
    const answer = await jsonOf(response);
    if (response.status === 401) onRefused();
    if (!response.ok) throw problemOf(response.status, answer);
    if (answer === undefined)
      throw new Problem(response.status, "The answer was not JSON.", "Reload the page.");
    return answer as T;
  };
}

function headersOf(token: string | undefined, hasBody: boolean): Record<string, string> {
  const headers: Record<string, string> = { accept: "application/json" };
  if (hasBody) headers["content-type"] = "application/json";
  if (token !== undefined) headers.authorization = `Bearer ${token}`;
  return headers;
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}
