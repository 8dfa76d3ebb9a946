import { Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/commands.ts';
import type { RaterExchange } from '../../../shared/contract/packets.ts';
import { ok } from '../../../shared/contract/result.ts';
import { bridge } from '../../bridge.ts';
import { useText } from '../../catalogue/area.ts';
import { exchangeText } from '../../catalogue/exchange.ts';
import { useApp } from '../../store/app.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { when } from '../../ui/format.ts';
import { Check, Upload } from '../../ui/icons.tsx';
import { JobBar } from '../../ui/JobBar.tsx';
import { Page } from '../../ui/Page.tsx';
import { useAction } from '../../ui/useCall.ts';
import classes from './Exchange.module.css';
import { useExchange } from './store.ts';
import { TakeIn } from './TakeIn.tsx';
import { fileName } from './words.ts';

const SLOT = 'ratings-back';

interface SendBackProps {
  origin: NonNullable<OutputOf<'packet.state'>['origin']>;
  work: RaterExchange | null;
  onChange: () => void;
}

/** A rater's side of it: how far the work is, and the one button that sends the ratings back. */
export function SendBack({ origin, work, onChange }: SendBackProps) {
  const t = useText(exchangeText);
  const { made, set } = useExchange();
  const runJob = useApp((state) => state.runJob);
  const navigate = useApp((state) => state.navigate);
  const project = useApp((state) => state.project?.name ?? '');
  const [passphrase, setPassphrase] = useState('');
  const { done, assigned } = work ?? { done: 0, assigned: 0 };
  const send = useAction(async () => {
    const place = await bridge.call('pick.saveAs', {
      kind: 'packet',
      name: `${project} - ${origin.rater.name}`,
    });
    if (!place.ok || place.value === null) return place.ok ? ok(null) : place;
    const result = await runJob(SLOT, t.writing, 'packet.make', {
      out: place.value.file,
      ...(passphrase === '' ? {} : { passphrase }),
    });
    if (result.ok) {
      set({ made: result.value.packets });
      onChange();
    }
    return result;
  });
  const sent = made?.[0];
  return (
    <Page title={t.part(origin.rater.name)} lead={t.partLead}>
      <div className={classes.back}>
        <p className={classes.progress}>{t.progress(done, assigned)}</p>
        <p className={classes.hint}>{done === 0 ? t.nothingYet : done < assigned ? t.sendPart : t.sendAll}</p>
        <PasswordInput
          label={t.passphrase}
          description={t.passphraseBack}
          value={passphrase}
          autoComplete="off"
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        <div className={classes.ways}>
          <Button size="lg" leftSection={<Upload />} disabled={send.busy} onClick={() => void send.run()}>
            {t.sendBack}
          </Button>
          {done < assigned ? (
            <Button size="lg" variant="default" onClick={() => navigate('rate')}>
              {t.toRate}
            </Button>
          ) : null}
        </div>
        <JobBar slot={SLOT} />
        {send.error && send.error.code !== 'CANCELLED' ? (
          <ErrorNote error={send.error} onDismiss={send.dismiss} />
        ) : null}
        {sent ? (
          <p role="status" className={classes.fine}>
            <Check /> {t.sent(fileName(sent.file))}
          </p>
        ) : origin.sentBack ? (
          <p className={classes.hint}>{t.sentBefore(when(origin.sentBack))}</p>
        ) : null}
      </div>
      <div className={classes.more}>
        <TakeIn quiet title={t.moreWork} hint={t.moreWorkHint} onChange={onChange} />
      </div>
    </Page>
  );
}
