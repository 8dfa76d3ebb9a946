import { Button } from '@mantine/core';
import type { RerateRequest } from '../../../../shared/contract/rubric.ts';
import { bridge } from '../../../bridge.ts';
import { useText } from '../../../catalogue/area.ts';
import { rubricText } from '../../../catalogue/rubric.ts';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { when } from '../../../ui/format.ts';
import { useAction } from '../../../ui/useCall.ts';
import classes from '../Rubric.module.css';

interface RequestsProps {
  requests: readonly RerateRequest[];
  onChange: (said: string) => void;
}

/** What was asked for again, how far it is, and taking back what nobody has begun. */
export function Requests({ requests, onChange }: RequestsProps) {
  const t = useText(rubricText);
  const takeBack = useAction(async (act: string) => {
    const done = await bridge.call('rubric.takeBack', { act });
    if (done.ok) onChange(t.tookBack(t.ratings(done.value.released), done.value.started));
    return done;
  });
  return (
    <>
      <ul className={classes.requests}>
        {requests.map(({ act, dimensions, actor, at, asked, started, done, takenBack }) => (
          <li key={act} className={classes.request}>
            <span>{t.request(dimensions.join(', '), actor, when(at))}</span>
            <span className={classes.quiet} data-numbers>
              {t.progress(done, asked)}
              {takenBack > 0 ? `, ${t.takenBack(takenBack)}` : ''}
            </span>
            {started + takenBack < asked ? (
              <Button
                size="xs"
                variant="default"
                loading={takeBack.busy}
                onClick={() => void takeBack.run(act)}
              >
                {t.takeBack}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {takeBack.error ? <ErrorNote error={takeBack.error} onDismiss={takeBack.dismiss} /> : null}
    </>
  );
}
