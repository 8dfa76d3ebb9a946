import { applyAction, EMPTY_RATING, type Rating, type RatingAction } from '../../shared/domain/rating.ts';
import { isOneStep } from '../../shared/domain/steps.ts';

interface Step {
  assignment: string;
  action: RatingAction;
  live: boolean;
}

type NamedStep = Pick<Step, 'assignment' | 'action'>;

/** The clock of these tests stands still. */
const placed = ({ assignment, action }: Step) => ({ place: assignment, at: 0, action });

function named(step: readonly { deed: Step; first: boolean }[]): NamedStep | undefined {
  const deed = step.find(({ first }) => first)?.deed;
  return deed && { assignment: deed.assignment, action: deed.action };
}

/** The journal as anyone would think of it: what was done, and for each rater a stack of steps and one of steps taken back. */
export class JournalModel {
  private readonly steps: Step[] = [];
  private readonly done = new Map<string, Step[]>();
  private readonly undone = new Map<string, Step[]>();

  act(rater: string, assignment: string, action: RatingAction): void {
    this.stack('done', rater).push(this.add(assignment, action));
    this.undone.set(rater, []);
  }

  add(assignment: string, action: RatingAction): Step {
    const added = { assignment, action, live: true };
    this.steps.push(added);
    return added;
  }

  /** Takes a step back or forward; undefined where there is none. */
  move(rater: string, kind: 'undo' | 'redo'): NamedStep | undefined {
    const step = this.nextStep(rater, kind);
    for (const { deed } of step) {
      deed.live = kind === 'redo';
      this.stack(kind === 'undo' ? 'done' : 'undone', rater).pop();
      this.stack(kind === 'undo' ? 'undone' : 'done', rater).push(deed);
    }
    return named(step);
  }

  /** What undo and redo would take, by what a step began with. */
  next(rater: string): { undo: NamedStep | null; redo: NamedStep | null } {
    return {
      undo: named(this.nextStep(rater, 'undo')) ?? null,
      redo: named(this.nextStep(rater, 'redo')) ?? null,
    };
  }

  rating(assignment: string): Rating {
    return this.steps
      .filter((own) => own.live && own.assignment === assignment)
      .reduce((rating, { action }) => applyAction(rating, action), EMPTY_RATING);
  }

  /** The deeds that are taken together, in the order they are; `first` is the one the step began with. */
  private nextStep(rater: string, kind: 'undo' | 'redo'): { deed: Step; first: boolean }[] {
    const stack = this.stack(kind === 'undo' ? 'done' : 'undone', rater).toReversed();
    const end = stack.findIndex((deed, index) => {
      const before = stack[index - 1];
      if (!before) return false;
      return !(kind === 'undo'
        ? isOneStep(placed(deed), placed(before))
        : isOneStep(placed(before), placed(deed)));
    });
    const step = end === -1 ? stack : stack.slice(0, end);
    const first = kind === 'undo' ? step.length - 1 : 0;
    return step.map((deed, index) => ({ deed, first: index === first }));
  }

  private stack(name: 'done' | 'undone', rater: string): Step[] {
    const stack = this[name].get(rater) ?? [];
    this[name].set(rater, stack);
    return stack;
  }
}
