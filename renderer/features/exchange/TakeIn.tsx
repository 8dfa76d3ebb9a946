import { Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { ok } from '../../../shared/contract/result.ts';
import type { PickedFile } from '../../../shared/contract/window.ts';
import { bridge } from '../../bridge.ts';
import { useText } from '../../catalogue/area.ts';
import { exchangeText } from '../../catalogue/exchange.ts';
import { useApp } from '../../store/app.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Upload } from '../../ui/icons.tsx';
import { JobBar } from '../../ui/JobBar.tsx';
import { useAction } from '../../ui/useCall.ts';
import { useDropping } from '../../ui/useDropping.ts';
import classes from './Exchange.module.css';
import { Merged } from './Merged.tsx';
import { useExchange } from './store.ts';

const SLOT = 'packets-in';
const SHUT: ReadonlySet<string | null> = new Set(['PACKET_LOCKED', 'PACKET_PASSPHRASE']);

interface TakeInProps {
  /** True where it is not the first thing to do here. */
  quiet?: boolean;
  title: string;
  hint: string;
  onChange: () => void;
}

/** What comes: dropped or chosen, as many packets as there are, and what came of it. */
export function TakeIn({ quiet = false, title, hint, onChange }: TakeInProps) {
  const t = useText(exchangeText);
  const { merged, locked, set } = useExchange();
  const runJob = useApp((state) => state.runJob);
  const [passphrase, setPassphrase] = useState('');
  const merge = useAction(async (files: readonly PickedFile[], secret?: string) => {
    if (files.length === 0) return ok(null);
    const result = await runJob(SLOT, t.merging, 'packet.merge', {
      files: files.map(({ file }) => file),
      ...(secret ? { passphrase: secret } : {}),
    });
    if (result.ok) {
      const { sources } = result.value;
      set({ merged: result.value, locked: files.filter((_, at) => SHUT.has(sources[at]?.refused ?? null)) });
    }
    onChange();
    return result;
  });
  const choose = useAction(async () => {
    const picked = await bridge.call('pick.packets', {});
    if (picked.ok) await merge.run(picked.value);
    return picked;
  });
  const { over, handlers } = useDropping(merge.busy, async (files) => {
    await merge.run(await bridge.dropped(files));
  });
  const error = merge.error ?? choose.error;
  return (
    <section aria-label={title} {...handlers}>
      <h2 className={classes.partTitle}>{title}</h2>
      <p className={classes.hint}>{hint}</p>
      <div className={over ? `${classes.drop} ${classes.over}` : classes.drop}>
        <p>{t.drop}</p>
        <Button
          leftSection={<Upload />}
          variant={quiet ? 'default' : 'filled'}
          disabled={merge.busy}
          onClick={() => void choose.run()}
        >
          {t.choose}
        </Button>
      </div>
      <JobBar slot={SLOT} />
      {error && error.code !== 'CANCELLED' ? <ErrorNote error={error} onDismiss={merge.dismiss} /> : null}
      {merged ? <Merged result={merged} /> : null}
      {locked.length > 0 ? (
        <form
          className={classes.unlock}
          onSubmit={(event) => {
            event.preventDefault();
            void merge.run(locked, passphrase);
          }}
        >
          <PasswordInput
            label={t.locked(locked.length)}
            value={passphrase}
            autoComplete="off"
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
          <Button type="submit" disabled={passphrase === '' || merge.busy}>
            {t.unlock}
          </Button>
        </form>
      ) : null}
    </section>
  );
}
