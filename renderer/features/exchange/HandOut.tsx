import { Button, PasswordInput } from '@mantine/core';
import type { RaterExchange } from '../../../shared/contract/packets.ts';
import { ok } from '../../../shared/contract/result.ts';
import { bridge } from '../../bridge.ts';
import { useText } from '../../catalogue/area.ts';
import { exchangeText } from '../../catalogue/exchange.ts';
import { useApp } from '../../store/app.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { JobBar } from '../../ui/JobBar.tsx';
import { useAction } from '../../ui/useCall.ts';
import classes from './Exchange.module.css';
import { MadeList } from './MadeList.tsx';
import { RaterTable } from './RaterTable.tsx';
import { useExchange } from './store.ts';

const SLOT = 'packets-out';

interface HandOutProps {
  raters: readonly RaterExchange[];
  onChange: () => void;
}

/** Names of those who have work and no packet of it yet; where all have one, of all who have work left. */
function waiting(raters: readonly RaterExchange[]): string[] {
  const open = raters.filter(({ assigned, done }) => assigned > done);
  const without = open.filter(({ handedOut }) => handedOut === null);
  return (without.length > 0 ? without : open).map(({ rater }) => rater.name);
}

/** Whom a packet is written for, behind which passphrase, and where to. */
export function HandOut({ raters, onChange }: HandOutProps) {
  const t = useText(exchangeText);
  const { chosen, passphrase, made, set } = useExchange();
  const runJob = useApp((state) => state.runJob);
  const navigate = useApp((state) => state.navigate);
  const able = raters.filter(({ assigned, done }) => assigned + done > 0);
  const names = (chosen ?? waiting(able)).filter((name) => able.some(({ rater }) => rater.name === name));
  const write = useAction(async () => {
    const folder = await bridge.call('pick.folder', {});
    if (!folder.ok || folder.value === null) return folder.ok ? ok(null) : folder;
    const result = await runJob(SLOT, t.writing, 'packet.make', {
      raters: [...names],
      folder: folder.value.file,
      ...(passphrase === '' ? {} : { passphrase }),
    });
    if (result.ok) {
      set({ made: result.value.packets });
      onChange();
    }
    return result;
  });
  return (
    <section aria-label={t.handOut}>
      <h2 className={classes.partTitle}>{t.handOut}</h2>
      {able.length === 0 ? (
        <EmptyState
          title={t.noRaters}
          text={t.noRatersText}
          action={<Button onClick={() => navigate('sample')}>{t.toSample}</Button>}
        />
      ) : (
        <>
          <p className={classes.hint}>{t.handOutHint}</p>
          <RaterTable raters={able} chosen={names} onChoose={(next) => set({ chosen: next, made: null })} />
          <form
            className={classes.out}
            onSubmit={(event) => {
              event.preventDefault();
              if (names.length > 0) void write.run();
            }}
          >
            <PasswordInput
              label={t.passphrase}
              description={t.passphraseHint}
              value={passphrase}
              autoComplete="off"
              onChange={(event) => set({ passphrase: event.currentTarget.value })}
            />
            <Button type="submit" disabled={names.length === 0 || write.busy}>
              {t.write(names.length)}
            </Button>
          </form>
          <JobBar slot={SLOT} />
          {write.error && write.error.code !== 'CANCELLED' ? (
            <ErrorNote error={write.error} onDismiss={write.dismiss} />
          ) : null}
          {made ? <MadeList made={made} /> : null}
        </>
      )}
    </section>
  );
}
