import type { ShownMessage } from '../../../shared/contract/rating.ts';
import { isObject, textOr } from '../../../shared/domain/json.ts';
import classes from './Message.module.css';
import { MessageText } from './MessageText.tsx';

type Part = NonNullable<ShownMessage['parts']>[number];

const isText = ({ type }: Part): boolean =>
  type === 'text' || type === 'input_text' || type === 'output_text';

/** What a part is, in a few words: "tool call: look_up_order", "reasoning". */
function title(part: Part): string {
  const named = isObject(part.function) ? part.function.name : part.name;
  const name = textOr(named);
  const type = part.type.replaceAll('_', ' ');
  return name === null ? type : `${type}: ${name}`;
}

/** The readable text of a part, or null where only its JSON says what it is. */
const readable = (part: Part): string | null =>
  textOr(part.text) ?? textOr(part.thinking) ?? textOr(part.reasoning) ?? textOr(part.content);

/** Tool calls, reasoning and other parts that are not the message's text: folded, as plain text. */
export function Parts({ parts }: { parts: readonly Part[] }) {
  const others = parts.filter((part) => !isText(part));
  return [...others.entries()].map(([place, part]) => {
    const text = readable(part);
    return (
      <details key={place} className={classes.folded}>
        <summary>{title(part)}</summary>
        <div className={text === null ? `${classes.raw} ${classes.code}` : classes.raw}>
          {text === null ? JSON.stringify(part, null, 2) : <MessageText text={text} />}
        </div>
      </details>
    );
  });
}
