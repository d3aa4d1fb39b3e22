import { sessionStoreSuite } from "./session-store.suite.ts";
import { overEveryProvider } from "./store-suite.ts";

overEveryProvider(sessionStoreSuite);
