import { wordSet } from "./word-set.ts";

/** Films, series and plays that people measure theirs by. Only titles that are nothing else; lower case, without "the". */
export const TITLES = wordSet(`
kill bill, pulp fiction, reservoir dogs, jackie brown, inglourious basterds, django unchained, blade runner, star wars, star trek, lord of the rings, game of thrones,
breaking bad, better call saul, mad men, peaky blinders, stranger things, black mirror, twin peaks, true detective, sopranos, fleabag, killing eve, line of duty,
broadchurch, happy valley, downton abbey, bridgerton, squid game, white lotus, last of us, house of cards, west wing, walking dead, doctor who, dr who, x-files,
godfather, goodfellas, raging bull, casablanca, citizen kane, chinatown, blue velvet, mulholland drive, eraserhead, fight club, gone girl,
silence of the lambs, american psycho, american beauty, no country for old men, big lebowski, there will be blood, boogie nights, phantom thread,
licorice pizza, la la land, whiplash, midsommar, hereditary, rosemary's baby, blair witch, paranormal activity, texas chainsaw,
nightmare on elm street, harry potter, hunger games, jurassic park, indiana jones, top gun, die hard, lethal weapon, mission impossible, john wick,
mad max, fast and furious, ocean's eleven, oceans 11, ocean's 11, italian job, baby driver, bullet train, knives out, glass onion, grand budapest hotel, royal tenenbaums,
moonrise kingdom, little miss sunshine, lady bird, little women, pride and prejudice, sense and sensibility, jane eyre, wuthering heights, great expectations,
oliver twist, christmas carol, great gatsby, moby dick, romeo and juliet, macbeth, hamlet, othello, midsummer night's dream, west side story, les mis, les misérables,
sound of music, wizard of oz, mary poppins, lion king, toy story, finding nemo, spirited away, princess mononoke, totoro, oldboy,
memories of murder, seven samurai, rashomon, tokyo story, in the mood for love, chungking express, city of god, amores perros, y tu mama tambien, pan's labyrinth,
good bye lenin, run lola run, toni erdmann, das boot, amélie, la haine, 400 blows, portrait of a lady on fire, anatomy of a fall, bicycle thieves,
8 1/2, la dolce vita, cinema paradiso, trainspotting, shaun of the dead, hot fuzz, full monty, billy elliot, love actually, notting hill, four weddings, bridget jones,
king's speech, slumdog millionaire, schindler's list, saving private ryan, forrest gump, shawshank redemption, shawshank, green mile, sixth sense, truman show, groundhog day,
eternal sunshine, being john malkovich, lost in translation, before sunrise, thelma and louise, thelma & louise, pretty woman, dirty dancing, erin brockovich,
social network, a star is born, brokeback mountain, call me by your name, manchester by the sea, three billboards, banshees of inisherin, in bruges, aftersun, past lives,
everything everywhere, poor things, barbenheimer, oppenheimer, dark knight, spider-man, avengers, x-men, guardians of the galaxy, breakfast club, home alone,
ghostbusters, gremlins, goonies, terminator, robocop, total recall, interstellar, memento, apocalypse now, full metal jacket, deer hunter`);
