import { describe, expect, test } from "vitest";
import { createVault } from "../../../../src/adapters/vault/vault.ts";

const SECRET = "a secret of thirty-two characters";
const NEXT = "another secret of enough characters";
const TOKEN = "xoxb-1-token";
const vault = createVault(SECRET);

test("what is sealed opens again, and says nothing before", () => {
  const sealed = vault.seal(TOKEN, "T1");
  expect(vault.open(sealed, "T1")).toEqual({ words: TOKEN, current: true });
  expect(sealed).not.toContain("xoxb");
  expect(Buffer.from(sealed.split(".")[2] ?? "", "base64url").toString("latin1")).not.toContain("xoxb");
});

test("the same words are sealed otherwise each time", () => {
  expect(vault.seal(TOKEN, "T1")).not.toBe(vault.seal(TOKEN, "T1"));
});

test("nothing at all can be sealed, too", () => {
  expect(vault.open(vault.seal("", "T1"), "T1").words).toBe("");
});

test("words of one thing do not open for another", () => {
  expect(() => vault.open(vault.seal(TOKEN, "T1"), "T2")).toThrow(/they were changed/);
});

describe("a new key", () => {
  const renewed = createVault(NEXT, [SECRET]);

  test("opens what the former one sealed, and says so", () => {
    expect(renewed.open(vault.seal(TOKEN, "T1"), "T1")).toEqual({ words: TOKEN, current: false });
    expect(renewed.open(renewed.seal(TOKEN, "T1"), "T1").current).toBe(true);
  });

  test("seals what the former one does not open", () => {
    expect(() => vault.open(renewed.seal(TOKEN, "T1"), "T1")).toThrow(/key is not among those given/);
  });

  test("without the former one, what that sealed stays shut", () => {
    expect(() => createVault(NEXT).open(vault.seal(TOKEN, "T1"), "T1")).toThrow(/key is not among/);
  });
});

test("a changed character anywhere keeps it shut", () => {
  const sealed = vault.seal(TOKEN, "T1");
  for (const [index, char] of [...sealed].entries()) {
    if (char === ".") continue;
    const changed = `${sealed.slice(0, index)}${char === "A" ? "B" : "A"}${sealed.slice(index + 1)}`;
    // The last character may carry bits that are no part of the bytes.
    if (bytesOf(changed).equals(bytesOf(sealed)) && index > sealed.lastIndexOf(".")) continue;
    expect(() => vault.open(changed, "T1")).toThrow(/cannot be opened/);
  }
});

test.each(["", "v1", "v1..", "v2.x.y", TOKEN])("%j is nothing that was sealed", (sealed) => {
  expect(() => vault.open(sealed, "T1")).toThrow(/cannot be opened/);
});

test("too short to hold a nonce and a tag is a change, no crash", () => {
  const [version, id] = vault.seal(TOKEN, "T1").split(".");
  expect(() => vault.open(`${version}.${id}.AAAA`, "T1")).toThrow(/they were changed/);
});

const bytesOf = (sealed: string) => Buffer.from(sealed.split(".")[2] ?? "", "base64url");
