import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { DashboardStrings } from './dashboard-protocol.ts';
import { pathOf, scaleOf } from './dashboard-scale.ts';

export interface PlotLine {
  readonly name: string;
  /** One value for each second. */
  readonly values: readonly (number | null)[];
}

export interface PlotProps {
  readonly title: string;
  readonly lines: readonly PlotLine[];
  /** A value with its unit. */
  readonly show: (value: number) => string;
  readonly strings: DashboardStrings;
}

const height = 170;
const edge = { left: 58, right: 12, top: 10, bottom: 24 };
/** Colours and dashes of the style sheet. */
const looks = 6;

/**
 * Lines over time. A slider to assistive technology: the arrow keys move through the seconds, and the values of the one
 * that is chosen are read out.
 */
export function Plot({ title, lines, show, strings }: PlotProps): JSX.Element {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(480);
  const [chosen, setChosen] = useState<number>();
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const watch = new ResizeObserver(() => {
      setWidth(element.clientWidth);
    });
    watch.observe(element);
    return () => {
      watch.disconnect();
    };
  }, []);

  const count = lines[0]?.values.length ?? 0;
  const last = count - 1;
  const scale = scaleOf(lines.flatMap(({ values }) => values));
  const inner = { width: width - edge.left - edge.right, height: height - edge.top - edge.bottom };
  const x = (index: number) => edge.left + (inner.width * index) / Math.max(1, last);
  const y = (value: number) => edge.top + inner.height * (1 - value / scale.max);
  const at = chosen ?? last;
  const choose = (index: number) => {
    setChosen(Math.min(last, Math.max(0, Math.round(index))));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Readonly<Record<string, number>> = {
      ...{ ArrowLeft: at - 1, ArrowDown: at - 1, ArrowRight: at + 1, ArrowUp: at + 1 },
      ...{ PageUp: at + 30, PageDown: at - 30, Home: 0, End: last },
    };
    const to = event.key === 'Escape' ? undefined : moves[event.key];
    if (to !== undefined) choose(to);
    else if (event.key === 'Escape') setChosen(undefined);
    else return;
    event.preventDefault();
  };
  const valueOf = ({ values }: PlotLine, index: number): string => {
    const value = values[index];
    return value === null || value === undefined ? strings.nothingKnown : show(value);
  };
  const when = strings.secondsAgo.replace('{0}', String(count - at));
  return (
    <figure class="plot">
      <figcaption>
        <h2>{title}</h2>
        <ul class="legend">
          {lines.map((line, index) => (
            <li key={line.name} class={`look-${index % looks}`}>
              <svg width="22" height="8" aria-hidden="true">
                <path d="M1 4H21" class="line" />
              </svg>
              <span class="name" title={line.name}>
                {line.name}
              </span>
              <span class="value">{valueOf(line, at)}</span>
            </li>
          ))}
          <li class="when">{chosen === undefined ? '' : when}</li>
        </ul>
      </figcaption>
      <div
        ref={frame}
        class="canvas"
        tabIndex={0}
        role="slider"
        aria-label={title}
        aria-description={strings.chartHelp}
        aria-valuemin={-count}
        aria-valuemax={-1}
        aria-valuenow={at - count}
        aria-valuetext={`${when}: ${lines.map((line) => `${line.name} ${valueOf(line, at)}`).join(', ')}`}
        onKeyDown={onKeyDown}
        onPointerMove={(event) => {
          const { left } = event.currentTarget.getBoundingClientRect();
          choose(((event.clientX - left - edge.left) / inner.width) * last);
        }}
        onPointerLeave={() => {
          setChosen(undefined);
        }}
        onBlur={() => {
          setChosen(undefined);
        }}
      >
        <svg width={width} height={height} aria-hidden="true">
          {scale.ticks.map((tick) => (
            <g key={tick} class="tick">
              <path d={`M${edge.left} ${y(tick)}H${width - edge.right}`} />
              <text x={edge.left - 8} y={y(tick) + 4} text-anchor="end">
                {show(tick)}
              </text>
            </g>
          ))}
          {timesOf(count).map((ago) => (
            <text
              key={ago}
              class="time"
              x={x(last - ago)}
              y={height - 6}
              text-anchor={ago === 0 ? 'end' : 'middle'}
            >
              {ago === 0 || ago % 60 > 0
                ? strings.seconds.replace('{0}', ago === 0 ? '0' : `−${ago}`)
                : strings.minutes.replace('{0}', `−${ago / 60}`)}
            </text>
          ))}
          {lines.map(({ name, values }, index) => (
            <path
              key={name}
              class={`line look-${index % looks}`}
              d={pathOf(values, (second, value) => [x(second), y(value)])}
            />
          ))}
          {chosen !== undefined && (
            <path class="cursor" d={`M${x(at)} ${edge.top}V${height - edge.bottom}`} />
          )}
        </svg>
      </div>
    </figure>
  );
}

/** Seconds ago that are written below; there is no room for one at the very edge. */
function timesOf(count: number): readonly number[] {
  const step = count <= 120 ? 20 : 60;
  const whole = Math.max(0, Math.floor((count - step / 2) / step));
  return Array.from({ length: whole + 1 }, (_, index) => index * step);
}
