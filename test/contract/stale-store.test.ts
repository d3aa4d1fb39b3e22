import { staleStoreSuite, staleUndoSuite } from "./stale-store.suite.ts";
import { overEveryProvider } from "./store-suite.ts";

overEveryProvider(staleStoreSuite, staleUndoSuite);
