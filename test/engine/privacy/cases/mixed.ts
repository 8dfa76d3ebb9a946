import { fakeKey } from './fake.ts';

/** Longer texts with several kinds, as people send them. */
export const MIXED_CASES: readonly string[] = [
  'Hi, I am a customer. My order 4155552671 never came. Mail ⟦email|kim@example.com⟧ or call ⟦phone|(415) 555-0132⟧. I paid with ⟦card|4111111111111111⟧.',
  'Bitte überweisen: ⟦iban|DE75512108001245126199⟧, Rückfragen an ⟦email|konto@bank.example⟧ oder ⟦phone|069 1234567⟧, Rechnung 2024-0815.',
  'name=Jane; ssn=⟦national_id|536-90-4399⟧; ip=⟦ip|73.162.10.8⟧; ua=Mozilla/5.0; v=1.2.3.4',
  `DB_URL=mysql://⟦url_credentials|root:toor⟧@⟦ip|10.1.2.3⟧/app\nAPI_KEY=⟦secret|${fakeKey(32)}⟧\nDEBUG=1`,
  'The doctor (⟦phone|+49 221 1234567⟧) asked for my ⟦national_id|65 170839 J 003⟧, born 17.08.1939.',
  'Curriculum: 2010-2014 study; 2014-2020 work; contact ⟦email|cv@example.net⟧, ⟦phone|+34 612 345 678⟧.',
  'CPF ⟦national_id|390.533.447-05⟧, celular ⟦phone|(21) 99876-5432⟧, CEP 20040-020.',
  '身份证 ⟦national_id|11010519491231002X⟧，手机 ⟦phone|13912345678⟧，订单 20240315001。',
  'ping ⟦ip|203.0.113.9⟧ works, version 1.2.3.4 not; see RFC 1918 and ISBN 978-3-16-148410-0.',
  'From: ⟦email|a.b@example.com⟧\nTo: ⟦email|c.d@example.com⟧\nDate: Mon, 15 Jan 2024 10:00:00 +0100\nMessage-Number: 20240115100000',
  'IBAN ⟦iban|GB82 WEST 1234 5698 7654 32⟧ sort code 12-34-56',
  'PAN ⟦national_id|ABCPK1234F⟧ Aadhaar ⟦national_id|2341 2341 2346⟧ mobile ⟦phone|98765 43210⟧ PIN 560001',
  'The assistant said: "your SSN is ⟦national_id|536-90-4399⟧ and your card ⟦card|5555 5555 5555 4444⟧ is valid until 09/28".',
  `git remote add origin https://⟦url_credentials|oauth2:${fakeKey(20, 'url', 6)}⟧@gitlab.example.com/a/b.git`,
  'Tel/Fax ⟦phone|+39 02 1234 5678⟧ - P.IVA 01234567890 - CF ⟦national_id|RSSMRA85T10A562S⟧',
  'Kontonummer 12345678, BLZ 37040044, IBAN ⟦iban|DE89370400440532013000⟧',
];
