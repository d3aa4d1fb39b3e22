import type { RESTOptions } from "discord.js";

type MakeRequest = RESTOptions["makeRequest"];

/**
 * Requests whose answer may break off while nobody reads it. @discordjs/rest 2 looks at the status alone of a 429 or a
 * 503; when such an answer ends half-way, its body, a stream of undici, emits an error that ends the process where nobody listens.
 */
export const withUnreadAnswers =
  (send: MakeRequest): MakeRequest =>
  async (...request) => {
    const answer = await send(...request);
    // Whoever does read it is told by the promise of what they asked for.
    if (answer.body && "on" in answer.body) answer.body.on("error", () => undefined);
    return answer;
  };
