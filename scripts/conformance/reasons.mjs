/** Why something remains: told beside each group, so that the list can be read without knowing the rules. */
export function reasonFor(key) {
  return reasons.find(([pattern]) => pattern.test(key))?.[1] ?? '';
}

const reasons = [
  [
    /number of the map parameters/,
    'the label took a part of a server for a body of map, as its variables come from another file',
  ],
  [
    /^no error: unknown directive/,
    'a directive of a known module that this nginx lacks; in a fragment a remark, as the main file may load it',
  ],
  [
    /^missed: unknown directive/,
    'the module is built for loading at run time: only an installed nginx tells',
  ],
  [
    /^(?:missed|no error): open\(\)/,
    'whether a file is there is a matter of the machine: a warning where the disk is known',
  ],
  [/"events" section/, 'a warning, as the block may stand in the file that includes this one'],
  [
    /is unsupported on this platform|invalid event type/,
    'depends on the platform that nginx was built for',
  ],
  [
    /^other line: unexpected/,
    'the label comes from a wrapper that fits no better than any other: the file stands for itself',
  ],
];
