import { messageStoreSuite } from "./message-store.suite.ts";
import { overEveryProvider } from "./store-suite.ts";

overEveryProvider(messageStoreSuite);
