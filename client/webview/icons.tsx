import type { ComponentChildren, JSX } from 'preact';

export type IconName =
  | 'regex'
  | 'follow'
  | 'wrap'
  | 'times'
  | 'copy'
  | 'clear'
  | 'latest'
  | 'filter'
  | 'up'
  | 'down'
  | 'export';

/** Drawn here, so that the panel needs no icon font and no image source in its content policy. */
export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <g
        fill="none"
        stroke="currentColor"
        stroke-width="1.1"
        stroke-linecap="round"
        stroke-linejoin="round"
      >
        {shapes[name]}
      </g>
    </svg>
  );
}

const shapes: Readonly<Record<IconName, ComponentChildren>> = {
  regex: (
    <>
      <path d="M10.5 3v6M7.9 4.500l5.2 3M13.1 4.500l-5.2 3" />
      <rect x="3" y="10.5" width="2.5" height="2.5" fill="currentColor" stroke="none" />
    </>
  ),
  up: <path d="M8 12.500v-9M4.5 7L8 3.500 11.500 7M12.750 13.500h.010" />,
  down: <path d="M8 3.500v9M4.5 9L8 12.500 11.500 9M12.750 2.500h.010" />,
  export: <path d="M3 9.500v3.250h10V9.500M8 2.500v7M5.250 6.750L8 9.500l2.750-2.750" />,
  follow: <path d="M8 2.500v8M4.5 7.500L8 11l3.5-3.500M3.5 13.500h9" />,
  wrap: (
    <path d="M2.5 3.500h11M2.5 7.500h8.750a2.25 2.25 0 0 1 0 4.500H8M9.5 10L7.5 12l2 2M2.5 12h2" />
  ),
  times: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 4.750V8l2.25 1.5" />
    </>
  ),
  copy: (
    <>
      <rect x="5.5" y="5.5" width="7.5" height="8" rx="1" />
      <path d="M10.5 3.500v-.250a.75.75 0 0 0-.75-.75H3.750a.75.75 0 0 0-.75.75v7a.75.75 0 0 0 .75.75" />
    </>
  ),
  clear: <path d="M2.5 4h7M2.5 7.500h5M2.5 11h4M9.5 9.500l4 4M13.5 9.500l-4 4" />,
  latest: <path d="M8 3v9M4.5 8.500L8 12l3.5-3.5" />,
  filter: <path d="M2.5 4h11M4.5 8h7M6.5 12h3" />,
};
