import { describe, expect, test } from "vitest";
import { Complaints } from "../fakes/judge/complaints.ts";
import { judgeDiscord } from "../fakes/judge/discord-judge.ts";
import { missing, recorded } from "../replay/recorded.ts";

/** Requests that Discord's documents show, by the file: what they are is told by their shape. */
const examples = recorded("discord-api-docs").flatMap(({ name, payload }) => {
  const { example } = payload as { example: unknown };
  const asked = requestOf(name, example);
  return asked ? [[name, ...asked] as const] : [];
});

const reason = missing ? ` (skipped: ${missing})` : "";
describe.skipIf(missing)(`the judge takes what Discord's own documents show${reason}`, () => {
  test("there are some", () => expect(examples.length).toBeGreaterThan(30));

  test.each(examples)("%s", (_, method, path, body) => {
    const complaints = new Complaints();
    judgeDiscord(complaints, { method, path, query: new URLSearchParams(), body, files: [] });
    expect(complaints.open.map(({ at, rule }) => `${at}: ${rule}`).join()).toBe("");
  });
});

function requestOf(
  name: string,
  example: unknown,
): [method: string, path: string, body: unknown] | undefined {
  const shape = (example ?? {}) as Record<string, unknown>;
  if (/^(components__|resources__message\.(0[5-9]|1[03]))/.test(name) && shape.type === undefined)
    return ["POST", "/channels/1/messages", shape];
  if (shape.type === 9 && shape.data) return ["POST", "/interactions/1/token/callback", shape];
  if (/^interactions__application-commands\.(02|04|06|08|10)/.test(name) && shape.name)
    return ["POST", "/applications/1/commands", shape];
  return undefined;
}
