/** The bundler writes the style sheet beside the script; the import has no value. */
declare module '*.css';
