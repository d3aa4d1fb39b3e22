import { expect, test } from "vitest";
import { banner } from "../../../src/app/banner.ts";
import { createConfig } from "../../../src/app/config.ts";
import { readEnv } from "../../../src/app/env.ts";

const config = (values: Record<string, string> = {}) => createConfig(readEnv(values, {}));
const address = { host: "127.0.0.1", port: 5058, wsPort: 5059 };
const SERVER = { DATABASE_URL: "postgresql://ada:s3cret@db.example/film?application_name=hush" };

test("a start shows where to go and what all runs on", () => {
  const shown = banner(config({ DISCORD_TOKEN: "t0ken" }), address);
  expect(shown).toContain("http://127.0.0.1:5058");
  expect(shown).toContain("embedded Postgres in ");
  expect(shown).toContain("web, Discord");
  expect(shown).not.toContain("t0ken");
});

test("of a server it shows host and database, and nothing of who is let in", () => {
  const shown = banner(config(SERVER), address);
  expect(shown).toContain("Postgres at db.example/film");
  expect(shown).not.toMatch(/ada|s3cret|hush/);
});

test("a worker has no page, and says how much it does at a time", () => {
  const shown = banner(config({ ...SERVER, BULK_CONCURRENCY: "3", REDIS_URL: "redis://:pw@r" }), undefined);
  expect(shown).toContain("3 jobs of bulk work at a time");
  expect(shown).toContain("BullMQ on Redis");
  expect(shown).not.toMatch(/http:|platforms|pw@/);
});
