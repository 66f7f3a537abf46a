import type { z } from 'zod';
import { Fault } from '../../domain/fault.ts';

/** The answer in its documented shape, or TDM-S-ANSWER that names the first place where it differs. */
export function parsed<Shape extends z.ZodType>(
  shape: Shape,
  answer: unknown,
  what: string,
): z.output<Shape> {
  const result = shape.safeParse(answer);
  if (result.success) return result.data;
  const place = result.error.issues[0]?.path.join('.') ?? '';
  throw new Fault('TDM-S-ANSWER', `${what}: unexpected ${place}`, result.error);
}
