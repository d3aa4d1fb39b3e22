import { wordSet } from "./word-set.ts";

const BEINGS = wordSet(`
cat kitten dog puppy hound beagle terrier poodle labrador bulldog greyhound collie spaniel chihuahua dachshund mutt mongrel horse pony mare stallion donkey mule parrot raven
crow owl hawk falcon goose duck duckling hen rooster cockerel goat sheep lamb pig piglet cow bull fox wolf bear tiger lion lioness panther elephant monkey chimp chimpanzee gorilla
ape orangutan rat mouse hamster rabbit bunny ferret hedgehog squirrel snake python lizard iguana tortoise turtle frog toad goldfish octopus whale dolphin shark seal penguin
spider android robot droid cyborg drone computer automaton golem ghost spirit demon ghoul imp dragon creature beast monster alien mermaid merman fairy goblin troll giant unicorn
doll puppet scarecrow snowman hologram ai supercomputer chatbot machine`);

/** What is no person and may have a name and a part all the same. */
export const isBeing = (word: string): boolean => BEINGS.has(word);
