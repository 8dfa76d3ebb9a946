import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BINDINGS } from '../../../renderer/keys/keymap.ts';
import { capOf } from '../../../renderer/keys/labels.ts';

const README = readFileSync(join(import.meta.dirname, '..', '..', '..', 'README.md'), 'utf8');

/** What the README says a key of Rate does, by the action it means. */
const SAID = {
  submit: 'submits',
  undo: 'takes anything back',
  label: 'labels text',
  rewrite: 'rewrites',
  rationale: 'says why',
  meaning: 'shows examples',
  cannot: 'says that something cannot be judged',
  skip: 'skips',
  mark: 'asks the lead',
};

describe('the README', () => {
  it.each(Object.entries(SAID))('gives the key for %s that Rate has', (action, does) => {
    const chord = BINDINGS.find(({ id }) => id === action)?.chords[0];
    const cap = `${chord?.ctrl ? 'Ctrl+' : ''}${capOf(chord?.code ?? '')}`;
    expect(README).toContain(`\`${cap}\` ${does}`);
  });
});
