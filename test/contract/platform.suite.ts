import { afterAll, beforeAll, describe } from "vitest";
import { answering } from "./platform.answering.suite.ts";
import { choosing } from "./platform.choosing.suite.ts";
import { closing } from "./platform.closing.suite.ts";
import { failing } from "./platform.failing.suite.ts";
import { filing } from "./platform.filing.suite.ts";
import { forming } from "./platform.forming.suite.ts";
import { hearing } from "./platform.hearing.suite.ts";
import { marking } from "./platform.marking.suite.ts";
import { outliving } from "./platform.outliving.suite.ts";
import { picturing } from "./platform.picturing.suite.ts";
import { placing } from "./platform.placing.suite.ts";
import { pressing } from "./platform.pressing.suite.ts";
import { sending } from "./platform.sending.suite.ts";
import { wording } from "./platform.wording.suite.ts";
import { writing } from "./platform.writing.suite.ts";
import type { Room } from "./platform-room.ts";
import { createScene, type Scene } from "./platform-scene.ts";

/** What every platform keeps, whoever its people are. `open` connects it to a server that speaks its protocol. */
export function platformSuite(name: string, open: () => Promise<Room>): void {
  describe(`${name} keeps the platform contract`, () => {
    let scene: Scene;
    beforeAll(async () => {
      scene = createScene(await open());
    });
    afterAll(() => scene?.room.close());

    const get = () => scene;
    hearing(get);
    answering(get);
    placing(get);
    pressing(get);
    choosing(get);
    forming(get);
    wording(get);
    failing(get);
    sending(get);
    writing(get);
    marking(get);
    closing(get);
    picturing(get);
    filing(get);
    outliving(get);
  });
}
