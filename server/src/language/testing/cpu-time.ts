/**
 * Milliseconds of processor time that this process has had. For bounds that only a square of a long text's length would
 * pass: what else keeps the machine busy must not count.
 */
export function cpuNow(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
