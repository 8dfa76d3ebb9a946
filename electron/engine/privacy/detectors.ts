import { assignedSecrets } from './detectors/assigned-secrets.ts';
import { card } from './detectors/card.ts';
import { email } from './detectors/email.ts';
import { iban } from './detectors/iban.ts';
import { ip } from './detectors/ip.ts';
import { letteredIds } from './detectors/lettered-ids.ts';
import { numericIds } from './detectors/numeric-ids.ts';
import { phone } from './detectors/phone.ts';
import { secrets } from './detectors/secrets.ts';
import { urlCredentials } from './detectors/url-credentials.ts';
import type { Detector } from './scanned.ts';

/** Every detector that is always on. Nothing else names them. */
export const DETECTORS: readonly Detector[] = [
  email,
  urlCredentials,
  secrets,
  assignedSecrets,
  iban,
  card,
  letteredIds,
  numericIds,
  phone,
  ip,
];
