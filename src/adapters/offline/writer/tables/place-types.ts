/** A sort of place. `name` completes "Alder Street …" or "Blue Lantern …". */
export interface PlaceType {
  readonly name: string;
  readonly int_ext: "INT" | "EXT" | "INT/EXT";
  /** Which names it takes: a street's, a business's, a family's or the land's. */
  readonly named: "street" | "brand" | "family" | "land";
  /** Further words by which a brief means it. */
  readonly words: string;
  /** Whole sentence: what is seen first. */
  readonly look: string;
}

/** name | inside or outside | whose names it takes | further words | look */
const ROWS = [
  "Diner | INT | brand | eatery restaurant | Twelve stools, four booths and a window that steams up by six.",
  "Bar | INT | brand | pub saloon tavern drinks | A long zinc counter worn pale where the elbows go.",
  "Café | INT | brand | cafe coffee | Round tables too small for two cups and an argument.",
  "Bakery | INT | brand | bread | Flour on every surface and an oven that has not gone out for years.",
  "Hotel | INT | brand | lobby guesthouse inn | A revolving door, a bell nobody answers and a key rack with one gap.",
  "Motel | EXT | brand | roadside | Two rows of doors, a dry pool and an ice machine that shakes all night.",
  "Laundrette | INT | brand | laundry laundromat | A row of drums turning under a light that never quite stops flickering.",
  "Cinema | INT | brand | theatre movie | Four hundred seats, thirty of them safe to sit on.",
  "Theatre | INT | brand | stage opera theater | A gilded house seen from the working side: ropes, dust and a single bulb.",
  "Nightclub | INT | brand | club disco dance | A low ceiling, one mirror wall and a floor that remembers every spill.",
  "Bookshop | INT | brand | books bookstore | Shelves to the ceiling and a path between the piles for one person at a time.",
  "Pawnshop | INT | brand | shop pawn | Guitars, wedding rings and a barred counter with a bell.",
  "Garage | INT | brand | mechanic repair cars | One car on the lift, one in pieces and a radio under a rag.",
  "Casino | INT | brand | gambling cards | Green tables without clocks or windows, and a carpet designed to hide things.",
  "Barber Shop | INT | brand | barber hairdresser salon | Three chairs, two mirrors and everything that is said in the neighbourhood.",
  "Police Station | INT | street | police precinct cops | A counter behind glass and a corridor in which nobody walks quickly.",
  "Hospital | INT | street | ward clinic medical | Two lifts, one of them out of order, and a floor that shines at night.",
  "Courthouse | INT | street | court trial law | Marble stairs worn in the middle by people who did not want to climb them.",
  "School | INT | street | classroom college | A long hall of small coats and one clock that every eye goes to.",
  "Library | INT | street | reading archive | Green lamps, a gallery with a rail and a cough that travels.",
  "Railway Station | INT/EXT | street | train station platform | Six platforms under an iron roof and a board that clatters when it changes.",
  "Bus Depot | EXT | street | bus station | A yard of sleeping buses and a hut with a kettle in it.",
  "Post Office | INT | street | mail letters | Brass boxes with small doors and a queue that knows everyone's business.",
  "Fire Station | INT | street | fire rescue | Two engines nose to the doors and boots waiting in their trousers.",
  "Market | EXT | street | bazaar stalls square | Forty stalls under patched awnings and a smell of oranges and fish.",
  "Church | INT | street | chapel cathedral religious | Cold stone, warm candles and one bench that creaks.",
  "Cemetery | EXT | street | graveyard graves funeral | Rows of leaning stones, a tap and a wheelbarrow.",
  "Bridge | EXT | street | river crossing | Iron arches over brown water, and padlocks on the railings.",
  "Alley | EXT | street | backstreet lane | Fire escapes, bins and one lit window high up.",
  "Rooftop | EXT | street | roof terrace | Gravel, aerials and the whole city laid out below.",
  "Underpass | EXT | street | tunnel subway | Wet tiles, a busker's echo and lamps that work in turn.",
  "Warehouse | INT | street | storage depot industrial | Crates to the rafters and a strip of light under the far door.",
  "Factory | INT | street | plant works industrial | A hall the size of a cathedral, with machines where the pews would be.",
  "Apartment | INT | street | flat home | Two rooms, one view and the neighbours' quarrel coming through the wall.",
  "Boxing Gym | INT | street | gym sport | A ring, four bags and a smell that no window lets out.",
  "Prison | INT | street | jail cell | Three tiers of doors round an empty floor.",
  "Bank | INT | street | money vault | Tall windows, low voices and a vault door like a clock.",
  "Newsroom | INT | street | newspaper press office | Thirty desks, every telephone ringing, and a glass office at the end.",
  "Morgue | INT | street | mortuary autopsy | Steel drawers, a drain in the floor and a radio turned low.",
  "Swimming Baths | INT | street | pool swim | Green water, white tiles and voices that go up and do not come down.",
  "Car Park | INT/EXT | street | parking lot | Five levels of concrete and the echo of one pair of heels.",
  "Embassy | INT | street | diplomat government | Flags, deep carpets and a clock for each of six cities.",
  "House | INT | family | home family villa | A narrow hall, a steep stair and photographs all the way up.",
  "Mansion | INT | family | manor estate palace | Forty rooms, most of them under dust sheets.",
  "Farm | EXT | family | barn ranch | A yard, a barn and a kitchen light that is on before any other for miles.",
  "Workshop | INT | family | craft studio | A bench under a north window and every tool in its outline on the wall.",
  "Boatyard | EXT | family | boats shipyard | Hulls on trestles and a slipway green with weed.",
  "Funeral Home | INT | family | funeral | Thick curtains, thin coffee and a door that closes without a sound.",
  "Vineyard | EXT | family | wine grapes | Rows of vines running down to a white wall and a locked cellar.",
  "Kitchen | INT | family | cooking | A table too big for the room and a chair that nobody takes.",
  "Pier | EXT | land | jetty dock | Planks, ropes and a ticket hut with its shutters down.",
  "Harbour | EXT | land | port dock quay harbor | Masts, gulls and a crane that has not moved since the strike.",
  "Beach | EXT | land | coast shore sea sand | Grey sand at low tide and one line of footprints.",
  "Lighthouse | INT/EXT | land | light tower | A white tower, a hundred and nine steps and a lamp that turns whoever is there.",
  "Forest | EXT | land | woods trees | Firs so close that the path is the only light.",
  "Quarry | EXT | land | pit mine | A bite out of the hill with black water at the bottom.",
  "Mountain Hut | INT | land | cabin refuge lodge | One stove, eight bunks and a book in which people write when they left.",
  "Lake | EXT | land | water reservoir | Flat water, a rowing boat and the top of a drowned steeple.",
  "Crossroads | EXT | land | road highway junction | Four roads, one signpost and nothing to hide behind.",
  "Petrol Station | EXT | land | gas fuel | Two pumps under a humming light and a shop with one customer.",
  "Observatory | INT | land | telescope science | A dome, a slit of sky and a chair tipped back.",
  "Border Post | EXT | land | border checkpoint customs | A barrier, a hut and a queue that has switched off its engines.",
  "Airfield | EXT | land | airport runway hangar | A strip of grass, a windsock and a hangar with its doors open.",
  "Ruin | EXT | land | ruins castle abbey | Three walls and a window with the sky on both sides.",
];

let types: readonly PlaceType[] | undefined;

export function placeTypes(): readonly PlaceType[] {
  types ??= ROWS.map((row) => {
    const [name = "", where = "", named = "", words = "", look = ""] = row.split(" | ");
    return {
      name,
      int_ext: where as PlaceType["int_ext"],
      named: named as PlaceType["named"],
      words,
      look,
    };
  });
  return types;
}
