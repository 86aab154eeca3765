/** One report for one company: which figure, on which two surfaces, both values. */
import { disagreements, type Answer, type Scalar } from './figures';

export interface Surface {
  readonly name: string;
  readonly answer: Answer;
}

/** Sentences, none where the surfaces agree. @param by what of a refusal both surfaces can say */
export function report(
  seed: number,
  [one, other]: readonly [Surface, Surface],
  by: 'code' | 'kind' = 'code',
): readonly string[] {
  const who = `company ${seed}`;
  const [a, b] = [one.answer, other.answer];
  if (a.refused !== undefined || b.refused !== undefined) {
    if (a.refused?.[by] === b.refused?.[by]) return [];
    return [`${who}: ${said(one)}; ${said(other)}`];
  }
  const { shared, found } = disagreements(a.figures, b.figures);
  if (shared === 0) return [`${who}: ${one.name} and ${other.name} have no figure in common`];
  return found.map(
    ({ figure, here, there }) =>
      `${who}, ${figure}: ${shown(here)} in ${one.name}, ${shown(there)} in ${other.name}`,
  );
}

function said({ name, answer }: Surface): string {
  return answer.refused === undefined
    ? `${name} answers`
    : `${name} refuses (${answer.refused.code}: ${answer.refused.sentence})`;
}

function shown(value: Scalar | undefined): string {
  return JSON.stringify(value ?? null);
}
