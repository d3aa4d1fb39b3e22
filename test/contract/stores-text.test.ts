import { overEveryProvider } from "./store-suite.ts";
import { storesTextSuite } from "./stores-text.suite.ts";

overEveryProvider(storesTextSuite);
