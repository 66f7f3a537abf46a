import type { Plan, Setup, Turn } from './plan.ts';

const plainSetup = {
  exchange: { quirks: {}, limits: {} },
  salesforce: { quirks: {}, limits: {} },
  lateBy: 0,
  skew: { exchange: 0, salesforce: 0 },
} satisfies Partial<Setup>;

/** The plan with as little in it as still breaks; `mostTries` bounds how many plans are tried. */
export async function shrink(
  plan: Plan,
  breaks: (plan: Plan) => Promise<boolean>,
  mostTries: number,
): Promise<Plan> {
  let simple = plan;
  let tries = 0;
  const accept = async (simpler: Plan): Promise<boolean> => {
    if ((tries += 1) > mostTries || !(await breaks(simpler))) return false;
    simple = simpler;
    return true;
  };
  for (let size = Infinity; size > sizeOf(simple) && tries < mostTries;) {
    size = sizeOf(simple);
    for (let place = simple.turns.length - 1; place >= 0; place -= 1)
      await accept({ ...simple, turns: simple.turns.toSpliced(place, 1) });
    await withoutParts(() => simple, 'troubles', accept);
    await withoutParts(() => simple, 'deeds', accept);
    await withPlainSetup(() => simple, accept);
  }
  return simple;
}

/** Takes parts out of the turns, many at once while that goes well. */
async function withoutParts(
  present: () => Plan,
  part: 'deeds' | 'troubles',
  accept: (plan: Plan) => Promise<boolean>,
): Promise<void> {
  for (let place = 0; place < present().turns.length; place += 1) {
    const partsOf = () => present().turns[place]![part];
    for (let portion = partsOf().length; portion >= 1; portion = Math.floor(portion / 2))
      for (let from = partsOf().length - portion; from >= 0; from -= portion) {
        const parts = [...partsOf()];
        parts.splice(from, portion);
        const turn: Turn = { ...present().turns[place]!, [part]: parts };
        await accept({ ...present(), turns: present().turns.with(place, turn) });
        from = Math.min(from, partsOf().length);
      }
  }
}

/** Takes mailboxes away, and all that an admin or the services have out of the ordinary. */
async function withPlainSetup(present: () => Plan, accept: (plan: Plan) => Promise<boolean>): Promise<void> {
  const accepts = (part: Partial<Setup>) => accept({ ...present(), setup: { ...present().setup, ...part } });
  for (let mailboxes = present().setup.mailboxes - 1; mailboxes >= 1; mailboxes -= 1)
    if (!(await accepts({ mailboxes }))) break;
  for (const [name, value] of Object.entries(plainSetup))
    if (JSON.stringify(present().setup[name as keyof Setup]) !== JSON.stringify(value))
      await accepts({ [name]: value });
}

function sizeOf({ setup, turns }: Plan): number {
  return (
    JSON.stringify(setup).length +
    turns.reduce((sum, turn) => sum + 1 + turn.deeds.length + turn.troubles.length, 0)
  );
}
