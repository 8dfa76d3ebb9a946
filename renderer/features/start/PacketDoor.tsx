import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ok } from '../../../shared/contract/result.ts';
import type { PickedFile } from '../../../shared/contract/window.ts';
import { bridge } from '../../bridge.ts';
import { useText } from '../../catalogue/area.ts';
import { startText } from '../../catalogue/start.ts';
import { useApp } from '../../store/app.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useAction } from '../../ui/useCall.ts';
import classes from './NewProject.module.css';
import { usePacket } from './packet.ts';

const SHUT: ReadonlySet<string> = new Set(['PACKET_LOCKED', 'PACKET_PASSPHRASE']);
const ENDING = /\.[^.]*$/;

/** Makes a project of a packet: where it goes, and its passphrase once it is known to need one. */
export function PacketDoor({ packet }: { packet: PickedFile }) {
  const t = useText(startText);
  const close = () => usePacket.getState().set(null);
  const [place, setPlace] = useState<PickedFile | null>(null);
  const [shut, setShut] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const open = useAction(async () => {
    const asked = place ?? (await choose());
    if (!asked) return ok(null);
    const { openPacket } = useApp.getState();
    const secret = passphrase === '' ? {} : { passphrase };
    const opened = await openPacket({ file: packet.file, out: asked.file, ...secret });
    if (opened.ok) close();
    else if (SHUT.has(opened.error.code)) {
      setPlace(asked);
      setShut(true);
      if (passphrase === '') return ok(null);
    } else setPlace(null);
    return opened;
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void open.run();
  };
  const choose = async (): Promise<PickedFile | null> => {
    const picked = await bridge.call('pick.newProject', { name: packet.name.replace(ENDING, '') });
    return picked.ok ? picked.value : null;
  };
  return (
    <form className={classes.form} onSubmit={submit} aria-label={t.packet(packet.name)}>
      <p>{t.packet(packet.name)}</p>
      <p className={classes.soft}>{shut ? t.packetShut : t.packetText}</p>
      {shut ? (
        <PasswordInput
          label={t.passphrase}
          autoFocus
          autoComplete="off"
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
      ) : null}
      {open.error ? <ErrorNote error={open.error} /> : null}
      <div className={classes.actions}>
        <Button type="submit" autoFocus={!shut} loading={open.busy} disabled={shut && passphrase === ''}>
          {shut ? t.openPacket : t.choosePlace}
        </Button>
        <Button variant="default" onClick={close}>
          {t.cancel}
        </Button>
      </div>
    </form>
  );
}
