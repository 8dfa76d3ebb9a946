import { nationalPart } from './detectors/calling-codes.ts';
import { fold } from './fold.ts';
import type { Kind } from './kinds.ts';

/** What makes two ways of writing the same value: they get one placeholder. */
export function sameness(kind: Kind, written: string): string {
  const plain = fold(written);
  switch (kind) {
    case 'email':
      return plain
        .toLowerCase()
        .replace(/\s*[([]\s*(?:at|ät)\s*[)\]]\s*/, '@')
        .replace(/\s*[([]\s*(?:dot|punkt|point|punto)\s*[)\]]\s*/g, '.');
    case 'phone':
      return phoneDigits(plain);
    case 'card':
    case 'iban':
    case 'national_id':
      return plain.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
    case 'ip':
    case 'name':
      return plain.toLowerCase().replace(/\s+/g, ' ');
    case 'secret':
    case 'url_credentials':
      return written;
  }
}

/** A number without its country's code and trunk digit, so that +44 20 7946 0958 is 020 7946 0958. */
function phoneDigits(written: string): string {
  const digits = written.replace(/\D/g, '');
  if (written.includes('+') || digits.startsWith('00'))
    return trunkless(nationalPart(digits.replace(/^00/, '')) ?? digits);
  const isNorthAmerican = digits.length === 11 && digits.startsWith('1');
  return isNorthAmerican || /^8[3489]\d{9}$/.test(digits) ? digits.slice(1) : trunkless(digits);
}

const trunkless = (digits: string): string => digits.replace(/^0+/, '');
