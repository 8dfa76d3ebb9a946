/** How a language says "I am ..." of a model: each field is alternatives of a regular expression, in lower case. */
export interface SelfClaim {
  language: string;
  /** What begins such a sentence. */
  self: string;
  /** Words that may stand between that and the name. */
  between: string;
  /** Of those, what says who made it; stands before the maker. */
  made: string;
  /** The same where it stands after the maker. */
  madeAfter?: string;
  /** "As NAME, I ...": what stands before the name, and what after it shows that the speaker means itself. */
  as?: { before: string; after: string };
  /** Written without blanks. */
  unspaced?: true;
}

export const SELF_CLAIMS: readonly SelfClaim[] = [
  {
    language: 'en',
    self: "i am|i['’]m|i was|i have been|i['’]ve been|my name is|they call me|this is|my (?:creators?|developers?|makers?) (?:is|are)|you(?:['’]re| are) (?:chatting|talking|speaking) (?:with|to)",
    between:
      'an?|the|ai|a\\.i\\.|artificial|intelligence|large|language|model|based|assistant|virtual|digital|chat ?bot|bot|program|computer|called|named|known|as|which|that|was|been|is|and|just|actually|only|helpful|friendly|advanced|powerful|conversational|generative|company|team|researchers|research|lab|at|of|version|on|here',
    made: 'developed by|created by|trained by|made by|built by|designed by|provided by|powered by|maintained by|by|from|developed at',
    as: { before: 'as', after: ',?\\s+(?:i|my)\\b' },
  },
  {
    language: 'de',
    self: 'ich bin|ich heiße|mein name ist|ich wurde',
    between:
      'eine?|eine[rnms]|der|die|das|dem|des|ki|ai|künstliche|intelligenz|große[sr]?|sprach-?modell|ki-sprachmodell|ki-modell|ki-assistent|modell|assistent|chat-?bot|virtueller|namens|genannt|und|wurde|unternehmen|firma|ja|nur|basierend|auf|basis',
    made: 'von|vom|entwickelte[sr]?|trainierte[sr]?|entwickelt|trainiert|erstellt|geschaffen',
    as: { before: 'als', after: ',?\\s+(?:\\p{L}+\\s+)?(?:ich|mir|mich)\\b' },
  },
  {
    language: 'fr',
    self: "je suis|je m['’]appelle|mon nom est|j['’]ai été",
    between:
      "une?|le|la|l['’]|de|d['’]|modèle|langage|langue|linguistique|grand|assistant|virtuel|ia|intelligence|artificielle|nommée?|appelée?|société|entreprise|et|chatbot",
    made: 'développée?|créée?|entraînée?|conçue?|formée?|par|chez',
    as: { before: "en tant que|en tant qu['’]", after: ",?\\s+(?:je|j['’]|mon|ma|mes)" },
  },
  {
    language: 'es',
    self: 'soy|me llamo|mi nombre es|fui|he sido',
    between:
      'une?|una|el|la|de|modelo|lenguaje|gran|grande|asistente|virtual|ia|inteligencia|artificial|llamad[oa]|conocid[oa]|como|empresa|compañía|y|chatbot',
    made: 'desarrollad[oa]|cread[oa]|entrenad[oa]|diseñad[oa]|por',
    as: { before: 'como', after: ',\\s+(?:no|yo|mi|mis|me|puedo|tengo|soy|estoy|fui|he)\\b' },
  },
  {
    language: 'pt',
    self: 'sou|eu sou|me chamo|chamo-me|meu nome é|o meu nome é|fui',
    between:
      'um|uma|o|a|de|modelo|linguagem|grande|assistente|virtual|ia|inteligência|artificial|chamad[oa]|empresa|e|chatbot',
    made: 'desenvolvid[oa]|criad[oa]|treinad[oa]|pela|pelo|por',
    as: { before: 'como', after: ',\\s+(?:não|eu|meu|minha|me|posso|tenho|sou|estou|fui)\\b' },
  },
  {
    language: 'it',
    self: 'sono|mi chiamo|il mio nome è|sono stat[oa]',
    between:
      'un|uno|una|il|lo|la|di|modello|linguistico|linguaggio|grande|assistente|virtuale|ia|ai|intelligenza|artificiale|chiamat[oa]|società|azienda|e|chatbot',
    made: 'sviluppat[oa]|creat[oa]|addestrat[oa]|progettat[oa]|da|dalla|dal',
    as: { before: 'come|in quanto', after: ',\\s+(?:non|io|mio|mia|mi|posso|ho|sono)\\b' },
  },
  {
    language: 'nl',
    self: 'ik ben|ik heet|mijn naam is|ik werd',
    between:
      'een|het|de|groot|taalmodel|ai-taalmodel|ai|ai-assistent|kunstmatige|intelligentie|assistent|virtuele|chatbot|genaamd|en|bedrijf|is',
    made: 'ontwikkeld|getraind|gemaakt|gebouwd|door|van',
    as: { before: 'als', after: ',?\\s+(?:\\p{L}+\\s+)?(?:ik|mijn|mij)\\b' },
  },
  {
    language: 'sv',
    self: 'jag är|jag heter|mitt namn är|jag har',
    between: 'en|ett|stor|stora|språkmodell|ai|ai-assistent|assistent|chattbot|som|kallas|och|heter|är',
    made: 'utvecklad|tränad|skapad|utvecklats|tränats|skapats|av|från',
    as: { before: 'som', after: ',?\\s+(?:\\p{L}+\\s+)?(?:jag|min|mitt)\\b' },
  },
  {
    language: 'pl',
    self: 'jestem|nazywam się|zostałem|zostałam|mam na imię',
    between:
      'modelem|językowym|dużym|asystentem|wirtualnym|sztucznej|inteligencji|sztuczną|inteligencją|ai|chatbotem|o|nazwie|firmę|i',
    made: 'stworzon[yą]m?|opracowan[yą]m?|wytrenowan[yą]m?|wyszkolon[yą]m?|przez|od',
    as: { before: 'jako', after: ',?\\s+(?:nie|mogę|jestem|mam|moim)' },
  },
  {
    language: 'ru',
    self: 'я|меня зовут|моё имя|мое имя',
    between:
      'большая|языковая|языковой|модель|ии|искусственный|интеллект|ассистент|помощник|виртуальный|чат-?бот|по|имени|под|названием|это|являюсь|моделью|языковой|и|была?|[—–-]',
    made: 'созданн(?:ая|ый|ой)|разработанн(?:ая|ый|ой)|обученн(?:ая|ый|ой)|создана?|разработана?|обучена?|компанией|от|командой',
    as: { before: 'как', after: ',\\s+я' },
  },
  {
    language: 'tr',
    self: 'ben|benim adım|adım',
    between: 'bir|büyük|yapay|zeka|dil|modeli|asistanı|adlı|de',
    made: 'tarafından',
    madeAfter: "['’]?\\p{L}*\\s+tarafından",
    as: { before: 'bir', after: '\\s+olarak' },
  },
  {
    language: 'vi',
    self: 'tôi là|tên tôi là|mình là|tôi được',
    between: 'một|được|mô|hình|ngôn|ngữ|lớn|trợ|lý|ảo|ai|trí|tuệ|nhân|tạo|có|tên|và|phát|triển|đào|tạo',
    made: 'bởi|của|từ',
    as: { before: 'là|với tư cách là', after: ',\\s+tôi' },
  },
  {
    language: 'id',
    self: 'saya adalah|nama saya|nama saya adalah|saya',
    between: 'model|bahasa|besar|asisten|virtual|ai|kecerdasan|buatan|yang|bernama|chatbot|sebuah|dan',
    made: 'dikembangkan|dilatih|dibuat|diciptakan|oleh|dari',
    as: { before: 'sebagai', after: ',\\s+saya' },
  },
  {
    language: 'ar',
    self: 'أنا|اسمي|انا',
    between: 'هو|نموذج|لغوي|لغة|كبير|مساعد|ذكي|افتراضي|ذكاء|اصطناعي|الذكاء|الاصطناعي|تم|من|و',
    made: 'تدريبي|تطويري|تطويره|تدريبه|طورته|طورتني|دربته|دربتني|بواسطة|شركة|قبل|إنشائي',
    as: { before: 'بصفتي|كـ', after: '،?\\s+(?:لا|أنا|ليس)' },
  },
  {
    language: 'hi',
    self: 'मैं|मेरा नाम',
    between: 'एक|बड़ा|भाषा|मॉडल|एआई|ai|कृत्रिम|बुद्धिमत्ता|सहायक|हूँ|हूं|जिसे',
    made: 'को|ने|के',
    madeAfter: '\\s+(?:द्वारा|ने|का|के)',
  },
  {
    language: 'zh',
    self: '我是|我叫|我的名字是|我的名字叫|我是由|作为|作為|本人是',
    between:
      '一个|一個|一款|名为|名為|叫做|叫|基于|的|人工智能|人工智慧|语言模型|語言模型|大型|助手|ai|训练|訓練|开发|開發|来自|來自|你的|您的|当然|模型',
    made: '由|来自|來自',
    unspaced: true,
  },
  {
    language: 'ja',
    self: '私は|わたしは|僕は|私の名前は|こちらは',
    between: '、|大規模|言語モデル|ai|アシスタント|という|人工知能|の|である|モデル',
    made: '',
    madeAfter: '\\s*(?:によって|が|社?に(?:よ|より)|の)',
    unspaced: true,
  },
  {
    language: 'ko',
    self: '저는|제 이름은|나는|전',
    between: '대규모|언어|모델인|모델|인공지능|ai|어시스턴트|챗봇|비서',
    made: '',
    madeAfter: '(?:에서|가|이|에 의해|의)',
  },
];
