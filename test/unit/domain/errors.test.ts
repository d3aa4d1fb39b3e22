import { describe, expect, it } from "vitest";
import { AppError, ConflictError, UserError } from "../../../src/domain/errors.ts";

describe("the family of errors", () => {
  it("carries a code, a cause and whether to try again", () => {
    const cause = new Error("socket");
    expect(new AppError("unavailable", "away", { cause, retryable: true })).toMatchObject({
      name: "AppError",
      code: "unavailable",
      retryable: true,
      cause,
    });
    expect(new AppError("internal", "broken")).toMatchObject({ retryable: false });
  });

  it("tells a person what to do next", () => {
    expect(new UserError("invalid", "No age.", "Say a number.")).toMatchObject({
      name: "UserError",
      message: "No age.",
      hint: "Say a number.",
      retryable: false,
    });
  });

  it("asks for another try when someone else wrote first", () => {
    expect(new ConflictError("written")).toMatchObject({
      name: "ConflictError",
      code: "conflict",
      retryable: true,
    });
    expect(new ConflictError("written")).toBeInstanceOf(AppError);
  });
});
