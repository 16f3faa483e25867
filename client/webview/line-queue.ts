import { charactersOf, maxLogCharacters } from '../../shared/newest-lines.ts';
import type { LogLine } from '../../shared/panel-lines.ts';

/** Lines in order, cheap to extend at the end and to cut at the start: both happen for every batch of a full log. */
export class LineQueue {
  #lines: LogLine[] = [];
  #head = 0;
  #characters = 0;

  get characters(): number {
    return this.#characters;
  }

  get length(): number {
    return this.#lines.length - this.#head;
  }

  at(index: number): LogLine | undefined {
    return index < 0 ? undefined : this.#lines[this.#head + index];
  }

  append(lines: readonly LogLine[]): void {
    for (const line of lines) this.#lines.push(line);
    this.#characters += charactersOf(lines);
  }

  prepend(lines: readonly LogLine[]): void {
    this.#lines = [...lines, ...this.toArray()];
    this.#head = 0;
    this.#characters += charactersOf(lines);
  }

  /** Cuts lines off the start until `count` are left, of bearable length in all, and says how many it cut. */
  keepLast(count: number, maxCharacters = maxLogCharacters): number {
    let surplus = Math.max(0, this.length - count);
    let characters = this.#characters;
    for (let at = 0; at < surplus; at++) characters -= this.at(at)?.text.length ?? 0;
    for (; characters > maxCharacters && surplus < this.length - 1; surplus++)
      characters -= this.at(surplus)?.text.length ?? 0;
    return this.#drop(surplus);
  }

  /** Cuts the lines off that are older than the line with this key, and says how many it cut. */
  dropBefore(key: number): number {
    let count = 0;
    while ((this.at(count)?.key ?? Infinity) < key) count += 1;
    return this.#drop(count);
  }

  clear(): void {
    this.#lines = [];
    this.#head = 0;
    this.#characters = 0;
  }

  toArray(): readonly LogLine[] {
    return this.#lines.slice(this.#head);
  }

  #drop(count: number): number {
    for (let at = 0; at < count; at++) this.#characters -= this.at(at)?.text.length ?? 0;
    this.#head += count;
    // The dead part is given back only when it outweighs the living one: each line is then moved once on average.
    if (this.#head > 1024 && this.#head > this.length) {
      this.#lines = this.#lines.slice(this.#head);
      this.#head = 0;
    }
    return count;
  }
}
