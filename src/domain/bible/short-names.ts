/** A full name and the short ones that stand for it, one line each, in the forms of `nameKey`. */
const TABLE = `
abigail abby abbie gail
alexander alex alec sandy xander lex
alexandra alex sandra alexa lexi sasha
alfred al alf alfie fred
alice allie
amanda mandy
andrew andy drew
angela angie
anthony tony ant
antonio tony
archibald archie
arthur art artie
barbara barb babs
benjamin ben benny benji
bernard bernie
beatrice bea trixie
bradley brad
caroline carrie caro
catherine cathy kate katie cat kit kitty kathy
katherine kathy kate katie kat kit kitty cathy
charles charlie chuck chas
charlotte charlie lottie
christina chris tina chrissie
christine chris chrissie tina
christopher chris kit topher
cynthia cindy
daniel dan danny
danielle dani
david dave davey
deborah deb debbie
dennis denny
diana di
dominic dom
donald don donny
dorothy dot dottie dolly
douglas doug
edward ed eddie ted teddy ned
edwin ed eddie
eleanor ellie nell nora
elizabeth liz lizzie beth betty eliza elsie lisa libby bess
emily em emmy
eugene gene
florence flo florrie
frances fran frannie
francis frank
francesca fran franny
franklin frank
frederick fred freddie rick
gabriel gabe
gabriella gabby
geoffrey geoff
george georgie
gerald gerry jerry
gerard gerry
gregory greg
gwendolyn gwen
harold harry hal
harriet hattie
helen nell
henry harry hank hal
herbert herb bert
isabella izzy bella isa
isabel izzy bel
jacob jake
jacqueline jackie
james jim jimmy jamie
janet jan
jason jay
jeffrey jeff
jennifer jen jenny
jeremy jem jerry
jessica jess jessie
joanna jo joey
john jack johnny
jonathan jon jonny
joseph joe joey
josephine jo josie
joshua josh
judith judy
julia jules
kenneth ken kenny
kimberly kim
lawrence larry
leonard leo len lenny
leonardo leo
louis lou
louise lou
lucille lucy
madeleine maddie
margaret maggie meg peggy greta margie daisy
martha marty
martin marty
mary molly polly
matilda tilly
matthew matt matty
maximilian max
melissa mel lissa
melanie mel
michael mike mick micky mikey
michelle shelly
mohammed mo
nathan nate
nathaniel nat nate
natalie nat
natasha tasha
nicholas nick nicky nico
nicole nicky nikki
oliver ollie
olivia liv livvy
pamela pam
patricia pat patty tricia trish
patrick pat paddy rick
penelope penny
peter pete
philip phil pip
phillip phil pip
priscilla cilla
rachel rach
raymond ray
rebecca becky becca
reginald reg reggie
richard rick dick rich richie ricky
robert bob bobby rob robbie bert
roberta bobbie
roderick rod
ronald ron ronnie
rosemary rose rosie
rudolph rudy
samantha sam sammy
samuel sam sammy
sarah sally sadie
sebastian seb bas
solomon sol
stephanie steph
stephen steve stevie
steven steve stevie
stuart stu
susan sue susie
suzanne sue suzie
terence terry
teresa tess terry tessa
theodore theo ted teddy
theodora thea dora
thomas tom tommy
timothy tim timmy
tobias toby
valerie val
veronica ronnie
victor vic
victoria vicky tori
vincent vince vinny
virginia ginny
walter walt wally
wilhelmina mina billie
william bill billy will willie liam
winifred winnie
zachary zach zac
`;

const FULL = new Map<string, readonly string[]>(
  TABLE.trim()
    .split("\n")
    .map((line) => {
      const [full = "", ...short] = line.split(" ");
      return [full, short];
    }),
);

const LONG = Map.groupBy(
  [...FULL].flatMap(([full, short]) => short.map((name) => ({ name, full }))),
  ({ name }) => name,
);

/** Other names of somebody who goes by this one: the full ones it stands for and their other short ones, or its short ones. Keys as of `nameKey`. */
export function alsoCalled(key: string): readonly string[] {
  const fulls = (LONG.get(key) ?? []).map(({ full }) => full);
  const others = [key, ...fulls].flatMap((full) => FULL.get(full) ?? []);
  return [...new Set([...fulls, ...others])].filter((name) => name !== key);
}

/** Whether `short` stands for `full`: "bob", "robert". */
export const isShortFor = (short: string, full: string): boolean => FULL.get(full)?.includes(short) ?? false;
