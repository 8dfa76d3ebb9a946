import { Button, Modal, NativeSelect, NumberInput, Radio } from '@mantine/core';
import { useState } from 'react';
import type { AdjudicationRule } from '../../../shared/domain/adjudication.ts';
import { bridge } from '../../bridge.ts';
import { adjudicateText } from '../../catalogue/adjudicate.ts';
import { useText } from '../../catalogue/area.ts';
import { useApp } from '../../store/app.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useAction } from '../../ui/useCall.ts';
import classes from './Adjudicate.module.css';
import { useAdjudicate } from './store.ts';

const DOUBTS = ['any', 'range', 'information'] as const;
const MODELS = ['votes', 'dawid_skene', 'rating_scale'] as const;
const TIES = ['model', 'lower', 'higher', 'open'] as const;
/** What is proposed first: two steps of a scale, half a bit. */
const PROPOSED = { range: 2, information: 0.5 };

function doubtOf(kind: (typeof DOUBTS)[number], atLeast: number | null): AdjudicationRule['doubt'] {
  return kind === 'any' ? { kind } : { kind, atLeast: atLeast ?? PROPOSED[kind] };
}

interface RuleFormProps {
  rule: AdjudicationRule;
  onClose: () => void;
}

/** The rule of the project: which units are asked about, and what the others come to. */
function RuleForm({ rule, onClose }: RuleFormProps) {
  const t = useText(adjudicateText);
  const [{ doubt, model, ties }, setRule] = useState(rule);
  const change = (part: Partial<AdjudicationRule>) => setRule((before) => ({ ...before, ...part }));
  const keep = useAction(async () => {
    const stored = await bridge.call('settings.change', { adjudication: { doubt, model, ties } });
    if (stored.ok) {
      onClose();
      void useApp.getState().refreshProject();
      void useAdjudicate.getState().load();
    }
    return stored;
  });
  return (
    <form
      className={classes.rule}
      onSubmit={(event) => {
        event.preventDefault();
        void keep.run();
      }}
    >
      <Radio.Group label={t.doubt} value={doubt.kind}>
        {DOUBTS.map((kind) => (
          <Radio
            key={kind}
            mt={8}
            value={kind}
            label={t.doubts[kind]}
            onChange={() => change({ doubt: doubtOf(kind, null) })}
          />
        ))}
      </Radio.Group>
      {doubt.kind === 'any' ? null : (
        <NumberInput
          label={t.atLeast}
          w={160}
          min={doubt.kind === 'range' ? 0.01 : 0}
          step={doubt.kind === 'range' ? 1 : 0.1}
          value={doubt.atLeast}
          onChange={(value) => {
            if (typeof value === 'number' && value > 0) change({ doubt: doubtOf(doubt.kind, value) });
          }}
        />
      )}
      <NativeSelect
        label={t.model}
        data={MODELS.map((value) => ({ value, label: t.models[value] }))}
        value={model}
        onChange={(event) =>
          change({ model: MODELS.find((one) => one === event.currentTarget.value) ?? 'votes' })
        }
      />
      <NativeSelect
        label={t.ties}
        data={TIES.map((value) => ({ value, label: t.tieRules[value] }))}
        value={ties}
        onChange={(event) =>
          change({ ties: TIES.find((one) => one === event.currentTarget.value) ?? 'model' })
        }
      />
      {keep.error ? <ErrorNote error={keep.error} onDismiss={keep.dismiss} /> : null}
      <div className={classes.actions}>
        <Button variant="default" onClick={onClose}>
          {t.cancel}
        </Button>
        <Button type="submit" loading={keep.busy}>
          {t.keepRule}
        </Button>
      </div>
    </form>
  );
}

export function RuleButton({ rule }: { rule: AdjudicationRule }) {
  const t = useText(adjudicateText);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setOpen(true)}>
        {t.rule}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t.ruleTitle}
        closeButtonProps={{ 'aria-label': t.cancel }}
      >
        <RuleForm rule={rule} onClose={() => setOpen(false)} />
      </Modal>
    </>
  );
}
