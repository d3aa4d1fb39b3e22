import { projectStoreSuite } from "./project-store.suite.ts";
import { overEveryProvider } from "./store-suite.ts";
import { talliesSuite } from "./tallies.suite.ts";

overEveryProvider(projectStoreSuite, talliesSuite);
