import assert from 'node:assert/strict';
import fc from 'fast-check';
import { advance, begun, position } from '../../bot/conversation/engine.ts';
import type { EngineInput, Progress, StepShape } from '../../bot/conversation/engine.ts';
import { CommandId } from '../../domain/shared/ids.ts';

type Advance = typeof advance;

const always = (): boolean => true;
const form = (id: string, when: StepShape['when'] = always): StepShape => ({ id, kind: 'form', when });
const review = (id: string): StepShape => ({ id, kind: 'review', when: always });

/** Two forms, a review between them and the rest, a form that only some need, and the last review. */
const steps: readonly StepShape[] = [form('what'), form('keys'), review('look'), form('extra', ({ what }) => what === 'big'), form('whom'), review('done')];
const start = begun(steps, 'redeem-product-keys', CommandId.parse('run'), {});
const taken = (answers: Readonly<Record<string, unknown>>): EngineInput => ({ kind: 'taken', answers });
const play = (inputs: readonly EngineInput[], from = start): Progress => inputs.reduce((progress, input) => advance(steps, progress, input).progress, from);

const toLook = [taken({ what: 'small' }), taken({ keys: 1 })];
const toDone = [...toLook, { kind: 'confirmed' } as const, taken({ whom: 'contoso' })];

describe('the conversation engine', () => {
  it('begins at the first step that is not known yet', () => {
    assert.equal(start.step, 'what');
    assert.equal(begun(steps, 'redeem-product-keys', CommandId.parse('run'), { what: 'small' }).step, 'keys');
  });

  it('goes on to the next step with what was taken, and forgets its draft', () => {
    const wrong = play([{ kind: 'problems', answers: {}, draft: { what: '?' } }]);
    assert.deepEqual([wrong.step, wrong.drafts], ['what', { what: { what: '?' } }]);
    const right = advance(steps, wrong, taken({ what: 'small' })).progress;
    assert.deepEqual([right.step, right.answers, right.drafts], ['keys', { what: 'small' }, {}]);
  });

  it('keeps what is right of a form with something wrong in it', () => {
    const progress = play([taken({ what: 'small' }), { kind: 'problems', answers: { keys: 2 }, draft: { keys: 'bad' } }]);
    assert.deepEqual([progress.step, progress.answers, progress.drafts], ['keys', { what: 'small', keys: 2 }, { keys: { keys: 'bad' } }]);
  });

  it('asks only what this conversation needs, and counts only that', () => {
    assert.equal(play([taken({ what: 'big' }), taken({ keys: 1 }), { kind: 'confirmed' }]).step, 'extra');
    assert.equal(play([...toLook, { kind: 'confirmed' }]).step, 'whom');
    assert.deepEqual(
      [position(steps, play(toLook)), position(steps, play([taken({ what: 'big' })]))],
      [
        { number: 3, total: 5 },
        { number: 2, total: 6 },
      ],
    );
  });

  it('runs the command after the last yes, and not before', () => {
    assert.deepEqual([play(toDone).step, advance(steps, play(toDone), { kind: 'confirmed' }).effect], ['done', 'run']);
    for (let some = 0; some < toDone.length; some += 1) {
      const input = toDone[some];
      assert.ok(input);
      assert.equal(advance(steps, play(toDone.slice(0, some)), input).effect, 'show');
    }
  });

  it('comes back to the last review after a change far back, and asks for the review in between again only when its subject changed', () => {
    const changedWhom = play([{ kind: 'edit', to: 'whom' }, taken({ whom: 'fabrikam' })], play(toDone));
    assert.deepEqual([changedWhom.step, changedWhom.confirmed], ['done', ['look']]);
    const changedKeys = play([{ kind: 'edit', to: 'keys' }, taken({ keys: 2 })], play(toDone));
    assert.deepEqual([changedKeys.step, changedKeys.confirmed], ['look', []]);
  });

  it('does not go to a step that this conversation does not have', () => {
    assert.equal(advance(steps, play(toDone), { kind: 'edit', to: 'extra' }).progress.step, 'done');
    assert.equal(advance(steps, play(toDone), { kind: 'edit', to: '__proto__' }).progress.step, 'done');
  });

  it('does not jump ahead to a step that was not reached', () => {
    assert.equal(advance(steps, start, { kind: 'edit', to: 'done' }).progress.step, 'what');
    assert.equal(advance(steps, play(toLook), { kind: 'edit', to: 'whom' }).progress.step, 'look');
  });

  it('goes back one step with what was half typed, and stays at the first', () => {
    const back = play([{ kind: 'back', left: { answers: {}, draft: { whom: 'conto' } } }], play([...toLook, { kind: 'confirmed' }]));
    assert.deepEqual([back.step, back.drafts, back.confirmed], ['look', { whom: { whom: 'conto' } }, []]);
    assert.equal(advance(steps, start, { kind: 'back' }).progress.step, 'what');
  });

  it('stops with everything kept, and goes on at the same place', () => {
    const stopped = advance(steps, play(toDone), { kind: 'stop' });
    assert.deepEqual([stopped.effect, stopped.progress.paused], ['stopped', true]);
    assert.deepEqual(advance(steps, stopped.progress, { kind: 'resume' }).progress, play(toDone));
  });

  it('takes what was said in passing, stays where that is asked, and else goes to the first step it leaves open', () => {
    const overheard = { kind: 'overheard', step: 'keys', answers: { keys: 9 } } as const;
    assert.deepEqual([advance(steps, start, overheard).progress.step, advance(steps, start, overheard).progress.answers], ['what', { keys: 9 }]);
    assert.equal(advance(steps, play([taken({ what: 'small' })]), overheard).progress.step, 'keys');
    assert.deepEqual([advance(steps, play(toDone), overheard).progress.step, advance(steps, play(toDone), overheard).progress.confirmed], ['look', []]);
  });
});

const name = fc.constantFrom('what', 'keys', 'look', 'extra', 'whom', 'done', 'nowhere');
const draft = fc.dictionary(fc.constantFrom('what', 'keys', 'whom'), fc.string({ maxLength: 3 }), { maxKeys: 2 });
const anything = fc.oneof(
  { weight: 4, arbitrary: fc.constant<'take'>('take') },
  { weight: 4, arbitrary: fc.constant<EngineInput>({ kind: 'confirmed' }) },
  fc.constant<EngineInput>({ kind: 'stop' }),
  fc.constant<EngineInput>({ kind: 'resume' }),
  { weight: 4, arbitrary: name.map((to): EngineInput => ({ kind: 'edit', to })) },
  draft.map((typed): EngineInput => ({ kind: 'back', left: { answers: {}, draft: typed } })),
  draft.map((typed): EngineInput => ({ kind: 'problems', answers: {}, draft: typed })),
  fc.nat(9).map((keys): EngineInput => ({ kind: 'overheard', step: 'keys', answers: { keys } })),
);
type Anything = EngineInput | 'take';

/** What a form at this step would give. The flow confirms only at reviews and takes only at forms. */
function inputAt(progress: Progress, input: Anything): EngineInput | undefined {
  const step = steps.find((each) => each.id === progress.step);
  if (input === 'take') return step?.kind === 'form' ? taken({ [progress.step]: progress.step === 'what' ? 'big' : 1 }) : undefined;
  return input.kind === 'confirmed' && step?.kind !== 'review' ? undefined : input;
}

/** Plays whatever comes and shows each step on the way; stops where the command would run. */
function walked(inputs: readonly Anything[], engine: Advance, each: (before: Progress, input: EngineInput, after: ReturnType<Advance>) => void): Progress {
  let progress = start;
  for (const wanted of inputs) {
    const input = inputAt(progress, wanted);
    if (input === undefined) continue;
    const after = engine(steps, progress, input);
    each(progress, input, after);
    if (after.effect === 'run') return after.progress;
    progress = after.progress;
  }
  return progress;
}

const whatever = fc.array(anything, { minLength: 5, maxLength: 40 });

/** No answer is ever lost, whatever is clicked in whatever order. */
function losesNoAnswer(engine: Advance): void {
  fc.assert(
    fc.property(whatever, (inputs) => {
      walked(inputs, engine, (before, _input, after) =>
        assert.deepEqual(
          Object.keys(before.answers).filter((id) => after.progress.answers[id] === undefined),
          [],
        ),
      );
    }),
  );
}

/** The command runs only when every form it needs is filled and every review was said yes to, with nothing changed since. */
function runsOnlyWhenSettled(engine: Advance): void {
  fc.assert(
    fc.property(whatever, (inputs) => {
      walked(inputs, engine, (before, input, after) => {
        if (after.effect !== 'run') return;
        const needed = steps.filter((step) => step.when(after.progress.answers));
        assert.ok(needed.every(({ id, kind }) => (kind === 'form' ? after.progress.answers[id] !== undefined : after.progress.confirmed.includes(id))));
        assert.deepEqual([input.kind, before.step], ['confirmed', 'done'], 'the last yes is the one to the last review');
      });
    }),
    { numRuns: 3000, seed: 2026 },
  );
}

describe('the conversation engine, whatever is clicked', () => {
  it('loses no answer', () => losesNoAnswer(advance));
  it('runs the command only after a yes to the last review, with everything settled', () => runsOnlyWhenSettled(advance));

  it('shows the first unsettled step after every form and yes', () => {
    fc.assert(
      fc.property(whatever, (inputs) => {
        walked(inputs, advance, (_before, input, { progress, effect }) => {
          if ((input.kind !== 'taken' && input.kind !== 'confirmed') || effect === 'run') return;
          const settled = ({ id, kind }: StepShape): boolean => (kind === 'form' ? progress.answers[id] !== undefined : progress.confirmed.includes(id));
          assert.equal(progress.step, steps.find((step) => step.when(progress.answers) && !settled(step))?.id);
        });
      }),
    );
  });

  it('has no yes to a review that lies at or behind where the person stands', () => {
    fc.assert(
      fc.property(whatever, (inputs) => {
        walked(inputs, advance, (_before, _input, { progress, effect }) => {
          if (effect === 'run') return;
          const ahead = steps.slice(steps.findIndex((step) => step.id === progress.step)).map((step) => step.id);
          assert.deepEqual(
            progress.confirmed.filter((id) => ahead.includes(id)),
            [],
          );
        });
      }),
    );
  });

  it('returns to where it was after back and the same answer again', () => {
    for (let some = 1; some < toDone.length; some += 1) {
      const here = play(toDone.slice(0, some));
      const before = advance(steps, here, { kind: 'back' }).progress;
      const shape = steps.find((step) => step.id === before.step);
      const again = shape?.kind === 'review' ? ({ kind: 'confirmed' } as const) : taken({ [before.step]: before.answers[before.step] });
      assert.equal(advance(steps, before, again).progress.step, here.step);
    }
  });

  it('stands where it stood after stop and resume', () => {
    fc.assert(
      fc.property(whatever, (inputs) => {
        const here = { ...walked(inputs, advance, () => undefined), paused: false };
        assert.deepEqual(advance(steps, advance(steps, here, { kind: 'stop' }).progress, { kind: 'resume' }).progress, here);
      }),
    );
  });

  it('would be found out: an engine that forgets what was typed on the way back', () => {
    const forgetful: Advance = (all, progress, input) => {
      const after = advance(all, progress, input);
      return input.kind === 'back' ? { ...after, progress: { ...after.progress, answers: {} } } : after;
    };
    assert.throws(() => losesNoAnswer(forgetful), /Property failed/);
  });

  it('would be found out: an engine that lets a button jump ahead, and keeps the yes to the last review while something before it changes', () => {
    const credulous: Advance = (all, progress, input) => {
      const jumps = input.kind === 'edit' && all.some((step) => step.id === input.to && step.when(progress.answers));
      const after = jumps ? { progress: { ...progress, step: input.to }, effect: 'show' as const } : advance(all, progress, input);
      const confirmed = input.kind === 'confirmed' ? [...progress.confirmed, progress.step] : progress.confirmed;
      return after.effect === 'show'
        ? { ...after, progress: { ...after.progress, confirmed: [...new Set([...confirmed, ...after.progress.confirmed])] } }
        : after;
    };
    assert.throws(() => runsOnlyWhenSettled(credulous), /Property failed/);
  });
});
