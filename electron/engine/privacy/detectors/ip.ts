import { type Candidate, type Detector, STRENGTH } from '../scanned.ts';
import { SIGNAL } from '../signals.ts';
import { anyWord, lastBefore } from '../words.ts';

const V4 = /(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w]|\.\d)/g;
const V6 = /(?<![\w:.])(?:[0-9a-f]{0,4}:){2,7}(?:(?:\d{1,3}\.){3}\d{1,3}|[0-9a-f]{0,4})(?![\w:])/gi;

/** Words after which four numbers with full stops are a version, a section or a date. */
const NUMBERED = anyWord(`
  version, ver., ver!, v., v!, release, build, rev, firmware, driver, update, upgrade, patch, section,
  sect., chapter, clause, article, paragraph, figure, fig., table, step, appendix, annex, rule, requirement,
  heading, kapitel, abschnitt, sección, chapitre, oid, assembly, chrome, firefox, edge, java!, jdk, kernel,
  §, версия, 版本, バージョン
`);
const NETWORK = anyWord(`
  ip!, ipv4, ips!, address, server, host, ping, dns, port, subnet, gateway, router, ssh, client, firewall,
  connect, remote, login, logged in, nslookup, traceroute, адрес, 地址, adresse, dirección, indirizzo
`);

/** Resolvers everybody knows: they are nobody's own. */
const RESOLVERS = new Set([
  '8.8.8.8',
  '8.8.4.4',
  '1.1.1.1',
  '1.0.0.1',
  '9.9.9.9',
  '149.112.112.112',
  '208.67.222.222',
  '208.67.220.220',
  '4.2.2.2',
]);

/** Addresses of machines. Loopback, unspecified, multicast, broadcast, netmasks and link-local ones are those of no machine in particular. */
export const ip: Detector = {
  name: 'ip',
  needs: SIGNAL.dots | SIGNAL.colons,
  find({ text, options }) {
    const inner = options.privateAddresses ?? true;
    const found: Candidate[] = [];
    for (const { 0: address, index } of text.matchAll(V4))
      if (isV4(address) && (inner || !isInnerV4(address)) && !isNumbered(text, index, address))
        found.push({ kind: 'ip', start: index, end: index + address.length, strength: STRENGTH.checked });
    for (const { 0: address, index } of text.matchAll(V6))
      if (isV6(address) && (inner || !/^f[cd]/i.test(address)))
        found.push({ kind: 'ip', start: index, end: index + address.length, strength: STRENGTH.checked });
    return found;
  },
};

const octetsOf = (address: string): number[] => address.split('.').map(Number);

function isV4(address: string): boolean {
  if (/(?:^|\.)0\d/.test(address) || RESOLVERS.has(address)) return false;
  const octets = octetsOf(address);
  const [first = 0, second = 0] = octets;
  if (octets.some((octet) => octet > 255)) return false;
  return first !== 0 && first !== 127 && first < 224 && !(first === 169 && second === 254);
}

function isInnerV4(address: string): boolean {
  const [first = 0, second = 0] = octetsOf(address);
  return first === 10 || (first === 192 && second === 168) || (first === 172 && second >= 16 && second < 32);
}

/** Four numbers that are said to be a version, or are as small as a section's and not said to be an address. */
function isNumbered(text: string, start: number, address: string): boolean {
  const numbered = lastBefore(text, start, NUMBERED);
  const network = lastBefore(text, start, NETWORK);
  if (network >= 0 && (numbered < 0 || network < numbered)) return false;
  if (numbered >= 0 && numbered <= 24) return true;
  if (isInnerV4(address)) return false;
  return (
    octetsOf(address).every((octet) => octet < 20) ||
    octetsOf(address).filter((octet) => octet === 0).length >= 2
  );
}

function isV6(address: string): boolean {
  const lower = address.toLowerCase();
  const [left = '', right, more] = lower.split('::');
  if (more !== undefined) return false;
  const groups = [left, right ?? ''].flatMap((side) => (side === '' ? [] : side.split(':')));
  if (groups.some((group) => group === '')) return false;
  const count = groups.length + (lower.includes('.') ? 1 : 0);
  if (right === undefined ? count !== 8 : count > 7) return false;
  // `::` alone, ::1, multicast and link-local are no machine's; a group or two beside `::` may as well be code or a time.
  if (/^(?:ff|fe[89ab])/.test(lower) || groups.length < 2) return false;
  if (/^[\d:]*$/.test(lower) && !/\d{3}/.test(lower)) return false;
  return right === undefined || groups.length >= 3 || /^[23][0-9a-f]{3}:|^f[cd]/.test(lower);
}
