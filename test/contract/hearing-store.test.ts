import { hearingStoreSuite } from "./hearing-store.suite.ts";
import { overEveryProvider } from "./store-suite.ts";

overEveryProvider(hearingStoreSuite);
