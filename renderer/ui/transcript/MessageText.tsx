import './transcript.css';
import { documentOf, isAtOnce } from './documents.ts';
import { marksWithin, NO_MARKS, type TextMark } from './pieces.ts';
import { Section } from './Section.tsx';

interface MessageTextProps {
  text: string;
  /** What is marked in it; the same list while nothing changed. What did not change is not drawn again. */
  marks?: readonly TextMark[];
  /** How much is set in full at once, from the start on, or, below 0, up to the end; the rest is when it comes near. Characters. */
  ahead?: number;
}

/** More than fits on a screen. */
export const AHEAD = 2_500;
/** From more sections on, those far away are not laid out. */
const FEW = 3;

/** A message's text. The text nodes joined are the text, exactly. */
export function MessageText({ text, marks = NO_MARKS, ahead = AHEAD }: MessageTextProps) {
  const sections = documentOf(text);
  return sections.map((section) => (
    <Section
      key={section.from}
      section={section}
      marks={marksWithin(marks, section.from, section.to)}
      atOnce={isAtOnce(section, text.length, ahead)}
      isOneOfMany={sections.length > FEW}
    />
  ));
}
