import { expect, test } from "vitest";
import { loggedError } from "../../../src/app/logged-error.ts";

test("an error of a platform is logged without tokens and without what was sent", () => {
  const error = Object.assign(new Error("Unknown interaction"), {
    status: 404,
    url: "https://discord.com/api/v10/interactions/123/aW50ZXJhY3Rpb24/callback",
    requestBody: { json: { content: "between us" } },
  });
  const followUp = Object.assign(new Error("x"), {
    url: "https://discord.com/api/v10/webhooks/99/c2VjcmV0/messages/@original",
  });
  expect(loggedError(error)).toMatchObject({
    type: "Error",
    message: "Unknown interaction",
    status: 404,
    url: "https://discord.com/api/v10/interactions/123/[hidden]/callback",
  });
  expect(loggedError(followUp)).toMatchObject({
    url: "https://discord.com/api/v10/webhooks/99/[hidden]/messages/@original",
  });
  expect(JSON.stringify(loggedError(error))).not.toMatch(/aW50|between us/);
  expect(loggedError("a word")).toBe("a word");
});
