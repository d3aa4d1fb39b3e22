import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { createClient } from "../../../../src/adapters/discord/connect.ts";
import { realClock } from "../../../contract/platform-room.ts";

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A server whose first answer has this status, and breaks off half-way once its head has arrived. */
async function brokenOnce(status: number, headers: Record<string, string> = {}) {
  const broken = Promise.withResolvers<void>();
  let asked = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    if (asked > 1) {
      response.writeHead(200, { "content-type": "application/json" }).end('{"id":"1"}');
      return;
    }
    response.writeHead(status, { "content-type": "application/json", "content-length": "500", ...headers });
    response.write('{"message":');
    setTimeout(() => {
      response.socket?.on("close", () => setImmediate(broken.resolve));
      response.socket?.destroy();
    }, 50);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  closers.push(() => server.close());
  const { client } = await createClient(
    { token: "t", apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api` },
    realClock,
  );
  closers.push(() => void client.destroy());
  client.rest.setToken("t");
  return { rest: client.rest, broken: broken.promise };
}

// Without a listener each of these ends the process, which the runner reports as an unhandled error.
test("a refusal that breaks off while it is not read ends nothing, and what was asked is asked again", async () => {
  const { rest, broken } = await brokenOnce(503);
  expect(await rest.get("/channels/1")).toEqual({ id: "1" });
  await broken;
});

test("so does one that asks to wait", async () => {
  const { rest, broken } = await brokenOnce(429, { "retry-after": "1", "x-ratelimit-scope": "user" });
  expect(await rest.get("/channels/1")).toEqual({ id: "1" });
  await broken;
});
