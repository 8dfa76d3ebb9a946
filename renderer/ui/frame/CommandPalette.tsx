import { Modal, TextInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { type ActionId, BINDINGS, type KeyBinding } from '../../keys/keymap.ts';
import { chordText } from '../../keys/labels.ts';
import { handlerFor } from '../../keys/useKeys.ts';
import { useApp } from '../../store/app.ts';
import { KeyCap } from '../KeyCap.tsx';
import classes from './CommandPalette.module.css';

type Command = KeyBinding & { id: ActionId };

const MOVES: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** The commands that can be given now and whose words contain all that was typed. */
function matching(typed: string): Command[] {
  const words = typed.toLowerCase().split(/\s+/);
  const known = BINDINGS.filter(({ keyOnly, byRubric, id }) => !keyOnly && !byRubric && handlerFor(id));
  const fitting = known.filter(({ label }) => words.every((word) => label.toLowerCase().includes(word)));
  return fitting.toSorted((a, b) => Number(a.scope === 'frame') - Number(b.scope === 'frame'));
}

/** Every command by name, for hands that do not know its key yet. */
export function CommandPalette() {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const commands = matching(typed);
  const close = () => useApp.getState().showOverlay(null);
  const give = (command: Command | undefined) => {
    if (!command) return;
    close();
    handlerFor(command.id)?.();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    if (event.key === 'Enter') give(commands[chosen]);
    else if (move === undefined) return;
    else setChosen((at) => (at + move + commands.length) % Math.max(1, commands.length));
    event.preventDefault();
  };
  return (
    <Modal opened onClose={close} size={560} withCloseButton={false} aria-label="Find a command">
      <TextInput
        aria-label="Command"
        placeholder="What would you like to do?"
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
      <div id="commands" role="listbox" aria-label="Commands" className={classes.list}>
        {commands.length === 0 ? <p className={classes.none}>No command of that name here.</p> : null}
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
            <span>{command.label}</span>
            {command.chords[0] ? <KeyCap keys={chordText(command.chords[0])} /> : null}
          </button>
        ))}
      </div>
    </Modal>
  );
}
