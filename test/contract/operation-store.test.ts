import { operationCourseSuite } from "./operation-course.suite.ts";
import { operationPauseSuite } from "./operation-pause.suite.ts";
import { operationStoreSuite } from "./operation-store.suite.ts";
import { operationTargetsSuite } from "./operation-targets.suite.ts";
import { operationTogetherSuite } from "./operation-together.suite.ts";
import { operationUsageSuite } from "./operation-usage.suite.ts";
import { overEveryProvider } from "./store-suite.ts";

overEveryProvider(
  operationStoreSuite,
  operationCourseSuite,
  operationPauseSuite,
  operationTargetsSuite,
  operationTogetherSuite,
  operationUsageSuite,
);
