/** Where the lines of a plot go: numbers in, numbers out. */
export interface Scale {
  readonly max: number;
  /** From 0 to `max`, both of them included. */
  readonly ticks: readonly number[];
}

/** Ends at a round number not below the largest value. */
export function scaleOf(values: readonly (number | null)[]): Scale {
  const largest = values.reduce<number>((max, value) => Math.max(max, value ?? 0), 0);
  const step = roundStep(Math.max(largest, 1) / 4);
  const count = Math.ceil(Math.max(largest, 1) / step);
  return {
    max: step * count,
    ticks: Array.from({ length: count + 1 }, (_, index) => index * step),
  };
}

/** 1, 2, 2.5 or 5 times a power of ten. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 2.5, 5, 10].find((each) => each * power >= least * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** An SVG path; what is not known leaves a gap, and a value between two gaps is a dot. */
export function pathOf(
  values: readonly (number | null)[],
  at: (index: number, value: number) => readonly [number, number],
): string {
  let drawing = false;
  return values
    .map((value, index) => {
      if (value === null) {
        drawing = false;
        return '';
      }
      const [x, y] = at(index, value);
      const point = `${x.toFixed(1)} ${y.toFixed(1)}`;
      const next = values[index + 1];
      const alone = !drawing && (next === null || next === undefined);
      const command = drawing ? `L${point}` : `M${point}${alone ? 'h0.1' : ''}`;
      drawing = true;
      return command;
    })
    .join('');
}
