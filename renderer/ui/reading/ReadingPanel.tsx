import { Modal } from '@mantine/core';
import { useText } from '../../catalogue/area.ts';
import { controlsText } from '../../catalogue/controls.ts';
import { readingText } from '../../catalogue/reading.ts';
import { useApp } from '../../store/app.ts';
import { AT_FIRST, type Measure, RANGES } from './choices.ts';
import { FACE_NAMES, FACES } from './faces.ts';
import classes from './ReadingPanel.module.css';
import { useReadingStyle } from './useReadingStyle.ts';

function FaceChoice() {
  const t = useText(readingText).looks;
  const { preferences, remember } = useApp.getState();
  const chosen = useApp((state) => state.preferences.textFont);
  return (
    <fieldset className={classes.faces}>
      <legend>{t.font}</legend>
      {FACE_NAMES.map((face) => (
        <label key={face} className={classes.face}>
          <input
            type="radio"
            name="face"
            checked={face === chosen}
            data-autofocus={face === preferences.textFont || undefined}
            onChange={() => remember({ textFont: face })}
            onFocus={() => void FACES[face].fetch?.()}
          />
          <span style={{ fontFamily: FACES[face].family }}>{t.fonts[face]}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface SliderProps {
  measure: Measure;
  label: string;
  said: (value: number) => string;
}

/** A measure by the arrow keys or the mouse, with its value in words. */
function Slider({ measure, label, said }: SliderProps) {
  const value = useApp((state) => state.preferences[measure]);
  const { least, most, step } = RANGES[measure];
  return (
    <label className={classes.slider}>
      <span>{label}</span>
      <input
        type="range"
        min={least}
        max={most}
        step={step}
        value={value}
        aria-valuetext={said(value)}
        onChange={(event) => useApp.getState().remember({ [measure]: event.currentTarget.valueAsNumber })}
      />
      <output className={classes.value}>{said(value)}</output>
    </label>
  );
}

/** How text looks in conversations and answers, with a preview; what is chosen holds at once. */
export function ReadingPanel() {
  const t = useText(readingText).looks;
  const { close } = useText(controlsText);
  const style = useReadingStyle();
  const { showOverlay, remember } = useApp.getState();
  return (
    <Modal
      opened
      onClose={() => showOverlay(null)}
      size={760}
      title={t.title}
      closeButtonProps={{ 'aria-label': close }}
    >
      <p className={classes.lead}>{t.lead}</p>
      <div className={classes.choices}>
        <FaceChoice />
        <div>
          <Slider measure="textSize" label={t.size} said={t.pixels} />
          <Slider measure="textWidth" label={t.width} said={t.letters} />
          <Slider measure="textSpacing" label={t.spacing} said={t.percent} />
          <button type="button" className={classes.reset} onClick={() => remember(AT_FIRST)}>
            {t.reset}
          </button>
        </div>
      </div>
      <section className={classes.preview} aria-label={t.preview} style={style}>
        <p>{t.sample}</p>
      </section>
    </Modal>
  );
}
