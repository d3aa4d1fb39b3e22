import { deliveryStoreSuite } from "./delivery-store.suite.ts";
import { overEveryProvider } from "./store-suite.ts";

overEveryProvider(deliveryStoreSuite);
