import { applyAction, EMPTY_RATING, type Rating, type RatingAction } from '../../shared/domain/rating.ts';

interface Step {
  assignment: string;
  action: RatingAction;
  live: boolean;
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
  move(rater: string, kind: 'undo' | 'redo'): Step | undefined {
    const moved = this.stack(kind === 'undo' ? 'done' : 'undone', rater).pop();
    if (!moved) return undefined;
    moved.live = kind === 'redo';
    this.stack(kind === 'undo' ? 'undone' : 'done', rater).push(moved);
    return moved;
  }

  can(rater: string): { canUndo: boolean; canRedo: boolean } {
    return {
      canUndo: this.stack('done', rater).length > 0,
      canRedo: this.stack('undone', rater).length > 0,
    };
  }

  rating(assignment: string): Rating {
    return this.steps
      .filter((own) => own.live && own.assignment === assignment)
      .reduce((rating, { action }) => applyAction(rating, action), EMPTY_RATING);
  }

  private stack(name: 'done' | 'undone', rater: string): Step[] {
    const stack = this[name].get(rater) ?? [];
    this[name].set(rater, stack);
    return stack;
  }
}
