import { wordSet } from "./word-set.ts";

/** Further nouns for places, beside those that mostly name one. */
const PLACES = wordSet(
  "allotment allotments silo spa depot kiosk gazebo bandstand watchtower belfry pension tearoom teahouse pumproom jetty quay wharf slipway causeway hamlet manse rectory vicarage cannery brewery distillery tannery sawmill refinery squat launderette boardinghouse hostel homestead abbey priory manor bungalow cul-de-sac pawnshop roadhouse steakhouse bistro taverna bodega deli pizzeria cantina favela souk bazaar boatyard truckstop elevator lift stairwell staircase stairs cliff mountain hill valley cave mine quarry porch driveway backyard playground arena ranch greenhouse dormitory dorm cottage villa penthouse loft trailer caravan campsite spaceship courtyard plaza mosque synagogue crypt tomb sewer shed stable stables bathroom toilet restroom sauna nightclub disco brothel garage bookshop bookstore arcade gallery aquarium observatory windmill mill clearing meadow woods canyon oasis checkpoint embassy barracks hangar runway terminal canteen cafeteria boardroom clinic jail cell carousel fairground funfair carnival amphitheatre ballroom boathouse treehouse farmhouse guesthouse warehouse junkyard scrapyard shipyard vineyard orchard swamp marsh beach coast shore waterfront boardwalk marina pharmacy cabaret casino speakeasy saloon resort lodge chalet igloo colony outpost fortress fort citadel dungeon throneroom catacombs attic cockpit nursery kindergarten college university campus auditorium gymnasium locker-room headquarters hq hospice asylum sanatorium ward suburb neighbourhood neighborhood hamlet riverbank bridge underpass overpass crossroads intersection roundabout subway metro sidewalk pavement",
);

/** Where a scene may play and what nobody would call a place otherwise. */
const SETS = wordSet(
  "tent room corner roof deck platform tracks doorway closet pantry shower bath bed porch bench booth ring court pitch field road path trail lane junction border desert plain sea ocean shop store ward stage wings backstage cell lot stop",
);

const VEHICLES = wordSet(
  "car cab taxi van truck lorry bus coach train tram plane jet helicopter ship boat ferry yacht submarine raft carriage wagon",
);

/** The last words of a place told in two ("bus stop", "waiting room"), which alone are none. */
const TAILS = wordSet(
  "stop lot lots room station shop store hall park court yard house centre center booth area office site floor deck line crossing entrance exit base camp plant club bar block complex estate corridor ship car compartment quarters pool alley rink track field studio",
);

/** "churchyard", "pumphouse", "engine-room", "polytunnel": places by what they end in. */
const ENDING = /^(?:.{3,}(?:yard|house|tunnel|works)|.{3,}[^hgb]room)$/;
const NO_PLACES = wordSet(
  "halyard lanyard powerhouse inhouse in-house networks fireworks frameworks artworks patchworks",
);

export const isMorePlace = (word: string): boolean =>
  PLACES.has(word) || (ENDING.test(word) && !NO_PLACES.has(word));
export const isSetNoun = (word: string): boolean =>
  SETS.has(word) || PLACES.has(word) || PLACES.has(word.replace(/s$/, ""));
/** A place in a heading; in a story one rides in it. */
export const isVehicle = (word: string): boolean => VEHICLES.has(word);
export const isPlaceTail = (word: string): boolean => TAILS.has(word);
