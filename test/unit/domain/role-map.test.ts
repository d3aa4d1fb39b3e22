import { expect, test } from "vitest";
import { type RoleMap, roleIn, whoMay } from "../../../src/domain/role-map.ts";

const map: RoleMap = {
  everyone: "viewer",
  groups: [
    { platform: "slack", id: "S1", name: "writers", role: "writer" },
    { platform: "slack", id: "S2", name: "leads", role: "producer" },
  ],
};

test("the highest of one's groups counts, else everybody's, else the platform's; an admin stays one", () => {
  expect(roleIn({ role: "producer", groups: ["S1", "S2"] }, "slack", map)).toBe("producer");
  expect(roleIn({ role: "producer", groups: ["S1"] }, "slack", map)).toBe("writer");
  expect(roleIn({ role: "producer" }, "slack", map)).toBe("viewer");
  expect(roleIn({ role: "producer" }, "slack", { groups: map.groups })).toBe("producer");
  expect(roleIn({ role: "admin", groups: ["S1"] }, "slack", map)).toBe("admin");
  expect(roleIn({ role: "writer", groups: ["S2"] }, "discord", map)).toBe("viewer");
  expect(roleIn({ role: "writer" }, "web", map)).toBe("writer");
  expect(roleIn({ role: "writer" }, "slack", undefined)).toBe("writer");
});

test("whoever is asked for has the role in this film", () => {
  expect(whoMay("producer", "slack", map)).toBe("Ask @leads or an owner or admin of this workspace.");
  expect(whoMay("writer", "slack", map)).toBe("Ask @writers, @leads or an owner or admin of this workspace.");
  expect(whoMay("producer", "slack", undefined)).toBe("Ask a member of this workspace who is no guest.");
  expect(whoMay("admin", "discord", map)).toBe("Ask whoever manages this server.");
});
