import { documentStoreSuite } from "./document-store.suite.ts";
import { overEveryProvider } from "./store-suite.ts";

overEveryProvider(documentStoreSuite);
