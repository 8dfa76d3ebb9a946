import { Drawer, NumberInput, Radio, Switch } from '@mantine/core';
import type { ProjectSettings, SettingsChange } from '../../../shared/domain/settings.ts';
import { bridge } from '../../bridge.ts';
import { useText } from '../../catalogue/area.ts';
import { settingsText } from '../../catalogue/settings.ts';
import { useApp } from '../../store/app.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useAction } from '../../ui/useCall.ts';
import classes from './SettingsPanel.module.css';

/** Descriptions stand under their labels. */
const NAMES = { description: classes.description ?? '' };
const SWITCHES = ['blind', 'contentWarnings', 'showPace'] as const;
const FEEDBACK = ['hidden', 'training'] as const;
const ROUND = ['round', 'item'] as const;
/** What is proposed when pauses are first suggested, minutes. */
const PAUSE = 50;
const LEAST = 5;
const MOST = 240;

interface FieldsProps {
  settings: ProjectSettings;
  change: (change: SettingsChange) => void;
}

function Feedback({ settings, change }: FieldsProps) {
  const t = useText(settingsText);
  return (
    <>
      <Radio.Group label={t.goldFeedback} value={settings.goldFeedback}>
        {FEEDBACK.map((value) => (
          <Radio
            key={value}
            mt={8}
            value={value}
            classNames={NAMES}
            {...t.goldChoices[value]}
            onChange={() => change({ goldFeedback: value })}
          />
        ))}
      </Radio.Group>
      <Radio.Group label={t.calibrationFeedback} value={settings.calibrationFeedback}>
        {ROUND.map((value) => (
          <Radio
            key={value}
            mt={8}
            value={value}
            classNames={NAMES}
            {...t.roundChoices[value]}
            onChange={() => change({ calibrationFeedback: value })}
          />
        ))}
      </Radio.Group>
    </>
  );
}

function Rest({ settings, change }: FieldsProps) {
  const t = useText(settingsText);
  const minutes = settings.pauseAfterMinutes;
  return (
    <>
      <Switch
        classNames={NAMES}
        {...t.pause}
        checked={minutes !== null}
        onChange={(event) => change({ pauseAfterMinutes: event.currentTarget.checked ? PAUSE : null })}
      />
      {minutes === null ? null : (
        <NumberInput
          label={t.minutes}
          w={160}
          min={LEAST}
          max={MOST}
          clampBehavior="strict"
          allowDecimal={false}
          value={minutes}
          onChange={(value) =>
            typeof value === 'number' && value >= LEAST && change({ pauseAfterMinutes: value })
          }
        />
      )}
    </>
  );
}

/** What the lead decides for the project as a whole. Each change is stored as it is made. */
export function SettingsPanel() {
  const t = useText(settingsText);
  const settings = useApp((state) => state.project?.settings);
  const store = useAction(async (change: SettingsChange) => {
    const changed = await bridge.call('settings.change', change);
    if (changed.ok) await useApp.getState().refreshProject();
    return changed;
  });
  const close = () => useApp.getState().showOverlay(null);
  if (!settings) return null;
  const change = (wanted: SettingsChange) => void store.run(wanted);
  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      size={520}
      title={t.title}
      closeButtonProps={{ 'aria-label': t.close }}
    >
      <div className={classes.fields}>
        <p className={classes.lead}>{t.lead}</p>
        {SWITCHES.map((name) => (
          <Switch
            key={name}
            classNames={NAMES}
            {...t.switches[name]}
            checked={settings[name]}
            onChange={(event) => change({ [name]: event.currentTarget.checked })}
          />
        ))}
        <Feedback settings={settings} change={change} />
        <Rest settings={settings} change={change} />
        {store.error ? <ErrorNote error={store.error} onDismiss={store.dismiss} /> : null}
      </div>
    </Drawer>
  );
}
