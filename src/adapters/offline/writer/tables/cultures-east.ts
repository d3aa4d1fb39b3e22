import type { Culture } from "./culture.ts";

export const EASTERN_CULTURES: readonly Culture[] = [
  {
    name: "Indian",
    women:
      "Ananya, Bhavna, Chandni, Divya, Gauri, Ishita, Jaya, Kavita, Lakshmi, Meera, Nandini, Padma, Radhika, Sunita, Tara, Usha, Vasundhara, Yamini, Aditi, Rukmini",
    men: "Arjun, Bhaskar, Chetan, Devendra, Girish, Hari, Ishaan, Jatin, Kiran, Lalit, Mohan, Naveen, Pranav, Rajesh, Sanjay, Tejas, Uday, Vikram, Yash, Ashok",
    families:
      "Banerjee, Chatterjee, Desai, Ganguly, Iyer, Joshi, Kapoor, Lal, Mehta, Nair, Pillai, Rao, Sengupta, Trivedi, Venkataraman, Acharya, Bhatt, Deshmukh, Kulkarni, Menon",
    cities: "Chennai, Kolkata, Pune, Jaipur, Kochi",
    joiner: "-",
    words: "Indian, India, Mumbai, Delhi, Bombay, Calcutta, Bangalore, Sri Lankan, Sri Lanka, Colombo",
  },
  {
    name: "Pakistani",
    women:
      "Ayesha, Bushra, Farah, Hina, Iqra, Parveen, Mahnoor, Nighat, Rubina, Saba, Tehmina, Uzma, Zara, Anum, Fauzia, Mehwish, Naila, Sadaf, Shazia, Samina",
    men: "Asif, Bilal, Daniyal, Faisal, Habib, Imran, Junaid, Kamran, Latif, Nadeem, Qadir, Rizwan, Sajid, Tahir, Usman, Waqar, Yasir, Zubair, Arif, Shahid",
    families:
      "Akhtar, Baig, Chaudhry, Durrani, Farooqi, Gilani, Hashmi, Iqbal, Javed, Khattak, Lodhi, Mirza, Niazi, Qureshi, Rehman, Siddiqui, Tareen, Usmani, Yousafzai, Zaidi",
    cities: "Lahore, Karachi, Peshawar, Dhaka, Multan",
    joiner: "-",
    words: "Pakistani, Pakistan, Bangladeshi, Bangladesh, Islamabad",
  },
  {
    name: "Chinese",
    women:
      "Mei-Lin, Xiaoyan, Jiayi, Lihua, Ruolan, Shufen, Wenqian, Yuxin, Zhenzhen, Aihua, Baozhai, Chunhua, Daiyu, Fangfang, Guiying, Huifang, Juan-Juan, Lanying, Qiuyue, Xiulan",
    men: "Weiming, Jianguo, Haoran, Zhiqiang, Bolin, Chaoyang, Deshi, Enlai, Feng, Guowei, Hongbo, Junjie, Kaiwen, Liwei, Mingzhe, Peizhi, Qiang, Ruizhi, Shaoqing, Tianyou",
    families:
      "Chen, Huang, Zhao, Zhou, Liang, Ouyang, Lu, Guo, Hsieh, Jiang, Kwok, Lam, Meng, Peng, Qian, Shen, Tang, Wu, Xu, Yuan",
    cities: "Shanghai, Chengdu, Taipei, Guangzhou, Xi'an",
    joiner: "-",
    words: "Chinese, China, Beijing, Hong Kong, Taiwanese, Taiwan, Singapore, Singaporean, Chinatown",
  },
  {
    name: "Japanese",
    women:
      "Akiko, Chiyo, Emiko, Fumiko, Hanae, Izumi, Junko, Kaede, Mariko, Natsuki, Reiko, Sakura, Tomoko, Umeko, Yuki, Asuka, Haruka, Kiyomi, Michiko, Shizuka",
    men: "Akira, Daichi, Eiji, Fumio, Goro, Hiroshi, Isamu, Jiro, Kenji, Makoto, Naoki, Osamu, Ryota, Satoshi, Takeshi, Yasuo, Haruto, Kazuo, Minoru, Shinji",
    families:
      "Tanaka, Fujimoto, Hayashi, Ishikawa, Kobayashi, Matsuda, Nakagawa, Okada, Saito, Takahashi, Ueno, Watanabe, Yamazaki, Arakawa, Endo, Hasegawa, Inoue, Kurosawa, Morita, Shimizu",
    cities: "Osaka, Kyoto, Nagasaki, Sapporo, Yokohama",
    joiner: "-",
    words: "Japanese, Japan, Tokyo, Okinawa",
  },
  {
    name: "Korean",
    women:
      "Ji-woo, Soo-jin, Hye-rin, Eun-ji, Min-seo, Na-ri, Bo-ra, Da-eun, Ha-neul, In-sook, Kyung-mi, Mi-kyong, Seo-yeon, Yoo-na, Young-ja, Ae-ri, Chae-won, Ga-eun, Myung-hee, Sun-hee",
    men: "Min-jun, Tae-hyun, Sung-ho, Jae-won, Dong-wook, Hyun-woo, Chang-min, Do-yun, Gi-tae, Ho-jin, In-ho, Ji-hoon, Kwang-su, Man-sik, Sang-woo, Seung-gi, Woo-jin, Yong-jae, Byung-chul, Kyu-ho",
    families:
      "Kim, Cha, Choi, Jung, Kang, Yoon, Jang, Lim, Han, Ryu, Seo, Shin, Kwon, Hwang, Ahn, Yoo, Hong, Ko, Bae, Noh",
    cities: "Busan, Incheon, Daegu, Gwangju, Jeonju",
    joiner: "-",
    words: "Korean, Korea, Seoul",
  },
  {
    name: "Vietnamese",
    women:
      "Thuy, Lan Anh, Bao Chau, Cam Ly, Diep, Hoa, Kim Chi, Linh, Mai Phuong, Ngoc, Phuong, Quynh, Tam Nhi, Tuyet, Xuan, Yen Nhi, Hanh, Huong, Nhung, Trang",
    men: "Anh Tuan, Binh, Cuong, Dat, Duc Huy, Hai, Hieu, Khanh, Loc, Minh, Nam, Phong, Quang, Tan, Thanh, Tien, Trung, Viet, Vinh, Khoa",
    families:
      "Nguyen, Tran, Pham, Hoang, Phan, Vu, Doan, Bui, Ngo, Duong, Ly, Dinh, Truong, Tong, Mach, Quach, Thai, Trinh, Cao, Luu",
    cities: "Hanoi, Saigon, Hue, Da Nang, Can Tho",
    joiner: "-",
    words: "Vietnamese, Vietnam, Thai, Thailand, Bangkok, Cambodian, Cambodia",
  },
  {
    name: "Filipino",
    women:
      "Analyn, Corazon, Dalisay, Evangeline, Imelda, Jocelyn, Ligaya, Marites, Rosario, Tala, Amihan, Bituin, Charito, Divina, Erlinda, Josefa, Luzviminda, Milagros, Perla, Rowena",
    men: "Andoy, Benigno, Crisanto, Dante, Efren, Francisco, Isagani, Jovito, Kidlat, Lito, Manuel, Nestor, Paeng, Ramil, Simeon, Teodoro, Virgilio, Bayani, Danilo, Emmanuel",
    families:
      "Dela Cruz, Bautista, Macaraeg, Pangilinan, Magsaysay, Abad, Bonifacio, Catacutan, Dimaculangan, Evangelista, Galang, Lacson, Mabini, Natividad, Ocampo, Punzalan, Quimpo, Santos, Tolentino, Umali",
    cities: "Cebu, Davao, Iloilo, Quezon City, Baguio",
    joiner: "-",
    words: "Filipino, Filipina, Philippines, Manila, Indonesian, Indonesia, Jakarta, Malaysian, Malaysia",
  },
];
