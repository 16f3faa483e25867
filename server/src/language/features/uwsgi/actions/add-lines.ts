import type { EntryLine, SectionLine } from '../../../ini/tree.ts';
import type { UwsgiView } from '../../../rules/inputs.ts';
import { hasNoMaster } from '../../../rules/uwsgi/has-no-master.ts';
import { wholesOf } from '../../../rules/uwsgi/wholes-of.ts';
import type { Action } from '../../feature.ts';
import { entryOf } from '../ini-place.ts';
import { lineBehind } from './edit.ts';

/** What most stacks want, at a line that it is about. */
export function addLines(view: UwsgiView, line: SectionLine | EntryLine): readonly Action[] {
  const actions: Action[] = [];
  const add = (content: string) => {
    actions.push({
      title: `Add \`${content}\``,
      kind: 'refactor.rewrite',
      edits: [lineBehind(view, line, content)],
    });
  };
  const { config } = view;
  const header = line.kind === 'section' && line.name === config.section;
  const entry = line.kind === 'entry' ? entryOf(view, line) : undefined;
  if (entry?.conditional === true) return [];
  const forMaster = header || workers.test(entry?.option?.canonical ?? '');
  const app = apps.test(entry?.option?.name ?? '');
  if ((!forMaster && !app) || !(config.roles.worker || config.roles.router)) return [];
  const wholes = wholesOf(view);
  if (forMaster && wholes.every(hasNoMaster)) add('master = true');
  if (app && wholes.every(({ complete, byKey }) => complete && !byKey.has('need-app')))
    add('need-app = true');
  return actions;
}

const workers = /^(?:processes|threads|harakiri|max-requests)$/;
const apps = /^(?:wsgi|module|wsgi-file|file|mount|paste|ini-paste|ini-paste-logged|psgi|rack)$/;
