import { soundDirectives } from '../../nginx-conf/sound.ts';
import { valueProblems } from '../../nginx-conf/values/value-problems.ts';
import { targetNginx } from '../../nginx-conf/version.ts';
import { defineRule, type Fix, type NginxRule } from '../rule.ts';

export const directiveValue: NginxRule = defineRule({
  id: 'nginx/directive-value',
  scope: 'nginx',
  level: 'error',
  docs: {
    what: 'Reports a value of the wrong kind, a word that a directive does not know, and a parameter that it lacks.',
    why: 'nginx refuses to start or reload with `invalid value`, `invalid parameter`, `invalid number` or the like.',
    fix: 'Write a value of the kind that the message names.',
    source: 'https://nginx.org/en/docs/syntax.html',
  },
  check({ path, conf, around }, report) {
    const version = targetNginx(around);
    for (const directive of soundDirectives(conf)) {
      const { name } = directive.entry;
      for (const { word, message, offered = [] } of valueProblems(directive, version)) {
        const fixes = offered.map((newText, index): Fix => ({
          title: `Change to "${newText}"`,
          edits: [{ path, span: word.span, newText }],
          preferred: index === 0,
        }));
        report({ span: word.span, message: `"${name}" ${message}`, fixes });
      }
    }
  },
});
