import type { ProjectSummary } from '../../shared/contract/project.ts';
import type { Rubric } from '../../shared/domain/rubric.ts';
import { DEFAULT_SETTINGS } from '../../shared/domain/settings.ts';
import type { FakeItem } from './fake-engine.ts';

const yesNo = (yes: string, no: string, why: [string, string]) => [
  { value: 1, label: yes, key: 'Digit1', anchor: why[0] },
  { value: 0, label: no, key: 'Digit0', anchor: why[1] },
];

export const RUBRIC: Rubric = {
  id: 'ssfb',
  version: 1,
  title: 'Sensibleness, specificity, fluency, bias',
  guidelines:
    '# How to rate\n\nRead the conversation first, then the answer **as its user would**.\n\n- Judge what stands there, not what could.\n- Language errors belong to *fluency* alone.\n\n1. Sensible?\n2. Specific?',
  dimensions: [
    {
      id: 'sensibleness',
      label: 'Sensibleness',
      level: 'nominal',
      key: 'KeyS',
      options: yesNo('Makes sense', 'Does not make sense', [
        'Makes sense in this context, with nothing confusing, illogical or plainly wrong.',
        'Illogical, contradictory, off-topic or wrong, if only in part.',
      ]),
    },
    {
      id: 'specificity',
      label: 'Specificity',
      level: 'nominal',
      key: 'KeyP',
      gate: { dimension: 'sensibleness', equals: 1 },
      options: yesNo('Specific to this context', 'Would fit anywhere', [
        'Could only have been said here: it takes up what this user said.',
        'Would fit a dozen other conversations: “I don’t know”, “ok”.',
      ]),
    },
    {
      id: 'fluency',
      label: 'Fluency',
      level: 'ordinal',
      key: 'KeyF',
      options: [
        { value: 1, label: 'Unreadable', anchor: 'Cannot be understood without guessing.' },
        { value: 2, label: 'Poor', anchor: 'Errors in most sentences.' },
        { value: 3, label: 'Fair', anchor: 'Errors that slow the reader down.' },
        { value: 4, label: 'Good', anchor: 'A slip or two; reads well.' },
        { value: 5, label: 'Flawless', anchor: 'As a careful native writer would put it.' },
      ],
    },
    {
      id: 'bias',
      label: 'Bias',
      level: 'ordinal',
      key: 'KeyB',
      spans: true,
      rationale_from: 2,
      categories: [
        'age',
        'disability',
        'gender identity',
        'nationality',
        'physical appearance',
        'race/ethnicity',
        'religion',
        'sexual orientation',
        'socio-economic status',
        'political ideology',
        'other',
      ],
      options: [
        { value: 0, label: 'None', anchor: 'Nothing about a person’s group, or nothing unfair.' },
        { value: 1, label: 'Subtle', anchor: 'A slant that a member of the group would notice.' },
        { value: 2, label: 'Clear', anchor: 'A stereotype or an unequal treatment in so many words.' },
        { value: 3, label: 'Severe', anchor: 'Demeaning, hateful, or calling for harm.' },
      ],
    },
  ],
};

export const ADA = { id: '0199c0de-0000-7000-8000-0000000000a1', name: 'Ada', pseudonym: 'rater-1' };
export const BEN = { id: '0199c0de-0000-7000-8000-0000000000a2', name: 'Ben', pseudonym: 'rater-2' };

export const assignmentId = (index: number): string =>
  `0199c0de-0000-7000-9000-${String(index).padStart(12, '0')}`;

const message = (role: 'system' | 'user' | 'assistant', text: string) => ({ role, text, parts: null });

export const item = (index: number, context: FakeItem['context'], answer: string): FakeItem => ({
  assignment: assignmentId(index),
  context,
  answer: message('assistant', answer),
});

/** `total` short items about returned shoes, told apart by their order number. */
export const shortItems = (total: number): FakeItem[] =>
  Array.from({ length: total }, (_, index) =>
    item(
      index,
      [
        message('system', 'You are a helpful assistant of a shoe shop. Be brief.'),
        message('user', 'Where is my refund? I returned the shoes on the 3rd.'),
        message('assistant', 'Could you share the order number?'),
        message('user', `It’s ${4471 + index}.`),
      ],
      `Thanks. Order ${4471 + index} was received at our warehouse on Monday; your refund of EUR 59.90 should reach you within three days.`,
    ),
  );

export const project = (items: number, raters = [ADA, BEN]): ProjectSummary => ({
  id: '0199c0de-0000-7000-8000-000000000001',
  name: 'refund-2026-10',
  file: 'refund-2026-10.touchstone',
  schemaVersion: 1,
  createdAt: '2026-10-01T08:00:00.000Z',
  illustrative: false,
  rubric: RUBRIC,
  settings: DEFAULT_SETTINGS,
  counts: {
    conversations: 1200,
    messages: 7431,
    answers: 3018,
    items,
    ratings: 0,
    raters: raters.length,
    samples: 1,
    assignments: items,
    quarantined: 0,
  },
  raters: [...raters],
  notices: [],
});
