import { overEveryProvider } from "./store-suite.ts";
import { workflowStoreSuite } from "./workflow-store.suite.ts";

overEveryProvider(workflowStoreSuite);
