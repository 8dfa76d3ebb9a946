import { Button, Popover } from '@mantine/core';
import { type RefObject, useState } from 'react';
import { useText } from '../../catalogue/area.ts';
import { transcriptsText } from '../../catalogue/transcripts.ts';
import { Plus } from '../../ui/icons.tsx';
import { KeyCap } from '../../ui/KeyCap.tsx';
import { FieldChoice } from './FieldChoice.tsx';
import { useTranscripts } from './store.ts';
import { TimeFilter } from './TimeFilter.tsx';
import { ValueChoice } from './ValueChoice.tsx';

const TIME = 'created_at';

/** Chooses a field, then one of the values that there are. */
export function AddFilter({ button }: { button: RefObject<HTMLButtonElement | null> }) {
  const t = useText(transcriptsText);
  const [isOpen, setOpen] = useState(false);
  const [field, setField] = useState<string | null>(null);
  const facets = useTranscripts((state) => state.facets);
  const close = () => {
    setOpen(false);
    setField(null);
    button.current?.focus();
  };
  const facet = facets.find((own) => own.field === field);
  return (
    <Popover
      opened={isOpen}
      onChange={(opened) => (opened ? setOpen(true) : close())}
      position="bottom-start"
      width={320}
      trapFocus
      shadow="none"
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <Button
          ref={button}
          size="compact-sm"
          variant="subtle"
          leftSection={<Plus />}
          rightSection={<KeyCap keys="F" decorative />}
          aria-keyshortcuts="F"
          aria-haspopup="dialog"
          onClick={() => (isOpen ? close() : setOpen(true))}
        >
          {t.filter}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t.addFilter}>
        {field === null ? <FieldChoice facets={facets} time={TIME} onChoose={setField} /> : null}
        {field === TIME ? <TimeFilter onDone={close} /> : null}
        {facet ? <ValueChoice facet={facet} onDone={close} onBack={() => setField(null)} /> : null}
      </Popover.Dropdown>
    </Popover>
  );
}
