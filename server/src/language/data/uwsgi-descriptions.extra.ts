import { backgroundDescriptions } from './uwsgi-descriptions/background.extra.ts';
import { configDescriptions } from './uwsgi-descriptions/config.extra.ts';
import { emperorDescriptions } from './uwsgi-descriptions/emperor.extra.ts';
import { httpDescriptions } from './uwsgi-descriptions/http.extra.ts';
import { loggingDescriptions } from './uwsgi-descriptions/logging.extra.ts';
import { processesDescriptions } from './uwsgi-descriptions/processes.extra.ts';
import { pythonDescriptions } from './uwsgi-descriptions/python.extra.ts';
import { routerDescriptions } from './uwsgi-descriptions/router.extra.ts';
import { routingDescriptions } from './uwsgi-descriptions/routing.extra.ts';
import { socketsDescriptions } from './uwsgi-descriptions/sockets.extra.ts';
import { staticDescriptions } from './uwsgi-descriptions/static.extra.ts';
import { statsDescriptions } from './uwsgi-descriptions/stats.extra.ts';

/**
 * What an option does: one to three sentences of Markdown, by the first name of the option (aliases share it).
 *
 * Written by hand from runs of uWSGI 2.0.21 and 2.0.30 and from the source of 2.0.30 (core/, plugins/); not taken from
 * its help or manual. Numbers "unless set" are the defaults of core/init.c and of the plugins.
 */
export const uwsgiDescriptions: Readonly<Record<string, string>> = {
  ...processesDescriptions,
  ...pythonDescriptions,
  ...routerDescriptions,
  ...socketsDescriptions,
  ...httpDescriptions,
  ...configDescriptions,
  ...emperorDescriptions,
  ...backgroundDescriptions,
  ...loggingDescriptions,
  ...statsDescriptions,
  ...staticDescriptions,
  ...routingDescriptions,
};
