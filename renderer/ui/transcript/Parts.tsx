import { useText } from '../../catalogue/area.ts';
import { readingText } from '../../catalogue/reading.ts';
import { Fold } from './Fold.tsx';
import classes from './Message.module.css';
import { MessageText } from './MessageText.tsx';
import { otherParts, type Part, wordsOf } from './part-words.ts';
import { RawView } from './raw-view.ts';

interface PartsProps {
  parts: readonly Part[];
  /** Name of the message's text among those of the page. */
  id?: string | undefined;
}

/** Tool calls, reasoning and other parts that are not the message's text, folded; pictures as their name. */
export function Parts({ parts, id }: PartsProps) {
  const t = useText(readingText);
  return [...otherParts(parts).entries()].map(([place, part]) => {
    const { title, text, isData } = wordsOf(part, t);
    if (text === null)
      return (
        <p key={place} className={classes.placeholder} dir="auto">
          {title}
        </p>
      );
    return (
      <Fold key={place} title={title} text={text}>
        <div
          className={isData ? `${classes.under} ${classes.data}` : classes.under}
          data-text={id === undefined ? undefined : `${id}.${place}`}
        >
          {isData ? (
            <RawView value>
              <MessageText text={text} ahead={0} />
            </RawView>
          ) : (
            <MessageText text={text} ahead={0} />
          )}
        </div>
      </Fold>
    );
  });
}
