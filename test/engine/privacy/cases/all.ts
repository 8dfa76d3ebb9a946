import { type LabelledCase, labelled } from '../labelled.ts';
import { EMAIL_CASES } from './email.ts';
import { MIXED_CASES } from './mixed.ts';
import { NAME_CASES } from './names.ts';
import { NATIONAL_ID_CASES } from './national-ids.ts';
import { NEGATIVE_CASES } from './negatives.ts';
import { NETWORK_CASES } from './network.ts';
import { PAYMENT_CASES } from './payment.ts';
import { PHONE_CASES } from './phone.ts';
import { SECRET_CASES } from './secrets.ts';
import { URL_CASES } from './urls.ts';

/** The set the detectors were made with. */
export const LABELLED: readonly LabelledCase[] = [
  ...[
    EMAIL_CASES,
    PHONE_CASES,
    PAYMENT_CASES,
    NETWORK_CASES,
    NATIONAL_ID_CASES,
    SECRET_CASES,
    URL_CASES,
    NEGATIVE_CASES,
    MIXED_CASES,
  ].flatMap((group) => group.map((text) => labelled(text))),
  ...NAME_CASES.map((text) => labelled(text, true)),
];
