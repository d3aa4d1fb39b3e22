import { it } from "vitest";
import { walks } from "./walks.ts";

it("whatever people do under whatever workflow, every state is legal, every refusal leads on, and nothing is lost", () => {
  walks(2_000);
}, 60_000);
