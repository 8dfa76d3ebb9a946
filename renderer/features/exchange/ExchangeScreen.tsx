import { useEffect } from 'react';
import { useText } from '../../catalogue/area.ts';
import { exchangeText } from '../../catalogue/exchange.ts';
import { useApp } from '../../store/app.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Page } from '../../ui/Page.tsx';
import { useCall } from '../../ui/useCall.ts';
import { Conflicts } from './Conflicts.tsx';
import { Decided } from './Decided.tsx';
import classes from './Exchange.module.css';
import { HandOut } from './HandOut.tsx';
import { SendBack } from './SendBack.tsx';
import { useExchange } from './store.ts';
import { TakeIn } from './TakeIn.tsx';
import { shortKey } from './words.ts';

/** Work out to other machines and ratings back; in a project made from a packet, the way back alone. */
export function ExchangeScreen() {
  const t = useText(exchangeText);
  const project = useApp((state) => state.project?.id ?? null);
  const refreshProject = useApp((state) => state.refreshProject);
  const enter = useExchange((state) => state.enter);
  const state = useCall('packet.state', {});
  useEffect(() => {
    if (project !== null) enter(project);
  }, [project, enter]);
  const changed = () => void Promise.all([state.reload(), refreshProject()]);
  if (state.error && !state.value)
    return (
      <Page title={t.title}>
        <ErrorNote error={state.error} onRetry={() => void state.reload()} />
      </Page>
    );
  if (!state.value) return <Page title={t.title}>{null}</Page>;
  const { origin, raters, conflicts, decided, key } = state.value;
  if (origin) return <SendBack origin={origin} work={raters[0] ?? null} onChange={changed} />;
  return (
    <Page wide title={t.title} lead={t.lead}>
      <div className={classes.columns}>
        <HandOut raters={raters} onChange={changed} />
        <TakeIn title={t.takeIn} hint={t.takeInHint} onChange={changed} />
      </div>
      <Conflicts conflicts={conflicts} onChange={changed} />
      <Decided decided={decided} onChange={changed} />
      {key ? <p className={classes.key}>{t.yourKey(shortKey(key))}</p> : null}
    </Page>
  );
}
