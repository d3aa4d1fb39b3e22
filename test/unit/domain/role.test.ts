import { describe, expect, it } from "vitest";
import { UserError } from "../../../src/domain/errors.ts";
import { mayActAs, ROLES, requireRole } from "../../../src/domain/role.ts";

describe("roles", () => {
  it("may do all that the roles before them may", () => {
    for (const [index, has] of ROLES.entries()) {
      for (const [other, needs] of ROLES.entries()) expect(mayActAs(has, needs)).toBe(index >= other);
    }
  });

  it("refuse with what it takes", () => {
    expect(() => requireRole("writer", "writer", "change the bible")).not.toThrow();
    expect(() => requireRole("viewer", "writer", "change the bible")).toThrow(UserError);
    expect(() => requireRole("viewer", "writer", "change the bible")).toThrow(
      "The role viewer may not change the bible; it takes the role writer.",
    );
  });
});
