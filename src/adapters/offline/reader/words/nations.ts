import { wordSet } from "./word-set.ts";

/** Peoples, lands and tongues someone may be of, beside the nations one thinks of first. */
const MORE_NATIONS = wordSet(`
afghan albanian algerian andorran angolan apache arab arabic aramaic assamese assyrian azerbaijani azeri bahamian bahraini bangladeshi bantu barbadian bavarian bedouin
belarusian belgian bengali berber bermudian bhutanese black-american bosnian botswanan breton burmese burundian caledonian cape-verdean catalan caucasian chechen cherokee
cheyenne chicana chicano congolese corsican cossack costa-rican creole cypriot dakota desi djiboutian emirati equatorial fijian flemish galician gambian
gabonese genoese greenlandic grenadian guamanian guinean gujarati guyanese gypsy hawaiian hispanic hmong honduran hutu igbo inuit ivoirian javanese jordanian kashmiri
khmer kikuyu kuwaiti kyrgyz lakota lao laotian lapp latin liberian libyan lombard luxembourgish luxembourger macedonian malagasy malawian malay maldivian malian
maasai maori māori mauritanian mauritian mestizo moldovan mohawk montenegrin moorish mozambican namibian navajo neapolitan nicaraguan nigerien norman norse
omani ottoman panamanian paraguayan parsi pashtun persian provençal puerto-rican punjabi qatari quechua québécois quebecois roma romani rwandan salvadoran sami samoan
sardinian saudi scandinavian sephardic sherpa sicilian sikh sinhalese sioux slavic sri-lankan sudeten sumerian surinamese swahili tahitian tajik tamil tanzanian
tartar tatar texan togolese tongan trinidadian tswana tuareg turkmen tuscan tutsi uighur uyghur uruguayan uzbek vanuatuan venetian xhosa yemeni yemenite
glaswegian mancunian liverpudlian geordie cockney parisian londoner brummie milanese roman bostonian yoruba yugoslav zulu biracial mixed-race latinx half-japanese white-american aboriginal indigenous scots scotch cornish viking soviet prussian`);

const PAIR = /^(\p{L}+)[-–](\p{L}+)$/u;
const HALF = new Set(["half", "part", "afro", "anglo", "franco", "indo"]);

/** Whether a word in small letters tells where someone's people are from: "Zulu", "Irish-Italian", "half-Greek". */
export function isNation(word: string, nations: ReadonlySet<string>): boolean {
  const one = (part: string): boolean => nations.has(part) || MORE_NATIONS.has(part);
  if (one(word)) return true;
  const [, first = "", second = ""] = PAIR.exec(word) ?? [];
  return one(second) && (one(first) || HALF.has(first));
}

/** "Portuguese-born", "London-raised". */
export const isBornThere = (word: string): boolean =>
  /^\p{L}+-(?:born|raised)$/u.test(word) && !/^(?:un|well|first|high|low|new|newly|still|last)-/.test(word);
