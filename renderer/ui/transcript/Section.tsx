import { memo, use, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ReadableSection } from './documents.ts';
import classes from './MessageText.module.css';
import { drawRun } from './marked.ts';
import { watchNear } from './near.ts';
import { drawNodes } from './nodes.ts';
import type { TextMark } from './pieces.ts';
import { RawView } from './raw-view.ts';
import { useReader } from './reader.ts';
import { noteGone, noteShown } from './shown-sections.ts';

interface SectionProps {
  section: ReadableSection;
  marks: readonly TextMark[];
  /** Set in full at once; else when it comes near to what is seen. */
  atOnce: boolean;
  /** One of so many that those far away are not laid out. */
  isOneOfMany: boolean;
}

/** A section of a text: as Markdown where it is near, as it is written where it is far or where the reader wants it so. */
export const Section = memo(function Section({ section, marks, atOnce, isOneOfMany }: SectionProps) {
  const element = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(atOnce);
  const read = useReader();
  const isRaw = use(RawView);
  const nodes = isNear && read && !isRaw ? section.nodes(read) : null;
  useEffect(() => {
    if (!element.current || (atOnce && !isOneOfMany)) return;
    return watchNear(element.current, setNear);
  }, [atOnce, isOneOfMany]);
  // Without a list of what it depends on: whatever is drawn anew may have new text nodes.
  useLayoutEffect(() => {
    if (element.current) noteShown(element.current, { section, nodes, isNear });
  });
  useLayoutEffect(() => {
    const own = element.current;
    return own ? () => noteGone(own) : undefined;
  }, []);
  const run = { from: section.from, text: section.text, marks };
  const kind = nodes ? classes.set : classes.written;
  return (
    <div
      ref={element}
      data-from={section.from}
      className={isOneOfMany ? `${kind} ${classes.many}` : kind}
      dir={nodes ? undefined : 'auto'}
      style={isOneOfMany ? { '--lines': section.lines } : undefined}
    >
      {nodes ? drawNodes(nodes, run) : drawRun(run)}
    </div>
  );
});
