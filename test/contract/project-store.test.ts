import { projectStoreSuite } from "./project-store.suite.ts";
import { overEveryProvider } from "./store-suite.ts";

overEveryProvider(projectStoreSuite);
