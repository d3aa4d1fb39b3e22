import { describe, expect, it } from "vitest";
import { tokenOwner } from "../../../../../../src/adapters/web/page/state/token-owner.ts";
import { mintToken } from "../../../../../../src/adapters/web/token.ts";

const SECRET = "a secret of more than thirty-two characters";

describe("tokenOwner", () => {
  it("reads whom the server's own tokens belong to", async () => {
    const token = await mintToken(SECRET, { sub: "zoë", name: "Zoë Ångström" });
    expect(tokenOwner(token)).toEqual({ user_id: "zoë", name: "Zoë Ångström" });
    expect(tokenOwner(await mintToken(SECRET, { sub: "ada" }))).toEqual({ user_id: "ada" });
  });

  it.each(["", "opaque", "a.b.c", `a.${btoa("[]")}.c`, `a.${btoa('{"sub":3}')}.c`])(
    "knows nobody from %j",
    (token) => {
      expect(tokenOwner(token)).toBeUndefined();
    },
  );
});
