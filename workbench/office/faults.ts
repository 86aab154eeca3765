/** Injected failures: the k-th sync, or the next use of a member. */
import type { RequestBody } from './wire';
import { HostFailure, textOf } from './failure';
import { ActionType } from './wire';

export interface Fault {
  /** Error code the add-in sees; default GeneralException. */
  readonly code?: string;
  readonly message?: string;
  /**
   * before: nothing of the sync is done. after-some: part of it is done. after: all of it is done and the answer is lost.
   */
  readonly when?: 'before' | 'after-some' | 'after';
  /** after-some: changing actions that are done first; default half of them. */
  readonly actions?: number;
  /** How many syncs or uses in a row fail; default 1. */
  readonly times?: number;
}

interface Armed {
  readonly error: HostFailure;
  readonly when: 'before' | 'after-some' | 'after';
  readonly actions: number | null;
}

export class Faults {
  private readonly syncs = new Map<number, Armed>();
  private readonly members = new Map<string, { armed: Armed; left: number }>();
  private seen = 0;

  failSync(k: number, fault: Fault): void {
    for (let i = 0; i < (fault.times ?? 1); i += 1) this.syncs.set(this.seen + k + i, armed(fault));
  }

  failMember(member: string, fault: Fault): void {
    this.members.set(member, { armed: armed(fault), left: fault.times ?? 1 });
  }

  clear(): void {
    this.syncs.clear();
    this.members.clear();
  }

  /** Counts one sync and gives the fault that waits for it. */
  take(): Armed | null {
    this.seen += 1;
    const fault = this.syncs.get(this.seen) ?? null;
    this.syncs.delete(this.seen);
    return fault;
  }

  check(member: string): void {
    const waiting = this.members.get(member);
    if (waiting === undefined) return;
    waiting.left -= 1;
    if (waiting.left <= 0) this.members.delete(member);
    throw waiting.armed.error;
  }

  /** Index of the first action that is not done when a sync fails part way. */
  half(body: RequestBody, done: number | null): number {
    const changing = body.Actions.flatMap((action, index) =>
      action.ActionType === ActionType.set ||
      (action.ActionType === ActionType.method && !action.Name.startsWith('_'))
        ? [index]
        : [],
    );
    return changing[done ?? Math.ceil(changing.length / 2)] ?? body.Actions.length;
  }
}

const armed = (fault: Fault): Armed => {
  const code = fault.code ?? 'GeneralException';
  return {
    error: new HostFailure(code, fault.message ?? textOf(code), 'RequestContext.sync'),
    when: fault.when ?? 'before',
    actions: fault.actions ?? null,
  };
};
