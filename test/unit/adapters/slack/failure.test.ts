import * as bolt from "@slack/bolt";
import { describe, expect, test } from "vitest";
import { deliveryFailure } from "../../../../src/adapters/slack/failure.ts";
import { readSpec } from "../../../fakes/judge/read-spec.ts";

const refusal = (error: string) =>
  deliveryFailure(new bolt.webApi.WebAPIPlatformError({ ok: false, error }), bolt);

/** What Slack's reference calls a failure of its own, of the methods that show something. */
const OWN_FAULT = /fail|migrating|limit_exceeded$|rate_?limited|timeout|unavailable|internal|fatal/;
/** What a later try finds no different: people have set it so, or it is asked for too much at once. */
const LASTING = new Set(["attachment_payload_limit_exceeded", "channels_limit_exceeded"]);

describe("a refusal", () => {
  test("that is Slack's own trouble is tried again, whatever shows the message", () => {
    const { methods } = readSpec<{ methods: Record<string, { errors: string[] }> }>("slack-methods");
    const shows = Object.entries(methods).filter(([name]) =>
      /^(chat\.(postMessage|update|delete|startStream|appendStream|stopStream)|files\.completeUpload)/.test(
        name,
      ),
    );
    const errors = new Set(shows.flatMap(([, one]) => one.errors));
    const passing = [...errors].filter((error) => OWN_FAULT.test(error) && !LASTING.has(error));
    expect(passing.length).toBeGreaterThan(4);
    expect(passing.filter((error) => refusal(error).final)).toEqual([]);
  });

  test("that people have set so is final, and says what to do where somebody waits", () => {
    for (const error of ["is_archived", "is_inactive"])
      expect(refusal(error)).toMatchObject({ final: true, advice: expect.stringContaining("archived") });
    expect(refusal("restricted_action")).toMatchObject({
      final: true,
      advice: expect.stringContaining("admin"),
    });
    expect(refusal("invalid_blocks")).toMatchObject({ final: true });
    expect(refusal("invalid_blocks").gone).toBeUndefined();
  });

  test("to change what is not there, or not Backlot's any more, has another post take its place", () => {
    for (const error of ["message_not_found", "cant_update_message", "edit_window_closed", "block_mismatch"])
      expect(refusal(error)).toMatchObject({ final: true, gone: true });
  });
});
