import { createServer } from "node:net";
import { describe, expect, test } from "vitest";
import { checkServer, serverFailure } from "../../../../src/adapters/postgres/server-check.ts";
import { openServerDatabase } from "../../../../src/adapters/postgres/server-database.ts";
import { UserError } from "../../../../src/domain/errors.ts";
import { silent } from "../../../support/stage.ts";

const serverWith = (version: number, encoding: string) => ({
  query: async () => ({ rows: [{ version, encoding }] }),
});

describe("a Postgres server", () => {
  test("is taken from version 15 on", async () => {
    await expect(checkServer(serverWith(150_000, "UTF8"))).resolves.toBeUndefined();
    await expect(checkServer(serverWith(180_001, "UTF8"))).resolves.toBeUndefined();
    await expect(checkServer(serverWith(140_012, "UTF8"))).rejects.toThrow("version 14");
  });

  test("must keep every letter", async () => {
    await expect(checkServer(serverWith(160_000, "LATIN1"))).rejects.toMatchObject({
      hint: expect.stringContaining("--encoding=UTF8"),
    });
  });

  test.each([
    ["28P01", "password"],
    ["28000", "let this user in"],
    ["3D000", "is not there"],
    ["42501", "may not make"],
    ["53300", "no connection left"],
    ["ECONNREFUSED", "does not answer"],
    ["57P03", "does not answer"],
  ])("that fails with %s says so to whoever starts Backlot", (code, words) => {
    const failure = serverFailure(Object.assign(new Error("x"), { code }));
    expect(failure).toBeInstanceOf(UserError);
    expect((failure as UserError).message).toContain(words);
    expect((failure as UserError).hint).toMatch(/\.$/);
  });

  test("fails unchanged with what nobody expected", () => {
    const strange = Object.assign(new Error("strange"), { code: "XX000" });
    expect(serverFailure(strange)).toBe(strange);
  });

  test("that is away is told without the password, and leaves nothing open", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => taken.once("listening", resolve));
    const address = taken.address();
    const port = typeof address === "object" ? address?.port : 0;
    await new Promise((resolve) => taken.close(resolve));
    const opening = openServerDatabase({ url: `postgres://ada:s3cret@127.0.0.1:${port}/x`, logger: silent });
    const failure = await opening.catch((error: unknown) => error);
    expect(failure).toMatchObject({ message: "The Postgres server does not answer." });
    expect(String((failure as UserError).cause)).not.toContain("s3cret");
  });
});
