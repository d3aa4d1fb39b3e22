import { createMemoryBus } from "../../src/adapters/memory/bus.ts";
import { busSuite } from "./bus.suite.ts";

busSuite("memory", async (onError) => createMemoryBus(onError));
