import { expect, test } from "vitest";
import { decisionOf, decisionWays } from "../../../../../../src/adapters/web/page/project/decision-ways.ts";
import type { ProjectSettings } from "../../../../../../src/domain/project.ts";

const SETTINGS: ProjectSettings = { saving: "receipt", corrections: "open" };

test.each([
  [SETTINGS, "anyone", "2 votes"],
  [{ ...SETTINGS, decisions: { by: "producer" } }, "producer", "2 votes"],
  [{ ...SETTINGS, decisions: { by: "vote", votes: 5 } }, "vote 5", "5 votes"],
] satisfies [ProjectSettings, string, string][])("%j is the way %s, beside %s", (settings, value, votes) => {
  expect(decisionOf(settings)).toBe(value);
  expect(decisionWays(settings).map((way) => way.label)).toEqual(["Anyone", "Producers", votes]);
  expect(decisionWays(settings).filter((way) => way.value === value)).toHaveLength(1);
});
