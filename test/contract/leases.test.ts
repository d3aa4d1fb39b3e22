import { createMemoryLeases } from "../../src/adapters/memory/leases.ts";
import { leasesSuite } from "./leases.suite.ts";

leasesSuite("memory", async () => createMemoryLeases());
