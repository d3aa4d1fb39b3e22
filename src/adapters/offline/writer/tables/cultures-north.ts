import type { Culture } from "./culture.ts";

export const NORTHERN_CULTURES: readonly Culture[] = [
  {
    name: "English",
    women:
      "Eleanor, Harriet, Beatrice, Georgina, Tabitha, Winifred, Edith, Charlotte, Imogen, Rosalind, Daphne, Philippa, Constance, Millicent, Judith, Verity, Cordelia, Hester, Lorna, Audrey",
    men: "Arthur, Edmund, Clive, Gareth, Nigel, Rupert, Alistair, Desmond, Leonard, Wilfred, Cedric, Dominic, Gilbert, Hugh, Julian, Percy, Quentin, Roland, Stanley, Barnaby",
    families:
      "Whitfield, Ashdown, Pemberton, Hargreaves, Thornbury, Blackwood, Fairclough, Merriweather, Holloway, Ravenscroft, Sedgwick, Tolliver, Underhill, Wainwright, Yardley, Bancroft, Crowther, Dunmore, Ellsworth, Garside",
    cities: "Leeds, Bristol, Whitby, Manchester, Norwich",
    joiner: "-",
    words: "English, British, England, Britain, London, Yorkshire, Liverpool",
  },
  {
    name: "Irish",
    women:
      "Niamh, Saoirse, Aoife, Siobhan, Brigid, Orla, Deirdre, Maeve, Roisin, Grainne, Sinead, Fionnuala, Ciara, Clodagh, Eimear, Aisling, Nuala, Muireann, Sorcha, Una",
    men: "Declan, Cormac, Fergus, Padraig, Eoin, Ruairi, Diarmuid, Oisin, Cillian, Donal, Lorcan, Tadhg, Brendan, Malachy, Cathal, Ronan, Finbar, Conall, Eamon, Darragh",
    families:
      "O'Driscoll, Gallagher, Kinsella, McBride, Delaney, Tierney, O'Hanlon, Quigley, Brannigan, Costigan, Devlin, Finnegan, Hanrahan, Lafferty, MacNamara, Rafferty, Sweeney, O'Malley, Keogh, Doherty",
    cities: "Cork, Galway, Derry, Limerick, Sligo",
    joiner: "-",
    words: "Irish, Ireland, Dublin, Belfast",
  },
  {
    name: "American",
    women:
      "Darlene, Savannah, Loretta, Cheyenne, Nadine, Brooke, Shelby, Denise, Marlowe, Tammy, Valerie, Wanda, Bonnie, Dakota, Peggy, Rhonda, Carla, Jolene, Monique, Keisha",
    men: "Travis, Wyatt, Earl, Curtis, Jerome, Dwayne, Rusty, Tyrell, Chester, Garrett, Lamar, Randall, Floyd, Brody, Marcus, Darnell, Weston, Clayton, Vernon, Duane",
    families:
      "Calloway, Bledsoe, Hutchins, Prescott, Tillman, Broussard, McAllister, Ledbetter, Rawlings, Stroud, Vance, Whitaker, Boone, Caldwell, Dupree, Easterly, Fontaine, Grimsley, Hollister, Jessup",
    cities: "Baltimore, Tulsa, Detroit, Memphis, El Paso",
    joiner: "-",
    words: "American, America, USA, US, Texas, Chicago, Boston, Los Angeles, New York, New Orleans, Brooklyn",
  },
  {
    name: "French",
    women:
      "Solène, Margaux, Céleste, Odile, Delphine, Mathilde, Aurélie, Capucine, Séverine, Hélène, Noémie, Véronique, Blandine, Clémence, Élodie, Fabienne, Garance, Ludivine, Mireille, Ségolène",
    men: "Étienne, Bastien, Gaspard, Thierry, Rémy, Lucien, Armand, Corentin, Didier, Fabrice, Guillaume, Hervé, Loïc, Mathieu, Olivier, Pascal, Raphaël, Sylvain, Tristan, Yannick",
    families:
      "Beaumont, Chevalier, Delacroix, Fournier, Girard, Lacombe, Marchand, Perrault, Rousselot, Vasseur, Aubry, Bessette, Carpentier, Dumoulin, Ferrand, Guérin, Jourdain, Lemaire, Montfort, Poirier",
    cities: "Marseille, Lyon, Nantes, Lille, Toulouse",
    joiner: "-",
    words: "French, France, Paris, Provence, Brittany",
  },
  {
    name: "German",
    women:
      "Anneliese, Greta, Liesel, Ulrike, Heike, Annika, Frieda, Gudrun, Hannelore, Ilse, Jutta, Katharina, Lotte, Margarete, Renate, Sabine, Tanja, Ursula, Wiebke, Birgit",
    men: "Matthias, Jürgen, Klaus, Lukas, Dieter, Florian, Gunther, Heinrich, Johannes, Konrad, Lothar, Moritz, Niklas, Otto, Rainer, Stefan, Torsten, Uwe, Volker, Wolfgang",
    families:
      "Brandt, Eisler, Falkenberg, Hoffmann, Kessler, Lindemann, Neumann, Rademacher, Schuster, Vogel, Baumgartner, Dressler, Engelhardt, Friedrich, Grünwald, Hartung, Krüger, Reinhardt, Steinbach, Winkler",
    cities: "Hamburg, Leipzig, Cologne, Vienna, Bremen",
    joiner: "-",
    words: "German, Germany, Berlin, Munich, Austrian, Austria, Swiss, Zurich",
  },
  {
    name: "Nordic",
    women:
      "Astrid, Ingrid, Solveig, Sigrid, Liv, Freja, Tuva, Ylva, Gunnhild, Helga, Kirsten, Linnea, Maren, Ragnhild, Signe, Thea, Vigdis, Annikki, Elina, Svea",
    men: "Bjorn, Leif, Henrik, Anders, Gustav, Halvard, Ivar, Jens, Knut, Lars, Magnus, Nils, Oskar, Rasmus, Sven, Torvald, Ulf, Viggo, Aksel, Eirik",
    families:
      "Lindqvist, Halvorsen, Bergström, Nygaard, Dahl, Eklund, Fjeld, Grønvold, Hedlund, Isaksen, Johansson, Kvist, Lundgren, Mikkelsen, Nordahl, Ostergaard, Rasmussen, Sandvik, Thorsen, Virtanen",
    cities: "Bergen, Gothenburg, Aarhus, Turku, Tromsø",
    joiner: "-",
    words:
      "Nordic, Scandinavian, Swedish, Sweden, Norwegian, Norway, Danish, Denmark, Finnish, Finland, Icelandic, Iceland, Stockholm, Oslo, Copenhagen, Helsinki, Reykjavik",
  },
  {
    name: "Polish",
    women:
      "Agnieszka, Zofia, Halina, Jadwiga, Malgorzata, Danuta, Bozena, Ewelina, Grazyna, Iwona, Kinga, Ludmila, Magda, Renata, Stanislawa, Urszula, Wieslawa, Zuzanna, Beata, Dorota",
    men: "Krzysztof, Andrzej, Bartosz, Czeslaw, Dariusz, Feliks, Grzegorz, Henryk, Jacek, Kazimierz, Leszek, Marek, Pawel, Radoslaw, Slawomir, Tadeusz, Waclaw, Wojciech, Zbigniew, Zygmunt",
    families:
      "Nowak, Wojcik, Kaczmarek, Mazur, Krawczyk, Zajac, Sikora, Bielak, Duda, Szulc, Walczak, Gajda, Lis, Pawlak, Stepien, Sobczak, Wrona, Banas, Cieslak, Halas",
    cities: "Gdansk, Krakow, Lodz, Poznan, Wroclaw",
    joiner: "-",
    words: "Polish, Poland, Warsaw",
  },
  {
    name: "Ukrainian",
    women:
      "Oksana, Iryna, Larysa, Nadiya, Svitlana, Olena, Halyna, Daryna, Kateryna, Lesya, Marusya, Nataliya, Odarka, Roksolana, Solomiya, Tetyana, Ulyana, Yaryna, Zoryana, Bohdana",
    men: "Taras, Mykola, Bohdan, Andriy, Danylo, Fedir, Hryhoriy, Ihor, Kyrylo, Levko, Maksym, Nazar, Oleksandr, Petro, Roman, Serhiy, Tymofiy, Vasyl, Yaroslav, Zakhar",
    families:
      "Kovalenko, Shevchuk, Bondarenko, Tkachuk, Melnyk, Kravets, Lysenko, Hrytsenko, Polishchuk, Savchenko, Rudenko, Marchuk, Panchenko, Vdovenko, Zinchenko, Horbach, Dovzhenko, Yurchenko, Stelmakh, Kostiuk",
    cities: "Odesa, Lviv, Kharkiv, Chernihiv, Poltava",
    joiner: "-",
    words: "Ukrainian, Ukraine, Kyiv, Slavic, Russian, Russia, Moscow",
  },
];
