import { wordSet } from "./word-set.ts";

/** Nouns of things that hands hold in stories; what else somebody has may be a trait, a tie or a look. */
const PROPS = wordSet(
  "box musicbox snowglobe globe mask mirror amulet relic urn ashes flask thermos cassette tape vinyl gramophone radio walkie-talkie passport scroll parchment chalice goblet crown tiara veil scarf glove gloves kite marble marbles dice domino chessboard rosary bible cross crucifix statue figurine owl clock hourglass sextant gun pistol revolver rifle shotgun musket knife dagger blade sword katana axe hatchet hammer crowbar shovel bow crossbow grenade bomb necklace locket pendant bracelet brooch ring watch pocketwatch lighter matchbox camera polaroid guitar violin cello trumpet harmonica flute accordion ukulele suitcase briefcase backpack satchel duffel purse wallet map compass telescope binoculars key keys keycard letter letters diary journal notebook ledger manuscript photograph photo postcard envelope umbrella lantern flashlight torch candle coin medallion amulet talisman charm doll puppet teddy typewriter gramophone radio walkman cassette tape recorder flask goblet chalice mask crown tiara sceptre wand orb crystal mirror music-box snowglobe skateboard toolbox lockpick handcuffs badge passport ticket blueprint blueprints painting statuette figurine vase urn rosary bible grimoire laptop usb hard-drive phone pager walkie-talkie drone syringe vial potion box chest",
);

export const isProp = (word: string): boolean => PROPS.has(word) || PROPS.has(word.replace(/s$/, ""));
