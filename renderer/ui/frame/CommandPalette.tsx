import { Modal, TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { actionText } from '../../catalogue/key-actions.ts';
import { current } from '../../keys/current.ts';
import { ranked } from '../../keys/fuzzy.ts';
import type { ActionId } from '../../keys/keymap.ts';
import { capFor } from '../../keys/labels.ts';
import { handlerFor, nameFor } from '../../keys/useKeys.ts';
import { useKeyWords } from '../../keys/words.ts';
import { useApp } from '../../store/app.ts';
import { KeyCap } from '../KeyCap.tsx';
import classes from './CommandPalette.module.css';

const MOVES: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
/** How many commands are remembered as the last ones. */
const RECENT = 8;

interface Command {
  id: ActionId;
  name: string;
  names: string[];
}

/** The commands that can be given now and fit what was typed: this screen's first, and those given last before all. */
function useCommands(typed: string): Command[] {
  const { nameOf } = useKeyWords();
  const recent = useApp((state) => state.preferences.commands);
  const known = current().bindings.filter(
    ({ keyOnly, byRubric, id }) => !keyOnly && !byRubric && handlerFor(id),
  );
  const ordered = known.toSorted((a, b) => Number(a.scope === 'frame') - Number(b.scope === 'frame'));
  // An action is found by its English name too.
  const commands = ordered.map((row) => ({
    id: row.id,
    name: nameFor(row.id) ?? nameOf(row),
    names: [nameOf(row), actionText.en[row.id]],
  }));
  return ranked(commands, typed, recent);
}

function give(command: Command | undefined): void {
  if (!command) return;
  const { showOverlay, preferences, remember } = useApp.getState();
  const lately = [command.id, ...preferences.commands.filter((id) => id !== command.id)].slice(0, RECENT);
  // Before it is given: it may be the one that hands the desk to somebody else.
  remember({ commands: lately });
  const run = handlerFor(command.id);
  showOverlay(null);
  run?.();
}

/** Every command by name, for hands that do not know its key yet. */
export function CommandPalette() {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const { t } = useKeyWords();
  const commands = useCommands(typed);
  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') give(commands[chosen]);
    else if (move === undefined) return;
    else setChosen((at) => (at + move + commands.length) % Math.max(1, commands.length));
    event.preventDefault();
  };
  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <Modal
      opened
      onClose={() => useApp.getState().showOverlay(null)}
      size={560}
      withCloseButton={false}
      aria-label={t.findCommand}
    >
      <TextInput
        aria-label={t.command}
        placeholder={t.whatToDo}
        role="combobox"
        aria-expanded
        aria-controls="commands"
        aria-activedescendant={commands[chosen]?.id}
        data-autofocus
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id="commands" role="listbox" aria-label={t.commands} className={classes.list}>
        {commands.length === 0 ? <p className={classes.none}>{t.noCommand}</p> : null}
        {commands.map((command, index) => (
          <button
            key={command.id}
            id={command.id}
            type="button"
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            className={classes.command}
            onClick={() => give(command)}
            onPointerMove={() => setChosen(index)}
          >
            <span>{command.name}</span>
            {capFor(command.id) ? <KeyCap keys={capFor(command.id)} /> : null}
          </button>
        ))}
      </div>
    </Modal>
  );
}
