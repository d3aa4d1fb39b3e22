import { pointStoreSuite } from "./point-store.suite.ts";
import { overEveryProvider } from "./store-suite.ts";

overEveryProvider(pointStoreSuite);
