import { choiceStoreSuite } from "./choice-store.suite.ts";
import { overEveryProvider } from "./store-suite.ts";

overEveryProvider(choiceStoreSuite);
