import { type WordScan, wordHash } from '../../../shared/survey/word-scan.ts';

/** The commonest small words of languages, those that neighbouring languages share left out where others do. At most 30 languages. */
const WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to is it you that was for on are with as they this have from or had by not but what some we can your how an which their will about then them would these please i my me do does did where when there should could has been if so just',
  de: 'der die das und ist ich nicht ein eine zu den mit sich des auf für im dem von sie es auch als wie haben werden bitte wir oder aber einen einer kann mein mir wird sind noch nach bei aus wenn man über hat ihre ihr',
  fr: "le la les des et est une un que dans qui pour pas vous je du ce il elle sur au avec sont plus mais ou votre nous cette mon ma se en aux être fait comme si été c'est ne leur s'il plaît peux comment",
  es: 'el la los las que y en un una es por con para no se su lo como más pero del al me mi está muy sobre puede este esta son ha yo tu si ya qué cómo hay fue porque hola gracias',
  pt: 'o os as que e em um uma é por com para não se na no do da dos das ao mais mas você eu meu minha está como sua seu foi pelo pela são isso já também muito me te obrigado ou',
  it: 'il lo gli che e di un una è per con non si del della dei delle sono come più ma mi nel nella anche questo questa ho ha al alla dal io tuo suo era perché cosa grazie o se ci',
  nl: 'de het een en van ik is niet dat te zijn op voor met die er aan maar om ook als naar bij dan wat kan je mijn u heb wordt deze door uit nog was hoe waar geen uw',
  sv: 'och att det är som på en av för inte jag med till den har om ett kan du vi ska från hur var men så mig min eller mycket också när vad finns',
  da: 'og at det er som på en af for ikke jeg med til den har om et kan du vi skal fra hvordan hvor men så mig min eller meget også når hvad hvis kunne blev efter',
  no: 'og at det er som på en av for ikke jeg med til den har om et kan du vi skal fra hvordan hvor men så meg min eller mye også når hva hvis kunne ble etter',
  pl: 'i w na nie się z do jest to że jak o co mi tak za po czy dla ale od już przez być jestem może proszę które są tego mam by moje ma ich',
  cs: 'a je se na to že v s z do jak pro ale co by si tak za po jsem jsou mi které být může jako nebo podle ne prosím má když jeho ve',
  tr: 've bir bu için ne de da çok ben sen mi mı var nasıl ama gibi olarak daha olan ile o kadar değil bana sonra en her nerede göre lütfen',
  ro: 'și în la de pe cu nu este un o care să din mai pentru că sunt dar am ce ca se fost mă unde a fi sau foarte cum îmi vă',
  hu: 'a az és hogy nem is egy van ez de meg mi szerint csak volt mint ha már ki kell még vagy nagyon akkor azt hol én el',
  fi: 'ja on ei se että en hän oli mutta kun niin tämä ovat olen minun mitä kuin jos voi sen mukaan miten missä mitään tai minä ole',
  vi: 'và là của có không được cho tôi một trong các những này đã với người để khi bạn đó thì như cũng về ra nhưng gì nào đến',
  ru: 'и в не на я что с по это как но из у за от к то он для мы вы мой где бы мне о так же если меня был есть или вам ваш может',
  uk: 'і в не на я що з це як але та у за від до для ви ми мій де мені про так же якщо мене був є або вам ваш може й її',
  bg: 'и в не на да се за от по с е са но това как що ще съм ми си като към или може защото къде моят ви аз което',
  ar: 'في من على إلى أن هذا هذه التي الذي عن مع هل ما لا كان لم أو هو هي يمكن كيف أنا بعد كل قد لكن',
  fa: 'و در به از که این را با است برای آن یک می من شما تا هم بر اما بود شده خود چه نیست باید',
  ur: 'کے میں کی ہے اور سے کا کو نے پر ہیں یہ کہ تھا نہیں بھی کیا میرا میری آپ وہ ہو گیا لیکن کر',
  hi: 'के में की है और से का को ने पर हैं यह कि था नहीं भी क्या मेरा मेरी आप वह हो गया लेकिन कर मैं एक',
};

const LANGUAGES = Object.keys(WORDS);

/** Word hash -> one bit for each language that has the word. */
const VOTES = new Map<number, number>();
LANGUAGES.forEach((language, index) => {
  for (const word of (WORDS[language] ?? '').split(/[\s'’]+/)) {
    const hash = wordHash(word);
    VOTES.set(hash, (VOTES.get(hash) ?? 0) | (1 << index));
  }
});

/** One bit for each of 16,384 remainders, asked before the map. */
const FILTER = new Uint8Array(1 << 14);
for (const hash of VOTES.keys()) FILTER[hash & 0x3fff] = 1;

/** A language is told when it has so many votes, this share of all words, and this many times those of the next. */
const FEWEST_VOTES = 5;
const SMALLEST_SHARE = 0.2;
const LEAD = 1.6;

/** Tells the language of a text by its small words where they leave no doubt. */
export class FunctionWords {
  readonly #votes = new Int32Array(LANGUAGES.length);
  #words = 0;

  start(): void {
    this.#votes.fill(0);
    this.#words = 0;
  }

  add({ words, count }: WordScan): void {
    this.#words += count;
    for (let i = 0; i < count; i++) {
      const word = words[i] ?? 0;
      if (FILTER[word & 0x3fff] !== 1) continue;
      let bits = VOTES.get(word) ?? 0;
      while (bits !== 0) {
        const language = 31 - Math.clz32(bits);
        this.#votes[language] = (this.#votes[language] ?? 0) + 1;
        bits ^= 1 << language;
      }
    }
  }

  /** The language, or null where it is not clear. */
  decide(): string | null {
    let best = 0;
    let most = 0;
    let next = 0;
    for (let language = 0; language < LANGUAGES.length; language++) {
      const votes = this.#votes[language] ?? 0;
      if (votes > most) {
        next = most;
        most = votes;
        best = language;
      } else if (votes > next) next = votes;
    }
    const clear = most >= FEWEST_VOTES && most >= this.#words * SMALLEST_SHARE && most >= next * LEAD;
    return clear ? (LANGUAGES[best] ?? null) : null;
  }
}
