import { outcomeStoreSuite } from "./outcome-store.suite.ts";
import { overEveryProvider } from "./store-suite.ts";

overEveryProvider(outcomeStoreSuite);
