import { bibleHistorySuite } from "./bible-history.suite.ts";
import { bibleKeysSuite } from "./bible-keys.suite.ts";
import { bibleLettersSuite } from "./bible-letters.suite.ts";
import { bibleRedoSuite } from "./bible-redo.suite.ts";
import { bibleStoreSuite } from "./bible-store.suite.ts";
import { overEveryProvider } from "./store-suite.ts";

overEveryProvider(bibleStoreSuite, bibleKeysSuite, bibleLettersSuite, bibleHistorySuite, bibleRedoSuite);
