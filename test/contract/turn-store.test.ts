import { overEveryProvider } from "./store-suite.ts";
import { turnConflictsSuite } from "./turn-conflicts.suite.ts";
import { turnStoreSuite } from "./turn-store.suite.ts";

overEveryProvider(turnStoreSuite, turnConflictsSuite);
