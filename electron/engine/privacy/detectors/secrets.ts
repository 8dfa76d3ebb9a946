import { type Candidate, type Detector, STRENGTH } from '../scanned.ts';
import { SIGNAL } from '../signals.ts';
import { entropy, isStandIn } from './secret-value.ts';

/** Keys and tokens by the form their issuer gives them. Each begins with a fixed text, at the beginning of a word. */
const FORMS: readonly { issuer: string; form: RegExp }[] = [
  {
    issuer: 'Amazon Web Services',
    form: /(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])/g,
  },
  { issuer: 'GitHub', form: /(?<!\w)gh[opsur]_[A-Za-z0-9]{30,255}(?!\w)/g },
  { issuer: 'GitHub', form: /(?<!\w)github_pat_[A-Za-z0-9_]{22,255}(?!\w)/g },
  { issuer: 'GitLab', form: /(?<![\w-])gl(?:pat|dt|rt|cbt|ptt|ft|imt|agent|soat)-[\w-]{20,255}/g },
  { issuer: 'Slack', form: /(?<![\w-])xox[abeoprs]-[A-Za-z0-9-]{10,255}/g },
  { issuer: 'Slack', form: /(?<![\w-])xapp-\d-[A-Za-z0-9-]{10,255}/g },
  { issuer: 'Slack', form: /(?<=hooks\.slack\.com\/(?:services|workflows)\/)[A-Za-z0-9/_-]{20,255}/g },
  { issuer: 'Discord', form: /(?<=discord(?:app)?\.com\/api\/webhooks\/)\d{17,20}\/[\w-]{60,72}/g },
  { issuer: 'Stripe', form: /(?<!\w)(?:[sr]k_(?:live|test)_|whsec_)[A-Za-z0-9]{16,255}(?!\w)/g },
  { issuer: 'Anthropic', form: /(?<![\w-])sk-ant-[\w-]{20,255}/g },
  { issuer: 'OpenAI', form: /(?<![\w-])sk-(?:proj-|svcacct-|admin-|None-|or-v1-)?[A-Za-z0-9_-]{20,255}/g },
  { issuer: 'Google', form: /(?<![\w-])AIza[\w-]{35}(?![\w-])/g },
  { issuer: 'Google', form: /(?<![\w-])(?:GOCSPX-[\w-]{28}|ya29\.[\w-]{20,1000})(?![\w-])/g },
  { issuer: 'JSON Web Token', form: /(?<![\w-])eyJ[\w-]{8,4000}\.eyJ[\w-]{8,4000}\.[\w-]{8,1000}/g },
  { issuer: 'npm', form: /(?<!\w)npm_[A-Za-z0-9]{36}(?!\w)/g },
  { issuer: 'PyPI', form: /(?<![\w-])pypi-[\w-]{50,1000}/g },
  { issuer: 'Hugging Face', form: /(?<!\w)hf_[A-Za-z0-9]{30,40}(?!\w)/g },
  {
    issuer: 'Groq, xAI, Replicate, Perplexity',
    form: /(?<!\w)(?:gsk_|xai-|r8_|pplx-)[A-Za-z0-9]{32,90}(?!\w)/g,
  },
  { issuer: 'SendGrid', form: /(?<!\w)SG\.[\w-]{16,32}\.[\w-]{16,64}(?![\w-])/g },
  {
    issuer: 'Twilio, Mailgun, Mailchimp',
    form: /(?<!\w)(?:SK[0-9a-f]{32}|key-[0-9a-f]{32}|[0-9a-f]{32}-us\d{1,2})(?!\w)/g,
  },
  { issuer: 'Telegram', form: /(?<!\w)\d{8,10}:AA[\w-]{33}(?![\w-])/g },
  {
    issuer: 'DigitalOcean, Databricks, Shopify, Doppler',
    form: /(?<!\w)(?:do[opr]_v1_[0-9a-f]{64}|dapi[0-9a-f]{32}|shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}|dp\.pt\.[A-Za-z0-9]{40,44})(?!\w)/g,
  },
  { issuer: 'Azure storage', form: /(?<=AccountKey=)[A-Za-z0-9+/]{86}==/g },
  {
    issuer: 'HTTP authorization',
    form: /(?<=(?:[Bb]earer|[Bb]asic|[Tt]oken) )[A-Za-z0-9+/_.~-]{20,2000}={0,2}/g,
  },
];

const BEGIN = '-----BEGIN ';
const PRIVATE = /^(?:[A-Z0-9]{1,12} ){0,4}PRIVATE KEY(?: BLOCK)?-----/;
const BODY = /(?:\s*[A-Za-z0-9+/=]{20,})*/y;
const LONGEST_BLOCK = 20_000;

/** Keys and tokens of known issuers, and private keys in PEM. */
export const secrets: Detector = {
  name: 'secrets',
  needs: SIGNAL.long,
  find({ text }) {
    const found = privateKeys(text);
    for (const { form } of FORMS)
      for (const { 0: key, index } of text.matchAll(form))
        if (isKey(key))
          found.push({ kind: 'secret', start: index, end: index + key.length, strength: STRENGTH.certain });
    return found;
  },
};

/** A class name may begin like a key, but is words; an example is stars or the same letter again and again. */
const isKey = (key: string): boolean => /[0-9A-Z]/.test(key.slice(4)) && entropy(key) >= 3 && !isStandIn(key);

/** Blocks from BEGIN to END; where the end is missing, as far as the key goes. */
function privateKeys(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (let begin = text.indexOf(BEGIN); begin >= 0; ) {
    const head = PRIVATE.exec(text.slice(begin + BEGIN.length, begin + BEGIN.length + 80))?.[0];
    let end = begin + BEGIN.length;
    if (head !== undefined) {
      end = endOfKey(text, end + head.length);
      found.push({ kind: 'secret', start: begin, end, strength: STRENGTH.certain });
    }
    begin = text.indexOf(BEGIN, end);
  }
  return found;
}

function endOfKey(text: string, from: number): number {
  const rest = text.slice(from, from + LONGEST_BLOCK);
  const closing = /-----END [A-Z0-9 ]{1,60}-----/.exec(rest);
  if (closing) return from + closing.index + closing[0].length;
  BODY.lastIndex = from;
  BODY.exec(text);
  return Math.max(from, BODY.lastIndex);
}
