import { it } from "vitest";
import { walks } from "./walks.ts";

it("and so do ten thousand walks more", () => {
  walks(10_000);
}, 120_000);
