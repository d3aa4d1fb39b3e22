import { hookStoreSuite } from "./hook-store.suite.ts";
import { overEveryProvider } from "./store-suite.ts";

overEveryProvider(hookStoreSuite);
