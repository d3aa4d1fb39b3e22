import { installationStoreSuite } from "./installation-store.suite.ts";
import { overEveryProvider } from "./store-suite.ts";

overEveryProvider(installationStoreSuite);
