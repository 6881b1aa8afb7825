<?xml version="1.0" encoding="UTF-8"?>
<!-- How names in the news are said in English, where eSpeak NG's American voice gets them wrong.
     en.md beside this file has the evidence: what it said, what it says now, and what was wrong.
     Every r is written, and vowels are those that British and American readers share: a voice says them its way.
     To hear a change: accessnews say Kyiv -->
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="en">

  <!-- Agencies, papers, companies -->
  <lexeme><grapheme>Agence France-Presse</grapheme><phoneme>ɑːˌʒɑːns frɑːns ˈprɛs</phoneme></lexeme>
  <lexeme><grapheme>Anadolu</grapheme><phoneme>ˌɑːnəˈdoʊluː</phoneme></lexeme>
  <lexeme><grapheme>Deutsche</grapheme><phoneme>ˈdɔɪtʃə</phoneme></lexeme>
  <lexeme><grapheme>El País</grapheme><phoneme>ɛl paɪˈiːs</phoneme></lexeme>
  <lexeme><grapheme>FEMA</grapheme><phoneme>ˈfiːmə</phoneme></lexeme>
  <lexeme><grapheme>Huawei</grapheme><phoneme>ˈhwɑːweɪ</phoneme></lexeme>
  <lexeme><grapheme>Kyodo</grapheme><phoneme>ˈkjoʊdoʊ</phoneme></lexeme>
  <lexeme><grapheme>Lufthansa</grapheme><phoneme>ˈlʊfthænzə</phoneme></lexeme>
  <lexeme><grapheme>Rheinmetall</grapheme><phoneme>ˈraɪnmətæl</phoneme></lexeme>
  <lexeme><grapheme>Shein</grapheme><phoneme>ˈʃiːɪn</phoneme></lexeme>
  <lexeme><grapheme>UNESCO</grapheme><phoneme>juːˈnɛskoʊ</phoneme></lexeme>
  <lexeme><grapheme>UNRWA</grapheme><phoneme>ˈʌnrə</phoneme></lexeme>
  <lexeme><grapheme>Xinhua</grapheme><phoneme>ˌʃɪnˈhwɑː</phoneme></lexeme>

  <!-- Institutions, movements, words of the news -->
  <lexeme><grapheme>acetaminophen</grapheme><phoneme>əˌsiːtəˈmɪnəfən</phoneme></lexeme>
  <lexeme><grapheme>coronavirus</grapheme><phoneme>kəˈroʊnəvaɪrəs</phoneme></lexeme>
  <lexeme><grapheme>coup d'état</grapheme><grapheme>coup d'etat</grapheme><phoneme>ˌkuː deɪˈtɑː</phoneme></lexeme>
  <lexeme><grapheme>Bundestag</grapheme><phoneme>ˈbʊndəstɑːɡ</phoneme></lexeme>
  <lexeme><grapheme>Dáil</grapheme><phoneme>dɔɪl</phoneme></lexeme>
  <lexeme><grapheme>ECOWAS</grapheme><phoneme>ˈɛkoʊwɑːs</phoneme></lexeme>
  <lexeme><grapheme>Eid al-Adha</grapheme><phoneme>ˌiːd əl ˈɑːdə</phoneme></lexeme>
  <lexeme><grapheme>fentanyl</grapheme><phoneme>ˈfɛntənɪl</phoneme></lexeme>
  <lexeme><grapheme>Fianna Fáil</grapheme><phoneme>ˌfiːənə ˈfɔɪl</phoneme></lexeme>
  <lexeme><grapheme>Fine Gael</grapheme><phoneme>ˌfiːnə ˈɡeɪl</phoneme></lexeme>
  <lexeme><grapheme>Hezbollah</grapheme><grapheme>Hizbullah</grapheme><phoneme>ˌhɛzbəˈlɑː</phoneme></lexeme>
  <lexeme><grapheme>hijab</grapheme><phoneme>hɪˈdʒɑːb</phoneme></lexeme>
  <lexeme><grapheme>Houthi</grapheme><phoneme>ˈhuːθi</phoneme></lexeme>
  <lexeme><grapheme>Houthis</grapheme><phoneme>ˈhuːθiz</phoneme></lexeme>
  <lexeme><grapheme>hryvnia</grapheme><phoneme>ˈhrɪvniə</phoneme></lexeme>
  <lexeme><grapheme>hryvnias</grapheme><phoneme>ˈhrɪvniəz</phoneme></lexeme>
  <lexeme><grapheme>Knesset</grapheme><phoneme>kəˈnɛsɪt</phoneme></lexeme>
  <lexeme><grapheme>Likud</grapheme><phoneme>lɪˈkuːd</phoneme></lexeme>
  <lexeme><grapheme>Quds</grapheme><phoneme>kʊdz</phoneme></lexeme>
  <lexeme><grapheme>Ozempic</grapheme><phoneme>oʊˈzɛmpɪk</phoneme></lexeme>
  <lexeme><grapheme>paracetamol</grapheme><phoneme>ˌpærəˈsiːtəmɒl</phoneme></lexeme>
  <lexeme><grapheme>renminbi</grapheme><phoneme>ˈrɛnmɪnbi</phoneme></lexeme>
  <lexeme><grapheme>Sejm</grapheme><phoneme>seɪm</phoneme></lexeme>
  <lexeme><grapheme>Senedd</grapheme><phoneme>ˈsɛnɛð</phoneme></lexeme>
  <lexeme><grapheme>Sinn Féin</grapheme><grapheme>Sinn Fein</grapheme><phoneme>ˌʃɪn ˈfeɪn</phoneme></lexeme>
  <lexeme><grapheme>Uyghur</grapheme><phoneme>ˈwiːɡʊər</phoneme></lexeme>
  <lexeme><grapheme>Uyghurs</grapheme><phoneme>ˈwiːɡʊərz</phoneme></lexeme>

  <!-- People of Europe and the former Soviet Union -->
  <lexeme><grapheme>Badenoch</grapheme><phoneme>ˈbeɪdənɒk</phoneme></lexeme>
  <lexeme><grapheme>Farage</grapheme><phoneme>fəˈrɑːʒ</phoneme></lexeme>
  <lexeme><grapheme>Friedrich</grapheme><phoneme>ˈfriːdrɪk</phoneme></lexeme>
  <lexeme><grapheme>Geert Wilders</grapheme><phoneme>ˌɡɪərt ˈwɪldərz</phoneme></lexeme>
  <lexeme><grapheme>Giorgia</grapheme><phoneme>ˈdʒɔːrdʒə</phoneme></lexeme>
  <lexeme><grapheme>Kaja Kallas</grapheme><phoneme>ˌkɑːjə ˈkæləs</phoneme></lexeme>
  <lexeme><grapheme>Keir</grapheme><phoneme>kɪər</phoneme></lexeme>
  <lexeme><grapheme>Lavrov</grapheme><phoneme>ləˈvrɒf</phoneme></lexeme>
  <lexeme><grapheme>Lecornu</grapheme><phoneme>ləkɔːrˈnuː</phoneme></lexeme>
  <lexeme><grapheme>Macron</grapheme><phoneme>məˈkrɒn</phoneme></lexeme>
  <lexeme><grapheme>Mélenchon</grapheme><phoneme>ˌmeɪlɒnˈʃɒn</phoneme></lexeme>
  <lexeme><grapheme>Merz</grapheme><phoneme>mɛərts</phoneme></lexeme>
  <lexeme><grapheme>Micheál</grapheme><phoneme>ˈmiːhɔːl</phoneme></lexeme>
  <lexeme><grapheme>Navalny</grapheme><phoneme>nəˈvɑːlni</phoneme></lexeme>
  <lexeme><grapheme>Navalnaya</grapheme><phoneme>nəˈvɑːlnəjə</phoneme></lexeme>
  <lexeme><grapheme>Nawrocki</grapheme><phoneme>nəˈvrɒtski</phoneme></lexeme>
  <lexeme><grapheme>Oleksandr</grapheme><phoneme>ˌɒlɛkˈsɑːndər</phoneme></lexeme>
  <lexeme><grapheme>Orbán</grapheme><grapheme>Orban</grapheme><phoneme>ˈɔːrbɑːn</phoneme></lexeme>
  <lexeme><grapheme>Prigozhin</grapheme><phoneme>prɪˈɡoʊʒɪn</phoneme></lexeme>
  <lexeme><grapheme>Putin</grapheme><phoneme>ˈpuːtɪn</phoneme></lexeme>
  <lexeme><grapheme>Robert Fico</grapheme><phoneme>ˌrɒbərt ˈfiːtsoʊ</phoneme></lexeme>
  <lexeme><grapheme>Rutte</grapheme><phoneme>ˈrʌtə</phoneme></lexeme>
  <lexeme><grapheme>Sánchez</grapheme><phoneme>ˈsæntʃɛz</phoneme></lexeme>
  <lexeme><grapheme>Sarkozy</grapheme><phoneme>sɑːrˈkoʊzi</phoneme></lexeme>
  <lexeme><grapheme>Scholz</grapheme><phoneme>ʃɒlts</phoneme></lexeme>
  <lexeme><grapheme>Serhii</grapheme><grapheme>Serhiy</grapheme><phoneme>sɛərˈhiː</phoneme></lexeme>
  <lexeme><grapheme>Sunak</grapheme><phoneme>ˈsuːnæk</phoneme></lexeme>
  <lexeme><grapheme>Syrskyi</grapheme><phoneme>ˈsɪərski</phoneme></lexeme>
  <lexeme><grapheme>Thunberg</grapheme><phoneme>ˈtuːnbɜːrɡ</phoneme></lexeme>
  <lexeme><grapheme>Tsikhanouskaya</grapheme><phoneme>ˌtsiːkəˈnaʊskəjə</phoneme></lexeme>
  <lexeme><grapheme>Volodymyr</grapheme><phoneme>ˌvɒlədɪˈmɪər</phoneme></lexeme>
  <lexeme><grapheme>von der Leyen</grapheme><phoneme>fɒn dər ˈlaɪən</phoneme></lexeme>
  <lexeme><grapheme>Vučić</grapheme><grapheme>Vucic</grapheme><phoneme>ˈvuːtʃɪtʃ</phoneme></lexeme>
  <lexeme><grapheme>Weidel</grapheme><phoneme>ˈvaɪdəl</phoneme></lexeme>
  <lexeme><grapheme>Yevgeny</grapheme><phoneme>jɛvˈɡɛni</phoneme></lexeme>
  <lexeme><grapheme>Zelenskyy</grapheme><grapheme>Zelenskiy</grapheme><phoneme>zəˈlɛnski</phoneme></lexeme>

  <!-- People of the Middle East -->
  <lexeme><grapheme>Abbas</grapheme><phoneme>əˈbɑːs</phoneme></lexeme>
  <lexeme><grapheme>Abdullah</grapheme><phoneme>əbˈdʌlə</phoneme></lexeme>
  <lexeme><grapheme>Ahmed</grapheme><phoneme>ˈɑːmɛd</phoneme></lexeme>
  <lexeme><grapheme>Araghchi</grapheme><phoneme>əˈrɑːktʃi</phoneme></lexeme>
  <lexeme><grapheme>Ben-Gvir</grapheme><phoneme>bɛn ˈɡvɪər</phoneme></lexeme>
  <lexeme><grapheme>el-Sisi</grapheme><grapheme>el-Sissi</grapheme><phoneme>ɛl ˈsiːsi</phoneme></lexeme>
  <lexeme><grapheme>Sisi</grapheme><grapheme>Sissi</grapheme><phoneme>ˈsiːsi</phoneme></lexeme>
  <lexeme><grapheme>Erdoğan</grapheme><grapheme>Erdogan</grapheme><phoneme>ˈɛərdəwɑːn</phoneme></lexeme>
  <lexeme><grapheme>Gadhafi</grapheme><grapheme>Gaddafi</grapheme><grapheme>Qaddafi</grapheme><phoneme>ɡəˈdɑːfi</phoneme></lexeme>
  <lexeme><grapheme>Hussein</grapheme><phoneme>huːˈseɪn</phoneme></lexeme>
  <lexeme><grapheme>İmamoğlu</grapheme><grapheme>Imamoglu</grapheme><phoneme>ɪˈmɑːmoʊluː</phoneme></lexeme>
  <lexeme><grapheme>Khamenei</grapheme><phoneme>ˌhɑːməneɪˈiː</phoneme></lexeme>
  <lexeme><grapheme>Khashoggi</grapheme><phoneme>kəˈʃoʊɡi</phoneme></lexeme>
  <lexeme><grapheme>Mahmoud</grapheme><phoneme>mɑːˈmuːd</phoneme></lexeme>
  <lexeme><grapheme>Nasrallah</grapheme><phoneme>ˌnæsrəˈlɑː</phoneme></lexeme>
  <lexeme><grapheme>Pezeshkian</grapheme><phoneme>ˌpɛzɛʃkiˈɑːn</phoneme></lexeme>
  <lexeme><grapheme>Qasem</grapheme><grapheme>Qassem</grapheme><phoneme>ˈkɑːsəm</phoneme></lexeme>
  <lexeme><grapheme>Raisi</grapheme><phoneme>raɪˈiːsi</phoneme></lexeme>
  <lexeme><grapheme>Recep</grapheme><phoneme>ˈrɛdʒɛp</phoneme></lexeme>
  <lexeme><grapheme>Sinwar</grapheme><phoneme>ˈsɪnwɑːr</phoneme></lexeme>

  <!-- People of Asia and the Pacific -->
  <lexeme><grapheme>Cao</grapheme><phoneme>tsaʊ</phoneme></lexeme>
  <lexeme><grapheme>Duterte</grapheme><phoneme>duːˈtɛərteɪ</phoneme></lexeme>
  <lexeme><grapheme>Hasina</grapheme><phoneme>həˈsiːnə</phoneme></lexeme>
  <lexeme><grapheme>Lai Ching-te</grapheme><phoneme>ˌlaɪ tʃɪŋˈdʌ</phoneme></lexeme>
  <lexeme><grapheme>Lee Jae-myung</grapheme><grapheme>Lee Jae Myung</grapheme><phoneme>ˌliː dʒeɪ ˈmjʌŋ</phoneme></lexeme>
  <lexeme><grapheme>Li</grapheme><phoneme>liː</phoneme></lexeme>
  <lexeme><grapheme>Liu</grapheme><phoneme>ljuː</phoneme></lexeme>
  <lexeme><grapheme>Nguyen</grapheme><grapheme>Nguyễn</grapheme><phoneme>wɪn</phoneme></lexeme>
  <lexeme><grapheme>Shinzo Abe</grapheme><phoneme>ˌʃɪnzoʊ ˈɑːbeɪ</phoneme></lexeme>
  <lexeme><grapheme>Takaichi</grapheme><phoneme>təˈkaɪtʃi</phoneme></lexeme>
  <lexeme><grapheme>Wang</grapheme><phoneme>wɑːŋ</phoneme></lexeme>
  <lexeme><grapheme>Xi</grapheme><phoneme>ʃiː</phoneme></lexeme>
  <lexeme><grapheme>Xi Jinping</grapheme><phoneme>ˌʃiː dʒɪnˈpɪŋ</phoneme></lexeme>
  <lexeme><grapheme>Xu</grapheme><phoneme>ʃuː</phoneme></lexeme>
  <lexeme><grapheme>Zhang</grapheme><phoneme>dʒɑːŋ</phoneme></lexeme>
  <lexeme><grapheme>Zhao</grapheme><phoneme>dʒaʊ</phoneme></lexeme>
  <lexeme><grapheme>Zheng</grapheme><phoneme>dʒʌŋ</phoneme></lexeme>
  <lexeme><grapheme>Zhou</grapheme><phoneme>dʒoʊ</phoneme></lexeme>

  <!-- People of Africa, and of the United Nations -->
  <lexeme><grapheme>Ghebreyesus</grapheme><phoneme>ˌɡɛbrəˈjeɪsəs</phoneme></lexeme>
  <lexeme><grapheme>Guterres</grapheme><phoneme>ɡʊˈtɛrəs</phoneme></lexeme>
  <lexeme><grapheme>Hichilema</grapheme><phoneme>ˌhɪtʃɪˈlɛmə</phoneme></lexeme>
  <lexeme><grapheme>Kagame</grapheme><phoneme>kəˈɡɑːmeɪ</phoneme></lexeme>
  <lexeme><grapheme>Mnangagwa</grapheme><phoneme>əmnæŋˈɡɑːɡwə</phoneme></lexeme>
  <lexeme><grapheme>Mugabe</grapheme><phoneme>muːˈɡɑːbi</phoneme></lexeme>
  <lexeme><grapheme>Museveni</grapheme><phoneme>muːˈsɛvəni</phoneme></lexeme>
  <lexeme><grapheme>Okonjo-Iweala</grapheme><phoneme>oʊˌkɒndʒoʊ ɪˈweɪlə</phoneme></lexeme>
  <lexeme><grapheme>Tinubu</grapheme><phoneme>tɪˈnuːbuː</phoneme></lexeme>
  <lexeme><grapheme>Tshisekedi</grapheme><phoneme>ˌtʃiːsəˈkɛdi</phoneme></lexeme>

  <!-- People of the Americas -->
  <lexeme><grapheme>Alejandro</grapheme><phoneme>ˌæləˈhɑːndroʊ</phoneme></lexeme>
  <lexeme><grapheme>Bezos</grapheme><phoneme>ˈbeɪzoʊs</phoneme></lexeme>
  <lexeme><grapheme>Bolsonaro</grapheme><phoneme>ˌboʊlsəˈnɑːroʊ</phoneme></lexeme>
  <lexeme><grapheme>Bukele</grapheme><phoneme>buːˈkɛleɪ</phoneme></lexeme>
  <lexeme><grapheme>Buttigieg</grapheme><phoneme>ˈbuːtɪdʒɪdʒ</phoneme></lexeme>
  <lexeme><grapheme>Epstein</grapheme><phoneme>ˈɛpstiːn</phoneme></lexeme>
  <lexeme><grapheme>Fauci</grapheme><phoneme>ˈfaʊtʃi</phoneme></lexeme>
  <lexeme><grapheme>García</grapheme><phoneme>ɡɑːrˈsiːə</phoneme></lexeme>
  <lexeme><grapheme>Giuliani</grapheme><phoneme>ˌdʒuːliˈɑːni</phoneme></lexeme>
  <lexeme><grapheme>Harvey Weinstein</grapheme><phoneme>ˌhɑːrvi ˈwaɪnstiːn</phoneme></lexeme>
  <lexeme><grapheme>Hochul</grapheme><phoneme>ˈhoʊkəl</phoneme></lexeme>
  <lexeme><grapheme>Jesús</grapheme><phoneme>heɪˈsuːs</phoneme></lexeme>
  <lexeme><grapheme>Jiménez</grapheme><phoneme>hɪˈmɛnɛz</phoneme></lexeme>
  <lexeme><grapheme>Ketanji</grapheme><phoneme>kəˈtɑːndʒi</phoneme></lexeme>
  <lexeme><grapheme>Maduro</grapheme><phoneme>məˈdʊəroʊ</phoneme></lexeme>
  <lexeme><grapheme>Martínez</grapheme><phoneme>mɑːrˈtiːnɛz</phoneme></lexeme>
  <lexeme><grapheme>Milei</grapheme><phoneme>mɪˈleɪ</phoneme></lexeme>
  <lexeme><grapheme>Muñoz</grapheme><phoneme>muːnˈjoʊz</phoneme></lexeme>
  <lexeme><grapheme>Newsom</grapheme><phoneme>ˈnuːsəm</phoneme></lexeme>
  <lexeme><grapheme>Noem</grapheme><phoneme>noʊm</phoneme></lexeme>
  <lexeme><grapheme>Ocasio-Cortez</grapheme><phoneme>oʊˌkɑːsioʊ kɔːrˈtɛz</phoneme></lexeme>
  <lexeme><grapheme>Ortega</grapheme><phoneme>ɔːrˈteɪɡə</phoneme></lexeme>
  <lexeme><grapheme>Poilievre</grapheme><phoneme>ˌpɔɪliˈɛv</phoneme></lexeme>
  <lexeme><grapheme>Rudy</grapheme><phoneme>ˈruːdi</phoneme></lexeme>
  <lexeme><grapheme>Schiff</grapheme><phoneme>ʃɪf</phoneme></lexeme>
  <lexeme><grapheme>Sotomayor</grapheme><phoneme>ˌsoʊtoʊmaɪˈɔːr</phoneme></lexeme>

  <!-- Places in Europe and the former Soviet Union -->
  <lexeme><grapheme>Brno</grapheme><phoneme>ˈbɜːrnoʊ</phoneme></lexeme>
  <lexeme><grapheme>Cannes</grapheme><phoneme>kæn</phoneme></lexeme>
  <lexeme><grapheme>Champs-Élysées</grapheme><grapheme>Champs-Elysées</grapheme><grapheme>Champs-Elysees</grapheme><phoneme>ˌʃɒnz eɪˈliːzeɪ</phoneme></lexeme>
  <lexeme><grapheme>Chernihiv</grapheme><phoneme>tʃɛərˈniːhɪv</phoneme></lexeme>
  <lexeme><grapheme>Chișinău</grapheme><grapheme>Chisinau</grapheme><phoneme>ˌkɪʃɪˈnaʊ</phoneme></lexeme>
  <lexeme><grapheme>Davos</grapheme><phoneme>ˈdɑːvoʊs</phoneme></lexeme>
  <lexeme><grapheme>Dnipro</grapheme><phoneme>dəˈniːproʊ</phoneme></lexeme>
  <lexeme><grapheme>Donbas</grapheme><grapheme>Donbass</grapheme><phoneme>dɒnˈbæs</phoneme></lexeme>
  <lexeme><grapheme>Dushanbe</grapheme><phoneme>duːˈʃɑːnbeɪ</phoneme></lexeme>
  <lexeme><grapheme>Élysée</grapheme><phoneme>eɪˈliːzeɪ</phoneme></lexeme>
  <lexeme><grapheme>Gdańsk</grapheme><phoneme>ɡəˈdænsk</phoneme></lexeme>
  <lexeme><grapheme>Herzegovina</grapheme><phoneme>ˌhɛərtsəɡoʊˈviːnə</phoneme></lexeme>
  <lexeme><grapheme>Kaliningrad</grapheme><phoneme>kəˈlɪnɪnɡræd</phoneme></lexeme>
  <lexeme><grapheme>Kazakhstan</grapheme><phoneme>ˌkæzækˈstɑːn</phoneme></lexeme>
  <lexeme><grapheme>Kherson</grapheme><phoneme>kɛərˈsɒn</phoneme></lexeme>
  <lexeme><grapheme>Kyiv</grapheme><phoneme>ˈkiːɪv</phoneme></lexeme>
  <lexeme><grapheme>Luhansk</grapheme><phoneme>luːˈhænsk</phoneme></lexeme>
  <lexeme><grapheme>Lviv</grapheme><phoneme>ləˈviːv</phoneme></lexeme>
  <lexeme><grapheme>Mariupol</grapheme><phoneme>ˌmæriˈuːpəl</phoneme></lexeme>
  <lexeme><grapheme>Mykolaiv</grapheme><phoneme>ˌmɪkəˈlaɪɪv</phoneme></lexeme>
  <lexeme><grapheme>Odesa</grapheme><grapheme>Odessa</grapheme><phoneme>oʊˈdɛsə</phoneme></lexeme>
  <lexeme><grapheme>Podgorica</grapheme><phoneme>ˈpɒdɡərɪtsə</phoneme></lexeme>
  <lexeme><grapheme>Pokrovsk</grapheme><phoneme>pəˈkrɒfsk</phoneme></lexeme>
  <lexeme><grapheme>Reykjavik</grapheme><grapheme>Reykjavík</grapheme><phoneme>ˈreɪkjəvɪk</phoneme></lexeme>
  <lexeme><grapheme>Skopje</grapheme><phoneme>ˈskɒpjeɪ</phoneme></lexeme>
  <lexeme><grapheme>Srebrenica</grapheme><phoneme>ˌsrɛbrəˈniːtsə</phoneme></lexeme>
  <lexeme><grapheme>Tbilisi</grapheme><phoneme>təbɪˈliːsi</phoneme></lexeme>
  <lexeme><grapheme>Thessaloniki</grapheme><phoneme>ˌθɛsələˈniːki</phoneme></lexeme>
  <lexeme><grapheme>Türkiye</grapheme><phoneme>ˈtʊərkijeɪ</phoneme></lexeme>
  <lexeme><grapheme>Versailles</grapheme><phoneme>vɛərˈsaɪ</phoneme></lexeme>
  <lexeme><grapheme>Wrocław</grapheme><grapheme>Wroclaw</grapheme><phoneme>ˈvrɒtswɑːf</phoneme></lexeme>
  <lexeme><grapheme>Zaporizhzhia</grapheme><phoneme>ˌzæpəˈriːʒə</phoneme></lexeme>

  <!-- Places in the Middle East, Asia and the Pacific -->
  <lexeme><grapheme>Aceh</grapheme><phoneme>ˈɑːtʃeɪ</phoneme></lexeme>
  <lexeme><grapheme>Busan</grapheme><phoneme>ˈbuːsɑːn</phoneme></lexeme>
  <lexeme><grapheme>Chongqing</grapheme><phoneme>ˌtʃʊŋˈtʃɪŋ</phoneme></lexeme>
  <lexeme><grapheme>Dubai</grapheme><phoneme>duːˈbaɪ</phoneme></lexeme>
  <lexeme><grapheme>Fallujah</grapheme><phoneme>fəˈluːdʒə</phoneme></lexeme>
  <lexeme><grapheme>Fukushima</grapheme><phoneme>ˌfuːkuːˈʃiːmə</phoneme></lexeme>
  <lexeme><grapheme>Guangzhou</grapheme><phoneme>ˌɡwɑːŋˈdʒoʊ</phoneme></lexeme>
  <lexeme><grapheme>Ho Chi Minh</grapheme><phoneme>ˌhoʊ tʃiː ˈmɪn</phoneme></lexeme>
  <lexeme><grapheme>Hodeidah</grapheme><phoneme>hoʊˈdeɪdə</phoneme></lexeme>
  <lexeme><grapheme>Jenin</grapheme><phoneme>dʒɛˈniːn</phoneme></lexeme>
  <lexeme><grapheme>Kabul</grapheme><phoneme>ˈkɑːbʊl</phoneme></lexeme>
  <lexeme><grapheme>Khan Younis</grapheme><grapheme>Khan Yunis</grapheme><phoneme>ˌkɑːn ˈjuːnɪs</phoneme></lexeme>
  <lexeme><grapheme>Kyoto</grapheme><phoneme>kiˈoʊtoʊ</phoneme></lexeme>
  <lexeme><grapheme>Mosul</grapheme><phoneme>moʊˈsuːl</phoneme></lexeme>
  <lexeme><grapheme>Phuket</grapheme><phoneme>puːˈkɛt</phoneme></lexeme>
  <lexeme><grapheme>Rakhine</grapheme><phoneme>rəˈkaɪn</phoneme></lexeme>
  <lexeme><grapheme>Ramallah</grapheme><phoneme>rəˈmɑːlə</phoneme></lexeme>
  <lexeme><grapheme>Riyadh</grapheme><phoneme>riˈɑːd</phoneme></lexeme>
  <lexeme><grapheme>Rohingya</grapheme><phoneme>roʊˈhɪndʒə</phoneme></lexeme>
  <lexeme><grapheme>Sanaa</grapheme><grapheme>Sana'a</grapheme><phoneme>səˈnɑː</phoneme></lexeme>
  <lexeme><grapheme>Sichuan</grapheme><phoneme>ˌsɪtʃˈwɑːn</phoneme></lexeme>
  <lexeme><grapheme>Timor-Leste</grapheme><phoneme>ˌtiːmɔːr ˈlɛsteɪ</phoneme></lexeme>
  <lexeme><grapheme>Urumqi</grapheme><phoneme>uːˈrʊmtʃi</phoneme></lexeme>
  <lexeme><grapheme>Xi'an</grapheme><phoneme>ʃiːˈɑːn</phoneme></lexeme>
  <lexeme><grapheme>Xinjiang</grapheme><phoneme>ʃɪnˈdʒjɑːŋ</phoneme></lexeme>

  <!-- Places in Africa -->
  <lexeme><grapheme>Abuja</grapheme><phoneme>əˈbuːdʒə</phoneme></lexeme>
  <lexeme><grapheme>Accra</grapheme><phoneme>əˈkrɑː</phoneme></lexeme>
  <lexeme><grapheme>Benghazi</grapheme><phoneme>bɛnˈɡɑːzi</phoneme></lexeme>
  <lexeme><grapheme>Benin</grapheme><phoneme>bəˈniːn</phoneme></lexeme>
  <lexeme><grapheme>Bujumbura</grapheme><phoneme>ˌbuːdʒəmˈbʊərə</phoneme></lexeme>
  <lexeme><grapheme>Côte d'Ivoire</grapheme><grapheme>Cote d'Ivoire</grapheme><phoneme>ˌkoʊt diːˈvwɑːr</phoneme></lexeme>
  <lexeme><grapheme>Dar es Salaam</grapheme><phoneme>ˌdɑːr ɛs səˈlɑːm</phoneme></lexeme>
  <lexeme><grapheme>Darfur</grapheme><phoneme>dɑːrˈfʊər</phoneme></lexeme>
  <lexeme><grapheme>Gaborone</grapheme><phoneme>ˌɡæbəˈroʊni</phoneme></lexeme>
  <lexeme><grapheme>Hausa</grapheme><phoneme>ˈhaʊsə</phoneme></lexeme>
  <lexeme><grapheme>Lilongwe</grapheme><phoneme>lɪˈlɒŋweɪ</phoneme></lexeme>
  <lexeme><grapheme>Maputo</grapheme><phoneme>məˈpuːtoʊ</phoneme></lexeme>
  <lexeme><grapheme>Marrakech</grapheme><grapheme>Marrakesh</grapheme><phoneme>ˌmærəˈkɛʃ</phoneme></lexeme>
  <lexeme><grapheme>N'Djamena</grapheme><phoneme>əndʒəˈmeɪnə</phoneme></lexeme>
  <lexeme><grapheme>Niamey</grapheme><phoneme>njɑːˈmeɪ</phoneme></lexeme>
  <lexeme><grapheme>Nouakchott</grapheme><phoneme>nwɑːkˈʃɒt</phoneme></lexeme>
  <lexeme><grapheme>Rabat</grapheme><phoneme>rəˈbɑːt</phoneme></lexeme>
  <lexeme><grapheme>Tigray</grapheme><phoneme>tɪˈɡreɪ</phoneme></lexeme>
  <lexeme><grapheme>Tigrayan</grapheme><phoneme>tɪˈɡreɪən</phoneme></lexeme>
  <lexeme><grapheme>Tutsi</grapheme><phoneme>ˈtʊtsi</phoneme></lexeme>
  <lexeme><grapheme>Yaoundé</grapheme><grapheme>Yaounde</grapheme><phoneme>jaʊnˈdeɪ</phoneme></lexeme>

  <!-- Places in the Americas -->
  <lexeme><grapheme>Cancún</grapheme><phoneme>kænˈkuːn</phoneme></lexeme>
  <lexeme><grapheme>Cartagena</grapheme><phoneme>ˌkɑːrtəˈheɪnə</phoneme></lexeme>
  <lexeme><grapheme>Chiapas</grapheme><phoneme>tʃiˈɑːpəs</phoneme></lexeme>
  <lexeme><grapheme>Galápagos</grapheme><grapheme>Galapagos</grapheme><phoneme>ɡəˈlæpəɡəs</phoneme></lexeme>
  <lexeme><grapheme>Grenada</grapheme><phoneme>ɡrəˈneɪdə</phoneme></lexeme>
  <lexeme><grapheme>Guadalajara</grapheme><phoneme>ˌɡwɑːdələˈhɑːrə</phoneme></lexeme>
  <lexeme><grapheme>Jalisco</grapheme><phoneme>həˈlɪskoʊ</phoneme></lexeme>
  <lexeme><grapheme>Juárez</grapheme><grapheme>Juarez</grapheme><phoneme>ˈhwɑːrɛz</phoneme></lexeme>
  <lexeme><grapheme>Laredo</grapheme><phoneme>ləˈreɪdoʊ</phoneme></lexeme>
  <lexeme><grapheme>Mar-a-Lago</grapheme><phoneme>ˌmɑːr ə ˈlɑːɡoʊ</phoneme></lexeme>
  <lexeme><grapheme>Medellín</grapheme><grapheme>Medellin</grapheme><phoneme>ˌmɛdeɪˈjiːn</phoneme></lexeme>
  <lexeme><grapheme>Nunavut</grapheme><phoneme>ˈnʊnəvʊt</phoneme></lexeme>
  <lexeme><grapheme>Oaxaca</grapheme><phoneme>wəˈhɑːkə</phoneme></lexeme>
  <lexeme><grapheme>Patagonia</grapheme><phoneme>ˌpætəˈɡoʊniə</phoneme></lexeme>
  <lexeme><grapheme>Santa Fe</grapheme><phoneme>ˌsæntə ˈfeɪ</phoneme></lexeme>
  <lexeme><grapheme>Saskatchewan</grapheme><phoneme>səˈskætʃəwən</phoneme></lexeme>
  <lexeme><grapheme>Tegucigalpa</grapheme><phoneme>təˌɡuːsɪˈɡælpə</phoneme></lexeme>
  <lexeme><grapheme>Tucson</grapheme><phoneme>ˈtuːsɒn</phoneme></lexeme>
  <lexeme><grapheme>Uvalde</grapheme><phoneme>juːˈvældi</phoneme></lexeme>

  <!-- Places in Britain -->
  <lexeme><grapheme>Bournemouth</grapheme><phoneme>ˈbɔːrnməθ</phoneme></lexeme>
  <lexeme><grapheme>Southwark</grapheme><phoneme>ˈsʌðərk</phoneme></lexeme>

  <!-- Sport and culture -->
  <lexeme><grapheme>Beyoncé</grapheme><grapheme>Beyonce</grapheme><phoneme>biˈɒnseɪ</phoneme></lexeme>
  <lexeme><grapheme>Djokovic</grapheme><grapheme>Djoković</grapheme><grapheme>Đoković</grapheme><phoneme>ˈdʒoʊkəvɪtʃ</phoneme></lexeme>
  <lexeme><grapheme>Mbappé</grapheme><grapheme>Mbappe</grapheme><phoneme>əmˈbæpeɪ</phoneme></lexeme>
  <lexeme><grapheme>Nadal</grapheme><phoneme>nəˈdɑːl</phoneme></lexeme>
  <lexeme><grapheme>Świątek</grapheme><grapheme>Swiatek</grapheme><phoneme>ʃviˈɒntɛk</phoneme></lexeme>
</lexicon>
