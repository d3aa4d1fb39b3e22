import { draftStoreSuite } from "./draft-store.suite.ts";
import { overEveryProvider } from "./store-suite.ts";

overEveryProvider(draftStoreSuite);
