import type { Socket } from "node:net";
import type { ClientBase } from "pg";
import { AppError } from "../../domain/errors.ts";

type Query = (...given: unknown[]) => unknown;

/**
 * Breaks a connection off whose server does not answer a statement in time, so that the pool makes another: one that was
 * cut without a word says nothing for a quarter of an hour. `withinMs`: asked at each statement; undefined: however long it takes.
 */
export function answering(client: ClientBase, withinMs: () => number | undefined): void {
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Socket } }).connection;
  const query = client.query.bind(client) as Query;
  const watched: Query = (...given) => {
    const ms = withinMs();
    if (ms === undefined) return query(...given);
    const late = setTimeout(() => {
      stream.destroy(
        new AppError("unavailable", `The database did not answer within ${ms} ms.`, { retryable: true }),
      );
    }, ms).unref();
    const tell = given.at(-1);
    if (typeof tell === "function") {
      const told = (...result: unknown[]) => {
        clearTimeout(late);
        tell(...result);
      };
      return query(...given.slice(0, -1), told);
    }
    const answer = query(...given);
    const done = () => clearTimeout(late);
    Promise.resolve(answer).then(done, done);
    return answer;
  };
  Object.assign(client, { query: watched });
}
