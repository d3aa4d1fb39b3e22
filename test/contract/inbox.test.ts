import { inboxSuite } from "./inbox.suite.ts";
import { inboxAmendSuite } from "./inbox-amend.suite.ts";
import { overEveryProvider } from "./store-suite.ts";

overEveryProvider(inboxSuite, inboxAmendSuite);
