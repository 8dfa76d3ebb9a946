import { Button, Textarea } from '@mantine/core';
import type { QueuedUnit, UnitShown } from '../../../shared/contract/adjudication.ts';
import { unitKey } from '../../../shared/domain/adjudication.ts';
import type { Dimension, Rubric } from '../../../shared/domain/rubric.ts';
import { adjudicateText } from '../../catalogue/adjudicate.ts';
import { useText } from '../../catalogue/area.ts';
import { capFor } from '../../keys/labels.ts';
import { KeyCap } from '../../ui/KeyCap.tsx';
import classes from './Adjudicate.module.css';
import { Consensus } from './Consensus.tsx';
import { NOTE_FIELD, RATIONALE_FIELD } from './fields.ts';
import { History, StandingLine } from './History.tsx';
import { useAdjudicate } from './store.ts';
import { ValueField } from './ValueField.tsx';
import { unitTitle, valueWords } from './words.ts';

interface PanelProps {
  rubric: Rubric;
  unit: QueuedUnit;
  entry: Dimension | null;
  shown: UnitShown | null;
}

/** What the lead decides, and why; or a note with which the unit goes back. */
export function DecisionPanel({ rubric, unit, entry, shown }: PanelProps) {
  const t = useText(adjudicateText);
  const key = unitKey(unit);
  const draft = useAdjudicate(({ drafts }) => drafts[key]);
  const rationale = useAdjudicate(({ rationales }) => rationales[key] ?? '');
  const note = useAdjudicate(({ notes }) => notes[key] ?? '');
  const saving = useAdjudicate((state) => state.saving);
  const { write, decide, sendBack } = useAdjudicate.getState();
  const origin = draft?.adopted ? t.adopted(draft.adopted) : draft?.how === 'consensus' ? t.byConsensus : '';
  return (
    <aside className={classes.decision} aria-label={t.decision}>
      <h2 className={classes.dimensionTitle}>{unitTitle(rubric, unit, t)}</h2>
      {shown ? <StandingLine shown={shown} entry={entry} /> : null}
      <Consensus unit={unit} entry={entry} />
      <ValueField unit={unit} entry={entry} candidates={shown?.answers.length ?? 0} />
      <p className={classes.chosen} data-chosen={draft !== undefined} aria-live="polite">
        {draft
          ? `${t.chosen(valueWords(entry, draft.value, t))}${origin === '' ? '' : `, ${origin}`}`
          : t.choose}
      </p>
      <Textarea
        id={RATIONALE_FIELD}
        label={
          <>
            {t.rationale} <KeyCap keys={capFor('adjudicate.rationale')} decorative />
          </>
        }
        autosize
        minRows={1}
        maxRows={6}
        value={rationale}
        onChange={(event) => write('rationales', event.currentTarget.value)}
      />
      <Button
        fullWidth
        disabled={!draft}
        loading={saving}
        rightSection={<KeyCap keys={capFor('adjudicate.decide')} decorative />}
        onClick={() => void decide()}
      >
        {t.decide}
      </Button>
      <div className={classes.return}>
        <Textarea
          id={NOTE_FIELD}
          label={
            <>
              {t.note} <KeyCap keys={capFor('adjudicate.return')} decorative />
            </>
          }
          description={t.noteHint}
          autosize
          minRows={1}
          maxRows={5}
          value={note}
          onChange={(event) => write('notes', event.currentTarget.value)}
        />
        <Button
          variant="default"
          size="xs"
          disabled={note.trim() === '' || saving}
          onClick={() => void sendBack()}
        >
          {t.back}
        </Button>
      </div>
      {shown ? <History shown={shown} entry={entry} /> : null}
    </aside>
  );
}
