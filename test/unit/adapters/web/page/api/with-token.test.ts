import { expect, test } from "vitest";
import { isSafeAddress, withToken } from "../../../../../../src/adapters/web/page/api/with-token.ts";

test("the token goes into addresses of this server, and to no other", () => {
  expect(withToken("/api/v1/files/fil_1", "a b")).toBe("/api/v1/files/fil_1?access_token=a%20b");
  expect(withToken("/x?y=1", "t")).toBe("/x?y=1&access_token=t");
  expect(withToken("/x", undefined)).toBe("/x");
  expect(withToken("https://example.test/x", "t")).toBe("https://example.test/x");
});

test("addresses that run code or leave the server's scheme are not followed", () => {
  for (const url of ["/api/v1/files/fil_1", "https://example.test", "http://example.test"])
    expect(isSafeAddress(url)).toBe(true);
  for (const url of ["javascript:alert(1)", "//example.test", "data:text/html,x", "file:///etc"])
    expect(isSafeAddress(url)).toBe(false);
});
