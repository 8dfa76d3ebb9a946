import { expect, it } from 'vitest';
import { actionText } from '../../../renderer/catalogue/key-actions.ts';
import { groupText } from '../../../renderer/catalogue/key-groups.ts';
import { keysText } from '../../../renderer/catalogue/keys.ts';
import { LANGUAGES } from '../../../renderer/catalogue/language.ts';
import { BINDINGS } from '../../../renderer/keys/keymap.ts';

it.each(['en', 'de'] as const)('every action, its heading and its screen have a name: %s', (language) => {
  expect(Object.keys(LANGUAGES)).toContain(language);
  const actions = actionText[language];
  const groups = groupText[language];
  const nameless = BINDINGS.flatMap(({ id, group, scope }) => [
    ...(actions[id] ? [] : [id]),
    ...(groups[group] ? [] : [group]),
    ...(keysText[language].scopes[scope] ? [] : [scope]),
  ]);
  expect([...new Set(nameless)]).toEqual([]);
});

it('names no action that is not there', () => {
  const ids = new Set<string>(BINDINGS.map(({ id }) => id));
  expect(Object.keys(actionText.de).filter((id) => !ids.has(id))).toEqual([]);
});
