import { afterEach, expect, test } from "vitest";
import { createHealthPort } from "../../../src/app/health-port.ts";
import { freePort } from "../../support/free-port.ts";

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function answering(health: () => Promise<{ status: string }>, port: number) {
  const one = createHealthPort({ web: { host: "127.0.0.1", port: 0, wsPort: 0 }, healthPort: port }, health);
  stops.push(() => one.stop());
  await one.start();
}

test("a process says how it does, and no more", async () => {
  const port = await freePort();
  let status = "ok";
  await answering(async () => {
    if (status === "broken") throw new Error("postgres://ada:s3cret@db");
    return { status, checks: { store: "db.example" } };
  }, port);
  const ask = async () => {
    const response = await fetch(`http://127.0.0.1:${port}/anything`);
    return [response.status, await response.text()];
  };
  expect(await ask()).toEqual([200, '{"status":"ok"}']);
  status = "degraded";
  expect(await ask()).toEqual([200, '{"status":"degraded"}']);
  status = "down";
  expect(await ask()).toEqual([503, '{"status":"down"}']);
  status = "broken";
  expect(await ask()).toEqual([503, ""]);
});

test("a port that is taken is told with what to do", async () => {
  const port = await freePort();
  await answering(async () => ({ status: "ok" }), port);
  await expect(answering(async () => ({ status: "ok" }), port)).rejects.toMatchObject({
    hint: expect.stringContaining("HEALTH_PORT"),
  });
});
