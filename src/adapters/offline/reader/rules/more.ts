import { bareKin } from "./bare-kin.ts";
import { bracketList } from "./bracket-list.ts";
import { broughtSo } from "./brought-so.ts";
import { handedOn } from "./handed-on.ts";
import { kinColon } from "./kin-colon.ts";
import { leadIn } from "./lead-in.ts";
import { makeKin } from "./make-kin.ts";
import { nameNext } from "./named-after.ts";
import { partThing } from "./part-thing.ts";
import { ownName, partUnnamed } from "./part-unnamed.ts";
import { placeNamed } from "./place-named.ts";
import { placeSet } from "./place-set.ts";
import { placeTold } from "./place-told.ts";
import { profile } from "./profile.ts";
import { propListed } from "./prop-listed.ts";
import { propShown } from "./prop-shown.ts";
import { propTold } from "./prop-told.ts";
import { renamedSo } from "./renamed-so.ts";
import { roleFirst } from "./role-first.ts";
import type { Rule } from "./rule.ts";
import { seenAs } from "./seen-as.ts";
import { setDown } from "./set-down.ts";
import { several } from "./several.ts";
import { sketch } from "./sketch.ts";
import { smallTold } from "./small-told.ts";
import { takeOut } from "./take-out.ts";
import { theirKin } from "./their-kin.ts";
import { wrongValue } from "./wrong-value.ts";

/** Orders in other words than the plain ones; tried after those. */
export const MORE_ORDERS: readonly Rule[] = [renamedSo, takeOut, handedOn, kinColon, wrongValue, makeKin];

/** What is told in looser shapes. */
export const MORE_TALES: readonly Rule[] = [
  theirKin,
  bareKin,
  several,
  bracketList,
  leadIn,
  seenAs,
  roleFirst,
  nameNext,
  broughtSo,
  setDown,
  profile,
  sketch,
  placeTold,
  smallTold,
  placeNamed,
  placeSet,
  propListed,
  propTold,
  propShown,
  partThing,
  ownName,
  partUnnamed,
];
