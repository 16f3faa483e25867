/** Static files: what the options do, in our own words. See uwsgi-descriptions.extra.ts. */
export const staticDescriptions: Readonly<Record<string, string>> = {
  'static-map':
    '`/MOUNT=FOLDER`: serves files below a path without asking the app. Only files inside the folder; links out of it need `static-safe`.',
  'static-map2': "Like `static-map`, but the mount point stays part of the file's path.",
  'check-static':
    'Folder in which the path of each request is looked up first; a file that exists is served without asking the app.',
  'check-static-docroot': 'Like `check-static`, with the DOCUMENT_ROOT that the web server sends.',
  'static-index': 'File such as `index.html` that stands for a folder in static serving.',
  'static-safe': 'A further folder that links in static folders may lead into.',
  'static-skip-ext': 'Extension that is never served as a file, e.g. `.py`.',
  'static-expires': '`REGEXP SECONDS`: adds an Expires header to static files whose path matches.',
  'static-expires-uri':
    '`REGEXP SECONDS`: adds an Expires header to static files whose request URI matches.',
  'static-expires-type': '`MIMETYPE=SECONDS`: adds an Expires header to static files of that type.',
  'static-expires-type-mtime':
    "`MIMETYPE=SECONDS`: like `static-expires-type`, counted from the file's last change.",
  'static-expires-path-info':
    '`REGEXP SECONDS`: adds an Expires header to static files whose PATH_INFO matches.',
  'static-expires-mtime':
    "`REGEXP SECONDS`: like `static-expires`, counted from the file's last change.",
  'static-cache-paths': 'Seconds for which resolved static paths are kept in the cache.',
  'static-gzip':
    'Regular expression of static paths for which a `.gz` neighbour is sent to clients that take gzip.',
  'static-gzip-all': 'Looks for a `.gz` neighbour of every static file.',
  'static-gzip-dir': 'Folder of static files for which a `.gz` neighbour is looked for.',
  'static-gzip-ext': 'Extension of static files for which a `.gz` neighbour is looked for.',
  mimefile: 'File of mime types for static serving, /etc/mime.types unless set.',
  'file-serve-mode':
    'Hands the sending of files to the proxy: `x-sendfile` (Apache), `x-accel-redirect` (nginx).',
  'offload-threads':
    'Threads of each worker that send files and pass data on, so that the worker is free again.',
  'honour-range': 'Obeys the Range header in static serving.',
  'disable-sendfile': 'Copies files by read and write instead of sendfile().',
  'check-cache': "Answers from a uWSGI cache when the request's path is a key in it.",
};
