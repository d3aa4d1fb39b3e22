import { expect, test } from "vitest";
import { baseOfGerund } from "../../../../../src/adapters/offline/writer/gerund.ts";

const VERBS =
  "investigating:investigate proving:prove saving:save leaving:leave living:live hiding:hide writing:write running:run stopping:stop planning:plan telling:tell killing:kill making:make taking:take striking:strike seeking:seek looking:look speaking:speak finding:find bringing:bring visiting:visit opening:open entering:enter abandoning:abandon deciding:decide providing:provide avoiding:avoid explaining:explain remaining:remain joining:join examining:examine capturing:capture securing:secure escaping:escape developing:develop inspiring:inspire preparing:prepare exposing:expose losing:lose chasing:chase using:use closing:close pursuing:pursue rescuing:rescue handling:handle settling:settle struggling:struggle tracing:trace reducing:reduce realizing:realize managing:manage charging:charge begging:beg winning:win getting:get robbing:rob sharing:share scoring:score coming:come eating:eat cheating:cheat repeating:repeat treating:treat building:build protecting:protect destroying:destroy discovering:discover uncovering:uncover learning:learn avenging:avenge revenging:revenge hunting:hunt fighting:fight searching:search trying:try carrying:carry marrying:marry studying:study playing:play following:follow drawing:draw fixing:fix singing:sing riding:ride hoping:hope hopping:hop climbing:climb driving:drive stealing:steal selling:sell buying:buy raising:raise teaching:teach catching:catch solving:solve steering:steer repairing:repair cooking:cook beating:beat floating:float fooling:fool feeding:feed feeling:feel healing:heal clearing:clear swearing:swear desiring:desire consuming:consume inviting:invite staying:stay";

test.each(VERBS.split(" ").map((pair) => pair.split(":") as [string, string]))("%s → %s", (gerund, verb) => {
  expect(baseOfGerund(gerund)).toBe(verb);
});

test("not everything that ends so is a verb's form", () => {
  expect(baseOfGerund("king")).toBeUndefined();
  expect(baseOfGerund("spry")).toBeUndefined();
});
