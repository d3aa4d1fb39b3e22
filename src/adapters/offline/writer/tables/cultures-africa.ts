import type { Culture } from "./culture.ts";

export const AFRICAN_CULTURES: readonly Culture[] = [
  {
    name: "Nigerian",
    women:
      "Adaeze, Bisi, Chioma, Damilola, Ebele, Folake, Ifeoma, Kemi, Ngozi, Obiageli, Ronke, Simisola, Titilayo, Uche, Yetunde, Amarachi, Bolanle, Funmilayo, Nkechi, Temitope",
    men: "Adebayo, Babatunde, Chukwudi, Dele, Emeka, Femi, Gbenga, Ikenna, Jide, Kelechi, Lanre, Nnamdi, Obinna, Segun, Tunde, Ugochukwu, Wale, Yemi, Chinedu, Kunle",
    families:
      "Okafor, Adeyemi, Balogun, Chukwu, Danjuma, Ekwueme, Fashola, Igwe, Kuti, Lawal, Mbah, Nwosu, Obi, Salako, Uzoma, Afolabi, Bello, Eze, Ogunleye, Onyekachi",
    cities: "Lagos, Enugu, Ibadan, Kano, Port Harcourt",
    joiner: "-",
    words: "Nigerian, Nigeria, Abuja, African, Africa",
  },
  {
    name: "Ghanaian",
    women:
      "Abena, Adwoa, Akosua, Ama, Efua, Esi, Afua, Yaa, Araba, Akua, Baaba, Dede, Ekua, Korkor, Mansa, Naa, Serwaa, Sisi, Adoma, Maame",
    men: "Kwame, Kofi, Kwabena, Yaw, Kwaku, Kojo, Ebo, Fiifi, Kweku, Kwadwo, Osei, Paa, Kwesi, Tetteh, Nii, Agyeman, Kobina, Ato, Jojo, Akwasi",
    families:
      "Mensah, Asante, Boateng, Owusu, Appiah, Addo, Amoah, Ansah, Baidoo, Darko, Frimpong, Gyasi, Lartey, Nkansah, Opoku, Quaye, Sarpong, Tagoe, Yeboah, Acheampong",
    cities: "Accra, Kumasi, Tema, Cape Coast, Tamale",
    joiner: "-",
    words: "Ghanaian, Ghana, Senegalese, Senegal, Dakar, Ivorian, Abidjan",
  },
  {
    name: "Kenyan",
    women:
      "Akinyi, Wanjiru, Nyambura, Atieno, Chebet, Jepkosgei, Kageha, Makena, Muthoni, Naliaka, Nekesa, Njeri, Wairimu, Wambui, Achieng, Jeruto, Kerubo, Moraa, Wangari, Zawadi",
    men: "Baraka, Kamau, Kiprono, Maina, Mwangi, Njoroge, Ochieng, Odhiambo, Otieno, Wafula, Barasa, Gitau, Juma, Kibet, Kipchoge, Kimani, Mutua, Ndung'u, Opiyo, Simiyu",
    families:
      "Kariuki, Wekesa, Omondi, Cheruiyot, Githinji, Kiplagat, Langat, Macharia, Muriuki, Nderitu, Nyong'o, Obura, Oduya, Onyango, Rotich, Ruto, Wanyama, Wabwire, Kosgei, Musyoka",
    cities: "Nairobi, Mombasa, Kisumu, Arusha, Kampala",
    joiner: "-",
    words: "Kenyan, Kenya, Tanzanian, Tanzania, Ugandan, Uganda, Swahili",
  },
  {
    name: "Ethiopian",
    women:
      "Abeba, Almaz, Bethlehem, Desta, Eden, Fikirte, Genet, Hiwot, Kidist, Liya, Makeda, Netsanet, Rahel, Selam, Tigist, Worknesh, Yodit, Zewditu, Azeb, Meseret",
    men: "Abebe, Berhanu, Dawit, Eskender, Fasil, Getachew, Haile, Isayas, Kebede, Lemma, Mekonnen, Negash, Solomon, Tadesse, Wondimu, Yonas, Zerihun, Alemayehu, Biruk, Girma",
    families:
      "Tesfaye, Bekele, Assefa, Demissie, Gebre, Habte, Kassa, Legesse, Mulugeta, Nega, Regassa, Shiferaw, Teklu, Wolde, Yilma, Zeleke, Alemu, Belay, Desalegn, Hailu",
    cities: "Addis Ababa, Gondar, Asmara, Harar, Mekelle",
    joiner: "-",
    words: "Ethiopian, Ethiopia, Eritrean, Eritrea, Somali, Somalia",
  },
  {
    name: "South African",
    women:
      "Ayanda, Busisiwe, Dineo, Lerato, Lindiwe, Nandi, Nomvula, Nthabiseng, Palesa, Refilwe, Sibongile, Thandeka, Thuli, Unathi, Zandile, Zodwa, Bongiwe, Khanyi, Mbali, Nokuthula",
    men: "Andile, Bheki, Dumisani, Kagiso, Lungile, Mandla, Njabulo, Phumlani, Sipho, Siyabonga, Thabo, Themba, Tumelo, Vusi, Xolani, Zakes, Bongani, Jabulani, Mpho, Sizwe",
    families:
      "Dlamini, Khumalo, Mokoena, Nkosi, Ndlovu, Zungu, Buthelezi, Cele, Gumede, Hlongwane, Jili, Mabaso, Mahlangu, Mkhize, Molefe, Ngcobo, Radebe, Sithole, Tshabalala, Zwane",
    cities: "Durban, Soweto, Cape Town, Port Elizabeth, Harare",
    joiner: "-",
    words: "South African, South Africa, Johannesburg, Zulu, Zimbabwean, Zimbabwe",
  },
];
