import { wordSet } from "./word-set.ts";

/** Figures of myth, books, films and songs, and players, whom one name is enough to mean. Whole names, lower case. */
export const FIGURES = wordSet(`
orpheus, eurydice, medea, oedipus, odysseus, ulysses, hercules, sisyphus, prometheus, gatsby, jay gatsby, raskolnikov, dracula, frankenstein, nosferatu, gulliver,
robinson crusoe, don quixote, quixote, sancho panza, mephisto, holden caulfield, huckleberry finn, huck finn, tom sawyer, scout finch, boo radley, big brother,
winston smith, king lear, iago, desdemona, lady macbeth, falstaff, tybalt, mercutio, lady bracknell, hedda gabler, nora helmer, miss marple, marple, hercule poirot,
maigret, father brown, jessica fletcher, inspector clouseau, clouseau, inspector morse, inspector gadget, jean valjean, quasimodo, cyrano, d'artagnan, zorro,
robin hood, lancelot, guinevere, morgana, red riding hood, little red riding hood, cinderella, snow white, rapunzel, sleeping beauty, rumpelstiltskin,
pippi longstocking, pippi, paddington, winnie the pooh, peter rabbit, the grinch, grinch, scrooge, amelie, amélie, furiosa, mad max, imperator furiosa, thanos,
wolverine, magneto, deadpool, harley quinn, catwoman, groot, gollum, legolas, aragorn, sauron, samwise, bilbo, anakin, anakin skywalker, kylo ren, chewbacca, chewie,
palpatine, darth maul, the mandalorian, mandalorian, grogu, spock, captain kirk, picard, e.t, king kong, godzilla, freddy krueger, jason voorhees, michael myers,
leatherface, pennywise, ghostface, carrie white, rosemary woodhouse, keyser soze, kaiser soze, tyler durden, william wallace, lieutenant dan, andy dufresne,
john coffey, benoit blanc, mrs robinson, annie hall, alvy singer, daniel blake, billy elliot, bridget jones, mark darcy, vivian ward, baby houseman, danny zuko,
carrie bradshaw, samantha jones, ted lasso, roy kent, walter bishop, dr house, gregory house, dr grey, meredith grey, olivia pope, saul goodman, kim wexler,
gus fring, jon snow, daenerys, cersei, tyrion, arya stark, ned stark, omar little, mcnulty, stringer bell, don corleone, tommy shelby, eve polastri, kendall roy,
logan roy, shiv roy, michael scott, dwight schrute, leslie knope, liz lemon, ross geller, rachel green, chandler bing, sheldon cooper, jack bauer, carrie mathison,
joel miller, ellie williams, wednesday addams, sherlock, katniss everdeen, bella swan, edward cullen, billie jean, eleanor rigby, major tom, ziggy stardust,
mrs doubtfire, ace ventura, borat, austin powers, dr evil, dr strangelove, charles foster kane, citizen kane, rick deckard, deckard, roy batty, hal 9000, wall-e,
baby yoda, kevin mccallister, truman burbank, elder price, inigo montoya, spartacus, zendaya, rihanna, eminem, björk, bjork, bowie, david bowie, freddie mercury,
john lennon, paul mccartney, bob dylan, michael jackson, britney, lady gaga, gaga, billie eilish, dua lipa, harry styles, ed sheeran, kate bush, amy winehouse,
kurt cobain, jimi hendrix, johnny cash, dolly parton, sandra hüller, frances mcdormand, nicole kidman, pedro pascal, jenna ortega, sean bean, timothée, timothee,
cumberbatch, mbappé, winston churchill, queen victoria, queen elizabeth, king charles, princess diana, joan of arc, cleopatra, julius caesar, alexander the great,
genghis khan, rasputin, marie antoinette, florence nightingale, amelia earhart, anne frank, rosa parks, martin luther king, malcolm x, che guevara, steve jobs,
bill gates, mark zuckerberg, freud, sigmund freud, nietzsche, aristotle, plato, socrates, van gogh, da vinci, frida kahlo, warhol, banksy, agatha christie,
stephen king, tolstoy, dostoevsky, chekhov, hemingway, kafka, jane austen, dickens, orwell, virginia woolf, sylvia plath, tolkien, jk rowling, edgar allan poe`);
