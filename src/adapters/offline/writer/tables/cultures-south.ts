import type { Culture } from "./culture.ts";

export const SOUTHERN_CULTURES: readonly Culture[] = [
  {
    name: "Portuguese",
    women:
      "Beatriz, Catarina, Filipa, Inês, Joana, Leonor, Mafalda, Matilde, Rita, Teresinha, Graça, Fernanda, Lurdes, Conceição, Benedita, Carolina, Madalena, Patrícia, Sónia, Telma",
    men: "Afonso, Bernardo, Duarte, Gonçalo, Henrique, João, Lourenço, Martim, Nuno, Rodrigo, Rui, Salvador, Tiago, Vasco, Xavier, Américo, Baltasar, Caetano, Diogo, Estêvão",
    families:
      "Ferreira, Carvalho, Teixeira, Magalhães, Correia, Nogueira, Figueiredo, Sequeira, Barbosa, Moreira, Pinheiro, Vasconcelos, Loureiro, Cardoso, Queiroz, Rebelo, Tavares, Fonseca, Guerreiro, Amaral",
    cities: "Lisbon, Porto, Braga, Coimbra, Faro",
    joiner: " ",
    words:
      "Portuguese, Portugal, Brazilian, Brazil, Rio de Janeiro, Rio, São Paulo, Sao Paulo, Salvador, Angola, Luanda, Maputo",
  },
  {
    name: "Spanish",
    women:
      "Alejandra, Consuelo, Dolores, Esperanza, Guadalupe, Itziar, Jimena, Lucía, Maricarmen, Nieves, Paloma, Rocío, Soledad, Ximena, Yolanda, Amparo, Begoña, Remedios, Inmaculada, Montserrat",
    men: "Álvaro, Andrés, Benicio, Cristóbal, Emilio, Fermín, Gael, Hernán, Ignacio, Joaquín, Lisandro, Mateo, Octavio, Rafael, Santiago, Ulises, Vicente, Wilmer, Ezequiel, Anselmo",
    families:
      "Navarro, Castellano, Ibarra, Quintero, Salazar, Villanueva, Zamora, Aguirre, Bustamante, Cervantes, Delgado, Escobar, Figueroa, Gallardo, Herrera, Jaramillo, Ledesma, Montoya, Olivares, Paredes",
    cities: "Valencia, Guadalajara, Medellín, Seville, Valparaíso",
    joiner: " ",
    words:
      "Spanish, Spain, Madrid, Barcelona, Mexican, Mexico, Mexico City, Colombian, Colombia, Bogotá, Bogota, Argentine, Argentinian, Argentina, Buenos Aires, Chilean, Chile, Peruvian, Peru, Lima, Cuban, Cuba, Havana, Latino, Latina, Hispanic",
  },
  {
    name: "Italian",
    women:
      "Alessandra, Chiara, Donatella, Federica, Giovanna, Ilaria, Loredana, Ornella, Pierina, Raffaella, Serafina, Tiziana, Viola, Antonella, Bianca, Cosima, Fiammetta, Ginevra, Lucrezia, Marcella",
    men: "Achille, Carmine, Dario, Ettore, Fabrizio, Gennaro, Lorenzo, Massimo, Nicolò, Ottavio, Pasquale, Renzo, Salvatore, Tommaso, Umberto, Vito, Alfonso, Beppe, Corrado, Giancarlo",
    families:
      "Esposito, Lombardi, Bellucci, Caruso, De Luca, Fontana, Greco, Marchetti, Palumbo, Rinaldi, Sartori, Tedesco, Valentini, Zanetti, Bassano, Capuano, Donati, Ferrante, Gallo, Morandi",
    cities: "Naples, Turin, Palermo, Genoa, Bologna",
    joiner: "-",
    words: "Italian, Italy, Rome, Milan, Venice, Florence, Sicily, Sicilian",
  },
  {
    name: "Turkish",
    women:
      "Aylin, Defne, Elif, Feride, Gülsüm, Hande, Jale, Leyla, Meltem, Nurhan, Özlem, Pinar, Rana, Sevgi, Tülay, Yasemin, Zeynep, Burcu, Ceyda, Dilara",
    men: "Ahmet, Baran, Cemal, Deniz, Emre, Ferhat, Gökhan, Hakan, Ilker, Kemal, Levent, Murat, Necati, Orhan, Rifat, Selim, Tarkan, Umut, Volkan, Yavuz",
    families:
      "Aydin, Bozkurt, Çelik, Demir, Erdem, Günay, Karaca, Özdemir, Polat, Sönmez, Tekin, Uysal, Yilmaz, Aksoy, Balci, Dogan, Kaplan, Korkmaz, Toprak, Yildiz",
    cities: "Izmir, Ankara, Trabzon, Adana, Bursa",
    joiner: "-",
    words: "Turkish, Turkey, Istanbul",
  },
  {
    name: "Arab",
    women:
      "Amal, Bahira, Dalal, Fadwa, Ghada, Hanan, Inaya, Jumana, Khadija, Lamia, Maysa, Nawal, Rasha, Salma, Thuraya, Wafa, Yusra, Zainab, Rima, Abla",
    men: "Adel, Bassam, Fadi, Ghassan, Hisham, Imad, Jamal, Khalil, Marwan, Nabil, Omar, Qasim, Rashid, Samir, Tariq, Wael, Youssef, Ziad, Anwar, Fouad",
    families:
      "Haddad, Khoury, Mansour, Nasser, Saleh, Shaheen, Aziz, Barakat, Darwish, Farouk, Ghanem, Hijazi, Jaber, Kanaan, Masri, Qabbani, Rahal, Sabbagh, Tamimi, Zayed",
    cities: "Alexandria, Beirut, Amman, Casablanca, Tunis",
    joiner: "-",
    words:
      "Arab, Arabic, Egyptian, Egypt, Cairo, Lebanese, Lebanon, Syrian, Syria, Damascus, Jordanian, Jordan, Moroccan, Morocco, Marrakesh, Algerian, Algeria, Tunisian, Tunisia, Iraqi, Iraq, Baghdad, Saudi, Dubai",
  },
  {
    name: "Persian",
    women:
      "Anahita, Bahar, Forough, Golnaz, Homa, Laleh, Mahsa, Niloufar, Parisa, Roxana, Shirin, Taraneh, Vida, Yalda, Zohreh, Azadeh, Mitra, Nasrin, Setareh, Pari",
    men: "Arash, Behrouz, Cyrus, Dariush, Esfandiar, Farhad, Hamid, Iraj, Jamshid, Kaveh, Mehrdad, Navid, Omid, Parviz, Ramin, Shahram, Touraj, Vahid, Babak, Sohrab",
    families:
      "Ahmadi, Bahrami, Daneshvar, Ebrahimi, Farahani, Golestan, Hosseini, Jafari, Karimi, Moradi, Nazari, Pahlevan, Rostami, Sadeghi, Tehrani, Vaziri, Yazdani, Zand, Kiani, Shirazi",
    cities: "Isfahan, Tabriz, Rasht, Yazd, Mashhad",
    joiner: "-",
    words: "Persian, Iranian, Iran, Tehran, Afghan, Afghanistan, Kabul, Kurdish",
  },
  {
    name: "Hebrew",
    women:
      "Avital, Batsheva, Chava, Dafna, Efrat, Hadas, Ilana, Michal, Noa, Orit, Shoshana, Tamar, Yael, Zipora, Adina, Dalia, Galit, Keren, Liora, Rivka",
    men: "Amos, Boaz, Chaim, Eitan, Gidon, Itai, Menachem, Noam, Oded, Shimon, Tzvi, Uri, Yaakov, Zev, Asher, Dov, Elazar, Nachum, Reuven, Yoav",
    families:
      "Abramov, Ben-Ami, Carmi, Dayan, Eshkol, Feldman, Goldberg, Harari, Katzir, Levin, Mizrahi, Peretz, Rabin, Shapiro, Tal, Vardi, Weissman, Yariv, Zukerman, Almog",
    cities: "Haifa, Jaffa, Jerusalem, Safed, Beersheba",
    joiner: "-",
    words: "Jewish, Israeli, Israel, Tel Aviv",
  },
];
