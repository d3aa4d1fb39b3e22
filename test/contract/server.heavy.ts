import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PostgresServer, startPostgres, whyNoPostgres } from "../support/postgres-server.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const reason = whyNoPostgres();

describe.skipIf(reason !== undefined)(
  `every contract on a Postgres server${reason ? `: ${reason}` : ""}`,
  () => {
    let server: PostgresServer;
    beforeAll(async () => {
      server = await startPostgres();
    });
    afterAll(() => server.stop());

    test.each([
      ["stores", /(-store|^inbox|^stores-text)\.test\.ts$/],
      ["queue", /^queue\.test\.ts$/],
      ["bus and leases", /^(bus|leases)\.test\.ts$/],
    ])("%s", async (_, wanted) => {
      const files = readdirSync(import.meta.dirname).filter((name) => wanted.test(name));
      const args = ["run", ...files.map((name) => `test/contract/${name}`)];
      const child = spawn(path.join(ROOT, "node_modules/.bin/vitest"), args, {
        cwd: ROOT,
        env: { ...process.env, TEST_DATABASE_URL: server.url, NO_COLOR: "1" },
        stdio: ["ignore", "pipe", "pipe"],
      });
      let output = "";
      for (const stream of [child.stdout, child.stderr])
        stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
      const [code] = await once(child, "exit");
      expect(code, output).toBe(0);
    });
  },
);
